import { BELOW, contextOf, createChances, cutOf, learn, WHOLE } from './chances.js';

/** Reads what a `BitWriter` wrote, by the same calls; past the end it makes something up. */
export interface BitReader {
  tree(context: number, bits: number): number;
  number(context: number): number;
}

/** A reader of bytes that were written for so many contexts. */
export function createBitReader(bytes: Uint8Array, contexts: number): BitReader {
  const chances = createChances(contexts);
  let at = 0;
  let low = 0;
  let high = WHOLE;
  let value = look();

  /** The 30 bits from here on. */
  function look(): number {
    const byte = (place: number) => bytes[at + place] ?? 0;
    return (byte(0) << 22) | (byte(1) << 14) | (byte(2) << 6) | (byte(3) >> 2);
  }

  function take(cut: number): number {
    const bit = value <= cut ? 1 : 0;
    if (bit) high = cut;
    else low = cut + 1;
    while ((low ^ high) >>> BELOW === 0) {
      low = (low << 8) & WHOLE;
      high = ((high << 8) | 255) & WHOLE;
      at++;
      value = look();
    }
    return bit;
  }

  function takeBit(context: number): number {
    const chance = chances[context] as number;
    const bit = take(cutOf(low, high, chance));
    chances[context] = learn(chance, bit);
    return bit;
  }

  return {
    tree(context, bits) {
      let node = 1;
      for (let place = 0; place < bits; place++) node = 2 * node + takeBit(context + node);
      return node - (1 << bits);
    },
    number(context) {
      let highest = 0;
      while (highest < 30 && takeBit(context + highest)) highest++;
      let number = 1 << highest;
      for (let place = highest - 1; place >= 0; place--) {
        const own = contextOf(number, context, highest, place);
        const bit = own === null ? take(low + ((high - low) >>> 1)) : takeBit(own);
        number |= bit << place;
      }
      return number - 1;
    },
  };
}
