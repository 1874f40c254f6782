import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cosine } from './cosine.js';

test.each([
  [[1, 0], [3, 0], 1],
  [[1, 0], [0, 2], 0],
  [[1, 1], [-2, -2], -1],
  [[3, 4], [4, 3], 24 / 25],
  [[0, 0], [1, 1], 0],
])('%j and %j: %d', (a, b, expected) => {
  expect(cosine(Float32Array.from(a), Float32Array.from(b))).toBeCloseTo(expected, 12);
});

test('lengths do not count, nor which comes first', () => {
  const vector = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(vector, vector, fc.integer({ min: 1, max: 50 }), (a, b, times) => {
      const [first, second] = [Float32Array.from(a), Float32Array.from(b)];
      const similarity = cosine(first, second);
      expect(
        cosine(
          second,
          first.map(value => value * times),
        ),
      ).toBeCloseTo(similarity, 9);
      expect(Math.abs(similarity)).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});
