import type { Ranked } from './rank.js';

/**
 * How sure it is that an article answers a query, 0..1, comparable across queries: the share of the query's idf that the
 * article contains, times a saturated likeness. Raw scores grow with the query and say nothing of this.
 */
export function confidenceOf({ coverage, likeness, score }: Ranked, asked: number): number {
  const strength = score / (asked || 1);
  return coverage ** 2 * (1 - Math.exp(-1.5 * (strength + likeness)));
}
