import { expect, test } from 'vitest';
import { createTokenBucket } from './tokenBucket.js';

test('lets a burst through, then the rate', () => {
  let now = 0;
  const bucket = createTokenBucket(3, 2, () => now);
  expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([true, true, true, false]);
  expect(bucket.wait()).toBe(0.5);
  now = 499;
  expect(bucket.take()).toBe(false);
  now = 500;
  expect(bucket.take()).toBe(true);
  now = 100_000;
  expect(bucket.full()).toBe(true);
  expect([1, 2, 3, 4].map(() => bucket.take())).toEqual([true, true, true, false]);
});

test('a clock that steps back gives nothing and takes nothing', () => {
  let now = 1_000_000;
  const bucket = createTokenBucket(1, 1, () => now);
  bucket.take();
  now = 0;
  expect(bucket.take()).toBe(false);
  now = 1000;
  expect(bucket.take()).toBe(true);
});
