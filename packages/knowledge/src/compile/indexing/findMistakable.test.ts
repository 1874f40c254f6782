import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostEdits } from '../../search/correct.js';
import { damerau } from '../../search/damerau.js';
import { findMistakable } from './findMistakable.js';

test('words near an indexed one, and words that two of them make', () => {
  const real = ['black', 'friend', 'internet', 'sister', 'any', 'anywhere'];
  expect(findMistakable(real, ['block', 'interest', 'where', 'any', 'fri', 'end'])).toEqual([
    'black',
    'friend',
    'internet',
    'anywhere',
  ]);
});

test('finds exactly what a correction would find', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 10 });
  fc.assert(
    fc.property(word, word, (real, indexed) => {
      // Halves of a word are another matter.
      fc.pre(indexed.length > 7 || !real.includes(indexed));
      const isNear = mostEdits(real) > 0 && damerau(real, indexed, mostEdits(real)) <= mostEdits(real);
      expect(findMistakable([real], [indexed])).toEqual(isNear ? [real] : []);
    }),
    { numRuns: 2000 },
  );
});
