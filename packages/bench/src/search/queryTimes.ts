import type { BenchRow } from '../benchResult.js';
import type { CorpusQuery } from '../corpora/corpora.js';
import { median, percentile, round } from '../statistics.js';
import { type Asked, askAll } from './askAll.js';
import type { OpenIndex } from './engine.js';

/** A pass that takes this long is not repeated, ms. */
const LONG = 20_000;

/** Asks all queries `rounds` times: the answers of the first pass, and percentiles of ms a query, medians of the passes. */
export async function queryTimes(
  index: OpenIndex,
  queries: readonly CorpusQuery[],
  rounds: number,
): Promise<{ asked: Asked[]; row: BenchRow }> {
  const from = performance.now();
  const asked = await askAll(index, queries);
  const passes = [asked];
  while (passes.length < rounds && performance.now() - from < LONG) passes.push(await askAll(index, queries));
  // The first pass also reads files and warms the compiler up.
  const timed = passes.length > 1 ? passes.slice(1) : passes;
  const at = (share: number) => {
    const values = timed.map(pass =>
      percentile(
        pass.map(({ ms }) => ms),
        share,
      ),
    );
    return round(median(values), 2);
  };
  return { asked, row: { 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'p99 ms': at(0.99) } };
}
