import { expect, test } from 'vitest';
import { findTwins, hash32, jaccard } from './minHash.js';

const set = (from: number, to: number) =>
  new Set(Array.from({ length: to - from }, (_, at) => hash32(`s${from + at}`)));

test('the share of common members', () => {
  expect(jaccard(set(0, 10), set(0, 10))).toBe(1);
  expect(jaccard(set(0, 10), set(5, 15))).toBeCloseTo(1 / 3);
  expect(jaccard(set(0, 10), set(20, 30))).toBe(0);
  expect(jaccard(new Set(), set(0, 3))).toBe(0);
});

test('sets alike are found, strangers and empty ones are not', () => {
  const sets = [set(0, 100), set(1000, 1100), set(3, 103), new Set<number>(), new Set<number>(), set(0, 40)];
  expect(findTwins(sets, 0.8)).toEqual([{ place: 2, earlier: 0, alike: 97 / 103 }]);
});

test('of a thousand that are all alike each is named once', () => {
  const sets = Array.from({ length: 1000 }, (_, at) => set(at % 3, 100));
  expect(findTwins(sets, 0.8).map(({ place }) => place)).toEqual(Array.from({ length: 999 }, (_, at) => at + 1));
});

test('chances are as the formula says: 500 pairs alike by a half', () => {
  const found = Array.from({ length: 500 }, (_, at) => {
    const from = at * 1000;
    return findTwins([set(from, from + 90), set(from + 30, from + 120)], 0.5).length;
  });
  const share = found.reduce((sum, each) => sum + each, 0) / 500;
  expect(share).toBeGreaterThan(0.56);
  expect(share).toBeLessThan(0.72);
});
