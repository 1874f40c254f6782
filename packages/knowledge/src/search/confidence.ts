import type { Ranked } from './rank.js';

/**
 * How sure it is that an article answers a query, 0..1, comparable across queries: the share of the query's idf that the
 * article contains, times its saturated score and likeness, times how much was said at all (one common word is little
 * evidence). Raw scores grow with the query and say nothing of this.
 */
export function confidenceOf({ coverage, likeness, score }: Ranked, asked: number): number {
  const strength = score / (asked || 1);
  const said = coverage * asked;
  return (
    coverage ** 1.5 *
    (1 - Math.exp(-1.5 * (strength + likeness))) *
    (1 - Math.exp(-(said * (0.4 + 2 * likeness ** 2)) / 4))
  );
}
