import { expect, test } from 'vitest';
import { meanReciprocalRank } from './meanReciprocalRank.js';
import { recallAt } from './recallAt.js';

const places = [0, 1, 4, Infinity];

test('recall counts what stands among the first', () => {
  expect([1, 2, 5, 10].map(top => recallAt(places, top))).toEqual([0.25, 0.5, 0.75, 0.75]);
  expect(recallAt([], 1)).toBeNaN();
});

test('the reciprocal rank of what was not found is 0', () => {
  expect(meanReciprocalRank(places)).toBeCloseTo((1 + 1 / 2 + 1 / 5) / 4, 12);
  expect(meanReciprocalRank([Infinity])).toBe(0);
  expect(meanReciprocalRank([])).toBeNaN();
});
