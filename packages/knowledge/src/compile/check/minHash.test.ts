import { expect, test } from 'vitest';
import { candidatePairs, hash32, jaccard } from './minHash.js';

const set = (from: number, to: number) =>
  new Set(Array.from({ length: to - from }, (_, at) => hash32(`s${from + at}`)));

test('the share of common members', () => {
  expect(jaccard(set(0, 10), set(0, 10))).toBe(1);
  expect(jaccard(set(0, 10), set(5, 15))).toBeCloseTo(1 / 3);
  expect(jaccard(set(0, 10), set(20, 30))).toBe(0);
  expect(jaccard(new Set(), set(0, 3))).toBe(0);
});

test('sets that are alike meet, strangers do not, empty ones never', () => {
  const sets = [set(0, 100), set(1000, 1100), set(3, 103), new Set<number>(), new Set<number>()];
  expect(candidatePairs(sets)).toEqual([[0, 2]]);
});

test('of 500 strangers few pairs are looked at', () => {
  const sets = Array.from({ length: 500 }, (_, at) => set(at * 100, at * 100 + 60));
  expect(candidatePairs(sets).length).toBeLessThan(50);
});
