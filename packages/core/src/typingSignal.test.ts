import { expect, test } from 'vitest';
import { createTypingSignal } from './typingSignal.js';

test('says it at most every three seconds per conversation, and once when it stops', () => {
  let now = 0;
  const said: string[] = [];
  const signal = createTypingSignal(
    () => now,
    (conversation, on) => said.push(`${now} ${conversation} ${on}`),
  );
  signal.set('a', false);
  for (now = 0; now <= 3_500; now += 500) signal.set('a', true);
  signal.set('b', true);
  signal.set('a', false);
  signal.set('b', true);
  signal.set('b', false);
  signal.set('b', false);
  expect(said).toEqual(['0 a true', '3000 a true', '4000 b true', '4000 b true', '4000 b false']);
});
