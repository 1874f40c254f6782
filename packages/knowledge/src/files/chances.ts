/** Chances are kept in 1/32768; none goes below 1/1024, so that nothing is ever impossible. */
const ONE_BITS = 15;
const ONE = 1 << ONE_BITS;
const LEAST = ONE >> 10;
/** A context's chance stands above how often it was seen, counted up to {@link MOST_SEEN}. */
const SEEN_BITS = 6;
const SEEN = (1 << SEEN_BITS) - 1;
const MOST_SEEN = 62;
/** How fast a chance follows what is seen: as the mean at first, later a 64th at a time. */
const RATES = Int32Array.from({ length: MOST_SEEN + 1 }, (_, seen) => Math.floor(65_536 / (seen + 1.5)));

/**
 * How likely a bit is 1, by the context it stands in, learned from the bits before. Writer and reader see the same bits and so
 * always expect the same; whole numbers only, so that all machines agree.
 */
export function createChances(contexts: number): Int32Array {
  return new Int32Array(contexts).fill((ONE >> 1) << SEEN_BITS);
}

/** The last number of the lower part of an interval, the part that stands for 1. */
export function cutOf(low: number, high: number, chance: number): number {
  return low + ((high - low) >>> ONE_BITS) * (chance >> SEEN_BITS);
}

/** A chance after one more bit was seen. */
export function learn(chance: number, bit: number): number {
  const seen = chance & SEEN;
  const before = chance >> SEEN_BITS;
  const after = before + ((((bit ? ONE - LEAST : LEAST) - before) * (RATES[seen] as number)) >> 16);
  return (after << SEEN_BITS) | (seen < MOST_SEEN ? seen + 1 : seen);
}

/** Intervals are of 30 bits: whole numbers that engines calculate with at once, without boxes. */
export const WHOLE = (1 << 30) - 1;
/** Bits below the highest byte of an interval. */
export const BELOW = 22;

/** Contexts a number takes. */
export const NUMBER = 128;
const SECOND = 32;
const THIRD = 64;

/** The context of a number's next bit after its highest one; `null` for those that are as good as random. */
export function contextOf(number: number, context: number, highest: number, place: number): number | null {
  if (place === highest - 1) return context + SECOND + highest;
  if (place === highest - 2) return context + THIRD + 2 * highest + ((number >>> (place + 1)) & 1);
  return null;
}
