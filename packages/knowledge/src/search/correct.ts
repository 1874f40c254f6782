import type { Lexicon } from '../files/lexicon.js';
import { damerau } from './damerau.js';

/** A known word near a mistyped one. */
export interface Correction {
  readonly term: string;
  readonly distance: number;
}

/** Finds known words near a mistyped one, best first. */
export type Correct = (word: string) => readonly Correction[];

const MOST = 3;
const WORD = /^\p{L}+$/u;

/**
 * Prepares corrections over a word list. One edit for words of four letters and more, two for eight and more when
 * one finds nothing. Each word has a 32-bit picture of its letters: an edit changes at most two bits, which spares almost
 * all comparisons.
 */
export function createCorrect({ terms, counts }: Lexicon): Correct {
  const pictures = Int32Array.from(terms, pictureOf);
  return word => {
    if (word.length < 4 || !WORD.test(word)) return [];
    const near = within(word, 1);
    return near.length > 0 || word.length < 8 ? near : within(word, 2);
  };

  function within(word: string, most: number): Correction[] {
    const picture = pictureOf(word);
    const found: (Correction & { rank: number })[] = [];
    terms.forEach((term, at) => {
      if (Math.abs(term.length - word.length) > most || term.length < 3) return;
      if (bits((pictures[at] ?? 0) ^ picture) > 2 * most) return;
      const distance = damerau(word, term, most);
      if (distance === 0 || distance > most) return;
      // People rarely mistype the first letter; among equals the more common word is meant.
      const rank = distance + (term[0] === word[0] ? 0 : 0.6) - Math.log1p(counts[at] ?? 0) / 10;
      found.push({ term, distance, rank });
    });
    return found.sort((a, b) => a.rank - b.rank).slice(0, MOST);
  }
}

function pictureOf(word: string): number {
  let picture = 0;
  for (let at = 0; at < word.length; at++) picture |= 1 << (word.charCodeAt(at) & 31);
  return picture;
}

function bits(value: number): number {
  let rest = value;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count++;
  }
  return count;
}
