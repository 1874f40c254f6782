import type { Times } from './results.js';

/** Median and ninth tenth by nearest rank; what is `null` is not counted. */
export function timesOf(all: readonly (number | null)[]): Times {
  const sorted = all.filter(ms => ms !== null).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
  return { count: sorted.length, median: at(0.5), p90: at(0.9) };
}
