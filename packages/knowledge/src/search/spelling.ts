import type { Lexicon } from '../files/lexicon.js';
import { type Correction, createCorrect, mostEdits } from './correct.js';
import { findParts } from './findParts.js';
import type { IndexedTerm, LocaleIndex } from './loadIndex.js';
import { createSplitWord } from './splitWord.js';
import { isReal, wordsLike } from './wordsLike.js';

/** What to make of a word nobody knows; nothing of one that is known to be a word of the language. */
export interface Spelling {
  /** Known words near a mistyped one, best first. */
  correct(word: string): Promise<readonly Correction[]>;
  /** The known words it is written together from, `null` when there are none. */
  split(word: string): Promise<readonly string[] | null>;
}

/** Shorter words are never cut: almost anything can be read into them. */
export const SHORTEST_PART = 3;
const MOST_PARTS = 4;
/** Longer words are no compounds, and cutting them takes long. */
const LONGEST_COMPOUND = 48;
/** In fewer articles a word of the index is hardly what somebody meant to type. */
const LEAST_COUNT = 2;

/**
 * Spelling over the words of an index. A typo is first looked for among the words that begin alike, which are there already; those that
 * end alike and are about as long are loaded when that finds nothing. Only a slip near the start and one in the last letter together are missed.
 */
export function createSpelling(index: LocaleIndex, links: readonly string[]): Spelling {
  const options = { shortest: SHORTEST_PART, links, most: MOST_PARTS };
  return {
    async correct(word) {
      const most = mostEdits(word);
      if (most === 0 || (await isReal(word, index))) return [];
      const beside = worthOf(await index.neighbours(word));
      const near = createCorrect(beside)(word).filter(({ distance }) => distance === 1);
      if (near.length > 0) return near;
      return createCorrect(merge([beside, ...(await wordsLike(word, most, index))]))(word);
    },
    async split(word) {
      if (word.length < 2 * SHORTEST_PART || word.length > LONGEST_COMPOUND || (await isReal(word, index))) return null;
      const parts = await findParts(word, options, async part => isPart(await index.find(part), index));
      return createSplitWord(part => parts.has(part), options)(word);
    },
  };
}

function worthOf({ terms, counts }: Lexicon): Lexicon {
  const places = [...terms.keys()].filter(
    place => (counts[place] ?? 0) >= LEAST_COUNT && !/\d/.test(terms[place] ?? ''),
  );
  return {
    terms: places.map(place => terms[place] ?? ''),
    counts: Uint32Array.from(places, place => counts[place] ?? 0),
  };
}

/** Each word once. */
function merge(lists: readonly Lexicon[]): Lexicon {
  const all = new Map<string, number>();
  for (const { terms, counts } of lists) {
    terms.forEach((term, place) => {
      all.set(term, counts[place] ?? 0);
    });
  }
  return { terms: [...all.keys()], counts: Uint32Array.from(all.values()) };
}

/** A word that stands in one body only may be a slip of its author. */
function isPart(found: IndexedTerm | undefined, { entry }: LocaleIndex): boolean {
  if (!found || /\d/.test(found.term)) return false;
  if (found.count >= LEAST_COUNT || entry.shards.first.length === 1) return true;
  let isShown = false;
  found.visit({
    phrase() {
      isShown = true;
    },
  });
  return isShown;
}
