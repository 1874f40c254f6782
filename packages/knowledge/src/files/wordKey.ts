const LONGEST_WORD = 26;

/** From this count on a word of these shards is a real one of the language; what is above it is the count of articles, 0 or 1. */
export const REAL_WORD = 32;

/**
 * By what words are sorted into shards: last letter, then length as a letter (`a` = 1 … `z` = 26 and more). Most slips leave the last letter
 * as it is and change the length by one at most, so that what was meant is in few shards.
 */
export function wordKey(last: string, length: number): string {
  return last + String.fromCharCode(96 + Math.min(LONGEST_WORD, Math.max(1, length)));
}
