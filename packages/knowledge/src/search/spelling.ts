import type { Lexicon } from '../files/lexicon.js';
import { type Correct, type Correction, createCorrect } from './correct.js';
import type { LocaleIndex } from './loadIndex.js';
import { createSplitWord, type SplitWord } from './splitWord.js';

/** What to make of a word nobody knows. */
export interface Spelling {
  /** Known words near a mistyped one, best first. */
  correct(word: string): Promise<readonly Correction[]>;
  /** The known words it is written together from, `null` when there are none. */
  split(word: string): Promise<readonly string[] | null>;
}

/** Shorter words are never cut: almost anything can be read into them. */
const SHORTEST_PART = 3;
const MOST_PARTS = 4;
/** In fewer articles a word of the index is hardly what somebody meant to type. */
const LEAST_COUNT = 2;

/**
 * Spelling over the words of an index. A typo is first looked for among the words that begin alike, which are there already; the list of
 * all words is loaded when that finds nothing.
 */
export function createSpelling(index: LocaleIndex, links: readonly string[]): Spelling {
  let all: Promise<{ correct: Correct; split: SplitWord }> | undefined;

  function loadAll() {
    all ??= index.words().then(lexicon => {
      const known = new Set(lexicon.terms);
      const options = { shortest: SHORTEST_PART, links, most: MOST_PARTS };
      return { correct: createCorrect(lexicon), split: createSplitWord(word => known.has(word), options) };
    });
    all.catch(() => {
      all = undefined;
    });
    return all;
  }

  return {
    async correct(word) {
      const near = createCorrect(worthOf(await index.neighbours(word)))(word).filter(({ distance }) => distance === 1);
      return near.length > 0 ? near : (await loadAll()).correct(word);
    },
    async split(word) {
      return word.length < 2 * SHORTEST_PART ? null : (await loadAll()).split(word);
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
