import fc from 'fast-check';
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

/** The definition, without a bound and without rows: optimal string alignment by recursion. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const ways = [naive(x, b) + 1, naive(a, y) + 1, naive(x, y) + same];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    ways.push(naive(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...ways);
}

test('is the distance as it is defined, cut at the bound', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
      expect(damerau(a, b, most)).toBe(Math.min(naive(a, b), most + 1));
    }),
  );
});
