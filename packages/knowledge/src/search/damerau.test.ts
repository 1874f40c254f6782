import { expect, test } from 'vitest';
import { damerau } from './damerau.js';

test.each([
  ['battery', 'battery', 0],
  ['batery', 'battery', 1],
  ['abttery', 'battery', 1],
  ['bttr', 'battery', 3],
  ['lamp', 'invoice', 3],
])('%s and %s', (a, b, distance) => {
  expect(damerau(a, b, 2)).toBe(distance);
});
