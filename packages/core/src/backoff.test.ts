import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from './backoff.js';

test('doubles from 500 ms to 30 s, spread over the whole range', () => {
  const longest = (attempt: number) => backoff(attempt, 0.999_999);
  expect([0, 1, 2, 6, 7, 1000].map(longest)).toEqual([499, 999, 1999, 29_999, 29_999, 29_999]);
  expect([0, 5, 1000].map(attempt => backoff(attempt, 0))).toEqual([0, 0, 0]);
  expect(backoff(3, 0.5, { base: 10, cap: 60 })).toBe(30);
});

test('stays within its bounds', () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.nat(), chance, (attempt, drawn) => {
      const wait = backoff(attempt, drawn);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThan(Math.min(30_000, 500 * 2 ** Math.min(attempt, 30)));
    }),
  );
});
