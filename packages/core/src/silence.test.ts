import { manualClock } from '@handrail/test-kit';
import { beforeEach, expect, test } from 'vitest';
import { createSilence } from './silence.js';

const MINUTE = 60_000;
const TIMES = { checkInMinutes: 4, assumedMinutes: 30 };

let clock: ReturnType<typeof manualClock>;
let told: string[];
let said: number | null;
let claimed: string;
beforeEach(() => {
  clock = manualClock();
  told = [];
  said = clock.now();
  claimed = '';
});

const tab = (name: string) =>
  createSilence({
    environment: clock,
    saidAt: () => said,
    claim(word) {
      if (claimed === word) return false;
      claimed = word;
      return true;
    },
    tell: (_, minutes) => void told.push(`${name} ${minutes}`),
  });

test('tells after 4 and after 30 minutes, each once', async () => {
  const silence = tab('a');
  silence.watch('c', TIMES);
  await clock.advance(4 * MINUTE - 1);
  expect(told).toEqual([]);
  await clock.advance(1);
  expect(told).toEqual(['a 4']);
  // What the bot says then is no word of the customer.
  silence.watch('c', TIMES);
  await clock.advance(26 * MINUTE);
  expect(told).toEqual(['a 4', 'a 30']);
  await clock.advance(600 * MINUTE);
  expect(told).toHaveLength(2);
  expect(clock.pending()).toBe(0);
});

test('a word of the customer begins it anew, also one said in another tab', async () => {
  tab('a').watch('c', TIMES);
  await clock.advance(3 * MINUTE);
  said = clock.now();
  await clock.advance(3 * MINUTE);
  expect(told).toEqual([]);
  await clock.advance(MINUTE);
  expect(told).toEqual(['a 4']);
});

test('of two tabs one tells', async () => {
  tab('a').watch('c', TIMES);
  tab('b').watch('c', TIMES);
  await clock.advance(30 * MINUTE);
  expect(told).toEqual(['a 4', 'a 30']);
});

test('a page that comes back late tells the later time at once, and not again', async () => {
  await clock.advance(45 * MINUTE);
  tab('a').watch('c', TIMES);
  tab('a').watch('c', TIMES);
  expect(told).toEqual(['a 30']);
  expect(clock.pending()).toBe(0);
});

test('a person has it, or nothing was said: nobody is told', async () => {
  said = null;
  tab('a').watch('c', TIMES);
  await clock.advance(60 * MINUTE);
  expect(told).toEqual([]);
});

test('a time of 0 is never', async () => {
  tab('a').watch('c', { checkInMinutes: 0, assumedMinutes: 30 });
  await clock.advance(60 * MINUTE);
  expect(told).toEqual(['a 30']);
});
