import { Chances, contextOf } from './chances.js';

/** Reads what a `BitWriter` wrote, by the same calls; past the end it makes something up. */
export class BitReader {
  readonly #chances: Chances;
  readonly #bytes: Uint8Array;
  #at = 0;
  #low = 0;
  #high = 0xffffffff;
  #value = 0;

  constructor(bytes: Uint8Array, contexts: number) {
    this.#chances = new Chances(contexts);
    this.#bytes = bytes;
    for (let first = 0; first < 4; first++) this.#shift();
  }

  #shift(): void {
    this.#value = ((this.#value << 8) | (this.#bytes[this.#at++] ?? 0)) >>> 0;
  }

  #take(cut: number): number {
    const bit = this.#value <= cut ? 1 : 0;
    if (bit) this.#high = cut;
    else this.#low = cut + 1;
    while ((this.#low ^ this.#high) >>> 24 === 0) {
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 255) >>> 0;
      this.#shift();
    }
    return bit;
  }

  bit(context: number): number {
    const bit = this.#take(this.#chances.cut(this.#low, this.#high, context));
    this.#chances.learn(context, bit);
    return bit;
  }

  tree(context: number, bits: number): number {
    let node = 1;
    for (let place = 0; place < bits; place++) node = 2 * node + this.bit(context + node);
    return node - 2 ** bits;
  }

  number(context: number): number {
    let highest = 0;
    while (highest < 31 && this.bit(context + highest)) highest++;
    let number = 2 ** highest;
    for (let place = highest - 1; place >= 0; place--) {
      const own = contextOf(number, context, highest, place);
      const bit = own === null ? this.#take(this.#low + Math.floor((this.#high - this.#low) / 2)) : this.bit(own);
      number += bit * 2 ** place;
    }
    return number - 1;
  }
}
