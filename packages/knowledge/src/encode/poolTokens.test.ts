import { expect, test } from 'vitest';
import { poolTokens } from './poolTokens.js';

/** Two texts of 2 and 1 tokens, the second padded. */
const tokens = { data: Float32Array.of(1, 2, 3, 4, 5, 6, 900, 900), dims: [2, 2, 2] };

test('mean and first token, without padding', () => {
  expect(poolTokens(tokens, [2, 1], 'mean')).toEqual([Float32Array.of(2, 3), Float32Array.of(5, 6)]);
  expect(poolTokens(tokens, [2, 1], 'cls')).toEqual([Float32Array.of(1, 2), Float32Array.of(5, 6)]);
});

test('a vector a text stays as it is', () => {
  const given = { data: Float32Array.of(1, 2, 3, 4), dims: [2, 2] };
  expect(poolTokens(given, [9, 1], 'mean')).toEqual([Float32Array.of(1, 2), Float32Array.of(3, 4)]);
});

test.each([
  [{ ...tokens, dims: [1, 2, 4] }, 'got float32 of 1 × 2 × 4'],
  [{ ...tokens, dims: [2, 1, 4] }, 'got float32 of 2 × 1 × 4'],
  [{ ...tokens, dims: [8] }, 'got float32 of 8'],
  [{ ...tokens, dims: [2, 2, 0] }, 'got float32 of 2 × 2 × 0'],
  [{ data: new Float64Array(8), dims: [2, 2, 2] }, 'got others of 2 × 2 × 2'],
  [{ data: null, dims: [] }, 'got others of '],
])('refused: %o', (output, got) => {
  expect(() => poolTokens(output as typeof tokens, [2, 1], 'mean')).toThrow(
    `expected float32 of 2 × 2 × n or 2 × n, ${got}`,
  );
});
