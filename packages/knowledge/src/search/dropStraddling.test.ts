import { expect, test } from 'vitest';
import { languageData } from '../compile/languageData.js';
import { createLanguage } from '../text/language.js';
import { dropStraddling } from './dropStraddling.js';
import type { ExpandedTerm } from './expand.js';

const language = createLanguage('zh-Hans', languageData('zh-Hans', ['电池']));

function pairs(text: string, known: readonly string[]): ExpandedTerm[] {
  return language.tokenizeAll(text).map(token => ({
    query: { ...token, together: [], unfinished: false },
    variants: known.includes(token.term)
      ? [{ found: { term: token.term, count: 1, visit: () => {} }, factor: 1, kind: 'same' }]
      : [],
  }));
}

const kept = (text: string, ...known: string[]) =>
  dropStraddling(pairs(text, known), language).map(({ query }) => query.term);

test('an unknown pair between two known words is no word', () => {
  expect(kept('冬天电池', '冬天', '电池')).toEqual(['冬天', '电池']);
});

test('a character nobody knows stays unknown', () => {
  expect(kept('冬天丁电池', '冬天', '电池')).toEqual(['冬天', '天丁', '丁电', '电池']);
});
