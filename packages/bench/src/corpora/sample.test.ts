import { expect, test } from 'vitest';
import { sample } from './sample.js';

test('spread evenly, in order, all when there are fewer', () => {
  expect(sample([0, 1, 2, 3, 4, 5], 3)).toEqual([0, 2, 4]);
  expect(sample([0, 1, 2, 3, 4], 2)).toEqual([0, 2]);
  expect(sample([7, 8], 5)).toEqual([7, 8]);
  expect(sample([], 5)).toEqual([]);
});
