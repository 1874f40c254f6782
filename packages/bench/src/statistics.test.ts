import { expect, test } from 'vitest';
import { median, percentile, range, round } from './statistics.js';

test('percentiles are values that occurred', () => {
  const values = Array.from({ length: 100 }, (_, place) => 100 - place);
  expect(percentile(values, 0.5)).toBe(50);
  expect(percentile(values, 0.99)).toBe(99);
  expect(percentile(values, 1)).toBe(100);
  expect(percentile([7], 0)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

test('the median of an even number lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNaN();
});

test('ranges and rounding', () => {
  expect(range([3.26, 1.04, 2])).toBe('1-3.3');
  expect(range([3.26, 1.04], 2)).toBe('1.04-3.26');
  expect(round(2.345, 2)).toBe(2.35);
});
