import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedParts } from './marked.js';

test('pieces of a text, by what matched', () => {
  expect(markedParts('Refund policy', [[0, 6]])).toEqual([
    { text: 'Refund', marked: true },
    { text: ' policy', marked: false },
  ]);
});

test('whatever the ranges are, the pieces are the text', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(fc.nat(30), fc.nat(30))), (text, marks) => {
      const parts = markedParts(text, marks);
      expect(parts.map(part => part.text).join('')).toBe(text);
      expect(parts.every(part => part.text !== '')).toBe(true);
    }),
  );
});
