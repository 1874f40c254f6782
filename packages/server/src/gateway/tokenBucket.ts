/** Lets things pass at a rate, with room for a burst. */
export interface TokenBucket {
  /** Takes one; `false` when there is none. */
  take(): boolean;
  /** Seconds until there is one again; 0 when there is. */
  wait(): number;
  /** Whether it is as full as it was at first. */
  full(): boolean;
}

/**
 * A token bucket (https://en.wikipedia.org/wiki/Token_bucket): holds at most `burst`, fills by `perSecond`.
 * @param now milliseconds
 */
export function createTokenBucket(burst: number, perSecond: number, now: () => number): TokenBucket {
  return new Bucket(burst, perSecond, now);
}

/** A class, because every connection has some: methods are shared where closures would be made for each. */
class Bucket implements TokenBucket {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  #held: number;
  #at: number;

  constructor(burst: number, perSecond: number, now: () => number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#now = now;
    this.#held = burst;
    this.#at = now();
  }

  take(): boolean {
    this.#fill();
    if (this.#held < 1) return false;
    this.#held -= 1;
    return true;
  }

  wait(): number {
    this.#fill();
    return this.#held >= 1 ? 0 : (1 - this.#held) / this.#perSecond;
  }

  full(): boolean {
    this.#fill();
    return this.#held >= this.#burst;
  }

  #fill(): void {
    const time = this.#now();
    this.#held = Math.min(this.#burst, this.#held + (Math.max(0, time - this.#at) / 1000) * this.#perSecond);
    this.#at = time;
  }
}
