import { NUMBER } from './chances.js';

let next = 0;
function take(contexts: number): number {
  next += contexts;
  return next - contexts;
}

/** Terms in a lexicon. */
export const SIZE = take(NUMBER);
/** Units of the term before that go, by its length up to {@link LONGEST}. */
export const DROPPED = take(16 * NUMBER);
/** Units that come. */
export const ADDED = take(NUMBER);
/** From the unit before to the first one that comes. */
export const DISTANCE = take(NUMBER);
/** High bits of a unit. */
export const HIGH = take(512);
/** Low bits of an ASCII character, then of others. */
export const LOW = take(2 * 128);
/** In how many articles, by the count before; see {@link levelOf}. */
export const COUNT = take(4 * NUMBER);
/** What a posting has, by the term's count. */
export const FLAGS = take(7 * 4);
/** Weight of a posting without phrases by the term's count, then of one with them. */
export const STEP = take(2 * 7 * 32);
/** From the article before, by the term's count. */
export const DELTA = take(17 * NUMBER);
export const SECTIONS = take(NUMBER);
/** Of the first phrase of a posting, then of others. */
export const PHRASE = take(2 * NUMBER);
/** Of titles, then of others. */
export const MASS = take(2 * 256);

/** All contexts of a shard. */
export const CONTEXTS = next;

/** Terms of this length and longer ones share a context. */
export const LONGEST = 15;

/** The order of magnitude of a count, in powers of two, up to `most`. */
export function levelOf(count: number, most: number): number {
  return Math.min(most, 31 - Math.clz32(count));
}
