import { mostEdits } from '../../search/correct.js';
import { damerau } from '../../search/damerau.js';
import { SHORTEST_PART } from '../../search/spelling.js';

/** Of spellings that are looked up by their hash. */
const BITS = 17;

/** Of real words those that would be taken for a slip of an indexed one, or for two of them written together. */
export function findMistakable(real: Iterable<string>, indexed: readonly string[]): string[] {
  const hasNear = createHasNear(indexed);
  const known = new Set(indexed);
  return [...real].filter(word => hasNear(word) || isJoined(word, known));
}

/**
 * Words are near each other only when they are the same after leaving out a letter of each, or two (the symmetric deletes of W. Garbe's
 * SymSpell, 2012). What is left of the indexed words stands in lists by its hash, in columns.
 */
function createHasNear(indexed: readonly string[]): (word: string) => boolean {
  const heads = new Int32Array(2 ** BITS).fill(-1);
  const words: number[] = [];
  const next: number[] = [];
  indexed.forEach((word, place) => {
    // A word with two letters more may be mistyped so that these two are missing.
    visitRests(word, mostEdits(`${word}xx`), hash => {
      next.push(heads[hash] as number);
      heads[hash] = words.push(place) - 1;
      return false;
    });
  });
  return word => {
    const edits = mostEdits(word);
    return (
      edits > 0 &&
      visitRests(word, edits, hash => {
        for (let at = heads[hash] as number; at >= 0; at = next[at] as number) {
          if (damerau(word, indexed[words[at] as number] as string, edits) <= edits) return true;
        }
        return false;
      })
    );
  };
}

function isJoined(word: string, known: ReadonlySet<string>): boolean {
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    if (known.has(word.slice(0, at)) && known.has(word.slice(at))) return true;
  }
  return false;
}

/** Visits hashes of the word and of what is left of it without one letter, or two, until one is wanted. */
function visitRests(word: string, edits: 0 | 1 | 2, isWanted: (hash: number) => boolean): boolean {
  const { length } = word;
  if (isWanted(hashWithout(word, length, length))) return true;
  for (let one = 0; edits > 0 && one < length; one++) {
    if (isWanted(hashWithout(word, one, length))) return true;
    for (let two = one + 1; edits > 1 && two < length; two++) if (isWanted(hashWithout(word, one, two))) return true;
  }
  return false;
}

function hashWithout(word: string, one: number, two: number): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    if (at !== one && at !== two) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  }
  return Math.imul(hash, 0x9e3779b1) >>> (32 - BITS);
}
