import { expect, test } from 'vitest';
import { manualClock } from './manualClock.js';

test('runs timers in order of time, and those they start', async () => {
  const clock = manualClock(1000);
  const ran: string[] = [];
  clock.setTimeout(() => ran.push(`late ${clock.now()}`), 20);
  clock.setTimeout(() => {
    ran.push(`early ${clock.now()}`);
    clock.setTimeout(() => ran.push(`inner ${clock.now()}`), 5);
  }, 10);
  const dropped = clock.setTimeout(() => ran.push('dropped'), 10);
  clock.clearTimeout(dropped);
  await clock.advance(20);
  expect(ran).toEqual(['early 1010', 'inner 1015', 'late 1020']);
  expect(clock.pending()).toBe(0);
  expect(clock.now()).toBe(1020);
});

test('settles promises between timers', async () => {
  const clock = manualClock();
  let chained = 0;
  clock.setTimeout(() => {
    void Promise.resolve().then(() => {
      clock.setTimeout(() => (chained += 1), 1);
    });
  }, 1);
  await clock.advance(2);
  expect(chained).toBe(1);
});

test('a corrected clock does not move timers', async () => {
  const clock = manualClock(5000);
  let ran = 0;
  clock.setTimeout(() => (ran += 1), 10);
  clock.jump(100);
  await clock.advance(9);
  expect([ran, clock.now()]).toEqual([0, 109]);
  await clock.advance(1);
  expect(ran).toBe(1);
});
