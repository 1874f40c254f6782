import { BELOW, contextOf, createChances, cutOf, learn, WHOLE } from './chances.js';

/**
 * Packs bits by how likely they are (binary arithmetic coding; Witten, Neal & Cleary, "Arithmetic coding for data compression", 1987,
 * in the carryless form of M. Mahoney's lpaq), adapting as it goes. What takes the same context should be alike.
 */
export interface BitWriter {
  /** A number of `bits` bits, the high ones first; takes `2 ** bits` contexts. */
  tree(context: number, bits: number, value: number): void;
  /** A number from 0 to 2^31 - 2 of which small ones are likelier (Elias's gamma code); takes `NUMBER` contexts. */
  number(context: number, value: number): void;
  /** All that was written. */
  take(): Uint8Array;
}

/** An empty writer for contexts below `contexts`. */
export function createBitWriter(contexts: number): BitWriter {
  const chances = createChances(contexts);
  const bytes: number[] = [];
  let low = 0;
  let high = WHOLE;

  function put(cut: number, bit: number): void {
    if (bit) high = cut;
    else low = cut + 1;
    while ((low ^ high) >>> BELOW === 0) {
      bytes.push(high >>> BELOW);
      low = (low << 8) & WHOLE;
      high = ((high << 8) | 255) & WHOLE;
    }
  }

  function bit(context: number, value: number): void {
    const chance = chances[context] as number;
    put(cutOf(low, high, chance), value);
    chances[context] = learn(chance, value);
  }

  return {
    tree(context, bits, value) {
      for (let place = bits - 1, node = 1; place >= 0; place--) {
        const next = (value >>> place) & 1;
        bit(context + node, next);
        node = 2 * node + next;
      }
    },
    number(context, value) {
      const number = value + 1;
      const highest = 31 - Math.clz32(number);
      for (let place = 0; place < highest; place++) bit(context + place, 1);
      if (highest < 30) bit(context + highest, 0);
      for (let place = highest - 1; place >= 0; place--) {
        const next = (number >>> place) & 1;
        const own = contextOf(number, context, highest, place);
        if (own === null) put(low + ((high - low) >>> 1), next);
        else bit(own, next);
      }
    },
    // A reader takes zeros for what is not there.
    take: () => Uint8Array.from([...bytes, high >>> BELOW]),
  };
}
