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

/** How many edits away a known word is looked for: one of words of four letters and more, two of eight and more, else none. */
export function mostEdits(word: string): 0 | 1 | 2 {
  if (word.length < 4 || !WORD.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * Prepares corrections over a word list: words one edit away, two where {@link mostEdits} says so and one finds nothing. Each word has a 32-bit picture of its letters: an edit changes at most two bits, which spares almost
 * all comparisons.
 */
export function createCorrect({ terms, counts }: Lexicon): Correct {
  const pictures = Int32Array.from(terms, pictureOf);
  return word => {
    const most = mostEdits(word);
    const near = most === 0 ? [] : within(word, 1);
    return near.length > 0 || most < 2 ? near : within(word, 2);
  };

  function within(word: string, most: number): Correction[] {
    const picture = pictureOf(word);
    const found: (Correction & { rank: number })[] = [];
    terms.forEach((term, at) => {
      if (Math.abs(term.length - word.length) > most || term.length < 3 || counts[at] === 0) return;
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
