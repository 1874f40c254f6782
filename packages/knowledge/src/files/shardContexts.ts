import { NUMBER } from './chances.js';

let next = 0;
function take(contexts: number): number {
  next += contexts;
  return next - contexts;
}

/** Where the contexts of each kind of number in a shard begin. */
export const CONTEXT = {
  size: take(NUMBER),
  /** By the length of the term before, up to {@link LONGEST}. */
  dropped: take(16 * NUMBER),
  added: take(NUMBER),
  distance: take(NUMBER),
  high: take(512),
  /** Low bits of ASCII letters, then of others. */
  low: take(2 * 128),
  /** By the count before, see {@link levelOf}. */
  count: take(4 * NUMBER),
  /** By the term's count. */
  flags: take(7 * 4),
  /** Without a phrase by the term's count, then with one. */
  step: take(2 * 7 * 32),
  /** By the term's count. */
  delta: take(17 * NUMBER),
  sections: take(NUMBER),
  /** Of the first phrase of a posting, then of others. */
  phrase: take(2 * NUMBER),
  /** Of titles, then of others. */
  mass: take(2 * 256),
} as const;

/** All contexts of a shard. */
export const CONTEXTS = next;

/** Terms of this length and longer ones share a context. */
export const LONGEST = 15;

/** The order of magnitude of a count, in powers of two, up to `most`. */
export function levelOf(count: number, most: number): number {
  return Math.min(most, 31 - Math.clz32(count));
}
