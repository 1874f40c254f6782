import { expect, test } from 'vitest';
import { findHighest } from './findHighest.js';

test.each([0, 1, 7, 8, 12, 13, 31])('finds %i from wherever it starts', async highest => {
  for (const from of [0, 8, 20]) {
    for (const stride of [1, 4]) {
      expect(await findHighest(async step => step <= highest, from, stride)).toBe(highest);
    }
  }
});

test('says when nothing holds', async () => {
  expect(await findHighest(async () => false, 8, 4)).toBe(-1);
});
