/** The value below which `share` (0 to 1) of the values lie, by the nearest rank; NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

/** The middle value, or the mean of the two in the middle; NaN without values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** Least and most, as `2.1-3.4`. */
export function range(values: readonly number[], digits = 1): string {
  return `${round(Math.min(...values), digits)}-${round(Math.max(...values), digits)}`;
}

/** Cut to so many decimals. */
export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
