/** Chances are kept in 1/32768; none goes below 1/1024, so that nothing is ever impossible. */
const ONE = 1 << 15;
const LEAST = ONE >> 10;
/** How fast a chance follows what is seen: as the mean at first, later a 64th at a time. */
const RATES = Int32Array.from({ length: 63 }, (_, seen) => Math.floor(65_536 / (seen + 1.5)));

/**
 * How likely a bit is 1, by the context it stands in, learned from the bits before. Writer and reader see the same bits and so
 * always expect the same; whole numbers only, so that all machines agree.
 */
export class Chances {
  readonly #chances: Uint16Array;
  readonly #seen: Uint8Array;

  constructor(contexts: number) {
    this.#chances = new Uint16Array(contexts).fill(ONE >> 1);
    this.#seen = new Uint8Array(contexts);
  }

  /** The last number of the lower part of an interval, the part that stands for 1. */
  cut(low: number, high: number, context: number): number {
    return low + Math.floor((high - low) / ONE) * (this.#chances[context] as number);
  }

  learn(context: number, bit: number): void {
    const seen = this.#seen[context] as number;
    const before = this.#chances[context] as number;
    this.#chances[context] = before + ((((bit ? ONE - LEAST : LEAST) - before) * (RATES[seen] as number)) >> 16);
    if (seen < RATES.length - 1) this.#seen[context] = seen + 1;
  }
}

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
