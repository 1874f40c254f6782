import type { Lexicon } from '../files/lexicon.js';
import { REAL_WORD, wordKey } from '../files/wordKey.js';
import type { LocaleIndex } from './loadIndex.js';

/**
 * Words a typo may be corrected to: those that end like a word and differ from it by `most` letters in length, and a few others. A count
 * of nothing is that of a word no article has.
 */
export async function wordsLike(word: string, most: number, index: LocaleIndex): Promise<Lexicon[]> {
  return (await listsFor(word, most, index)).map(({ terms, counts }) => ({ terms, counts: counts.map(articlesOf) }));
}

/** True for a word of the language that is rare or absent here: not to be taken for a slip. */
export async function isReal(word: string, index: LocaleIndex): Promise<boolean> {
  const lists = await listsFor(word, 0, index);
  return lists.some(({ terms, counts }) => (counts[terms.indexOf(word)] ?? 0) >= REAL_WORD);
}

async function listsFor(word: string, most: number, index: LocaleIndex): Promise<Lexicon[]> {
  const { first } = index.entry.words;
  if (first.length === 0) return [];
  const placeOf = (length: number) => first.filter(key => key <= wordKey(word.slice(-1), length)).length - 1;
  const from = placeOf(word.length - most);
  const to = placeOf(word.length + most);
  return Promise.all(Array.from({ length: to - from + 1 }, (_, n) => index.words(from + n)));
}

function articlesOf(count: number): number {
  return count < REAL_WORD ? 2 ** (count - 1) : count - REAL_WORD;
}
