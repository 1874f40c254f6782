import { expect, test } from 'vitest';
import { cardWords } from './cardWords.js';
import { LOCALES } from './catalogues.js';

test('the arrows of a row speak every language, each in two words of its own', () => {
  const all = LOCALES.map(cardWords);
  expect(new Set(all.flat()).size).toBe(LOCALES.length * 2);
});

test('a language that is not there reads English', () => {
  expect(cardWords('xx')).toEqual(['Previous card', 'Next card']);
});
