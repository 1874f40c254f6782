import type { Lexicon } from '../files/lexicon.js';
import { wordKey } from '../files/wordKey.js';
import type { LocaleIndex } from './loadIndex.js';

/**
 * Words a typo may be corrected to: those that end like a word and differ from it by `most` letters in length, and a few others. Of an index
 * of one shard, all terms.
 */
export async function wordsLike(word: string, most: number, index: LocaleIndex): Promise<Lexicon[]> {
  const { first } = index.entry.words;
  if (first.length === 0) return [await index.neighbours(word)];
  const placeOf = (length: number) => first.filter(key => key <= wordKey(word.slice(-1), length)).length - 1;
  const from = placeOf(word.length - most);
  const to = placeOf(word.length + most);
  const lists = await Promise.all(Array.from({ length: to - from + 1 }, (_, n) => index.words(from + n)));
  return lists.map(({ terms, counts }) => ({ terms, counts: counts.map(count => 2 ** (count - 1)) }));
}
