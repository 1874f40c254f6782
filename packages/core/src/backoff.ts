/**
 * Full jitter: a random wait between 0 and `min(cap, base * 2^attempt)` ms, so that a crowd that lost its server
 * does not come back in step. Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * @param attempt 0 for the first wait
 * @param chance 0 to 1, below 1
 */
export function backoff(attempt: number, chance: number, { base = 500, cap = 30_000 } = {}): number {
  return Math.floor(chance * Math.min(cap, base * 2 ** Math.min(attempt, 30)));
}
