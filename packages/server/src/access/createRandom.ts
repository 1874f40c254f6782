import { randomFillSync } from 'node:crypto';
import type { Random } from './tokens.js';

/** Bytes fetched from the system at once. */
const POOL_BYTES = 4096;

/**
 * The system's random bytes, fetched in larger portions: asking for sixteen costs nearly what asking for thousands does.
 * No byte is given twice, and none stays here once it was given.
 * @param fill fills an array with random bytes; default: the system's
 */
export function createRandom(fill: Random = bytes => randomFillSync(bytes)): Random {
  const pool = new Uint8Array(POOL_BYTES);
  let at = POOL_BYTES;
  return bytes => {
    if (bytes.length > POOL_BYTES) return fill(bytes);
    if (at + bytes.length > POOL_BYTES) {
      fill(pool);
      at = 0;
    }
    const end = at + bytes.length;
    bytes.set(pool.subarray(at, end));
    pool.fill(0, at, end);
    at = end;
    return bytes;
  };
}
