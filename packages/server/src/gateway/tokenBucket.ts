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
  let held = burst;
  let at = now();
  const fill = () => {
    const time = now();
    held = Math.min(burst, held + (Math.max(0, time - at) / 1000) * perSecond);
    at = time;
  };
  return {
    take() {
      fill();
      if (held < 1) return false;
      held -= 1;
      return true;
    },
    wait() {
      fill();
      return held >= 1 ? 0 : (1 - held) / perSecond;
    },
    full() {
      fill();
      return held >= burst;
    },
  };
}
