import type { LocaleIndex } from './loadIndex.js';
import type { Spelling } from './spelling.js';

/** Index and spelling that do without files they cannot read, and keep what was wrong with each. */
export interface Tolerant {
  readonly index: LocaleIndex;
  readonly spelling: Spelling;
  /** One sentence a file, as its reader said it; empty while everything is there. */
  readonly missing: ReadonlySet<string>;
}

/**
 * Index and spelling for one query: what a missing, broken or late file would have said is left out of the answer instead of breaking
 * it. The next query asks for the file again.
 */
export function tolerateGaps(index: LocaleIndex, spelling: Spelling): Tolerant {
  const missing = new Set<string>();
  async function or<T>(work: Promise<T>, instead: T): Promise<T> {
    try {
      return await work;
    } catch (error) {
      missing.add(error instanceof Error ? error.message : String(error));
      return instead;
    }
  }
  return {
    missing,
    index: {
      ...index,
      find: term => or(index.find(term), undefined),
      startingWith: prefix => or(index.startingWith(prefix), []),
      synonyms: () => or(index.synonyms(), { groups: [], concepts: '' }),
    },
    spelling: {
      correct: word => or(spelling.correct(word), []),
      split: word => or(spelling.split(word), null),
    },
  };
}
