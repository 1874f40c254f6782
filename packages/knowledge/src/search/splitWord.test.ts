import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSplitWord } from './splitWord.js';

const known = new Set(['reset', 'password', 'order', 'status', 'liefer', 'lieferung', 'zeit', 'rahmen', 'garantie']);
const split = createSplitWord(word => known.has(word), { shortest: 3, links: ['s'], most: 3 });

test.each([
  ['resetpassword', ['reset', 'password']],
  ['orderstatus', ['order', 'status']],
  ['lieferungszeit', ['lieferung', 'zeit']],
  ['rahmengarantie', ['rahmen', 'garantie']],
  ['password', null],
  ['passwordx', null],
  ['statuss', null],
  ['', null],
])('%s', (word, parts) => {
  expect(split(word)).toEqual(parts);
});

test('known words written together are found again, in fewest parts', () => {
  const words = fc.array(fc.constantFrom(...known), { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(words, parts => {
      const found = split(parts.join(''));
      expect(found).not.toBeNull();
      expect(found!.length).toBeLessThanOrEqual(parts.length);
    }),
  );
});

test('a way is never more than the letters of the word', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 's'), maxLength: 40 }), word => {
      const cut = createSplitWord(part => /^(?:ab|ba|aab)+$/.test(part), { shortest: 2, links: ['s'], most: 4 });
      const parts = cut(word);
      if (parts) expect(word.replace(/s/g, '')).toBe(parts.join('').replace(/s/g, ''));
    }),
  );
});
