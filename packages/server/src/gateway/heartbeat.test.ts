import { expect, test } from 'vitest';
import { createHeartbeat } from './heartbeat.js';

test('beats by 20 % around the interval, and lets go of the silent', () => {
  for (const [chance, first] of [
    [0, 20_000],
    [0.5, 25_000],
    [1, 30_000],
  ] as const) {
    let now = 0;
    const heart = createHeartbeat({
      limits: { beatMs: 25_000, silenceMs: 10_000 },
      elapsed: () => now,
      chance: () => chance,
    });
    now = first - 1;
    expect(heart.due()).toBe('nothing');
    now = first;
    expect(heart.due()).toBe('beat');
    heart.beaten();
    expect(heart.due()).toBe('nothing');
    now = 35_000;
    expect(heart.due()).not.toBe('silence');
    now = 35_001;
    expect(heart.due()).toBe('silence');
    heart.heard();
    expect(heart.due()).not.toBe('silence');
  }
});
