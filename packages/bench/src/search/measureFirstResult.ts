import type { BenchRow } from '../benchResult.js';
import { sample } from '../corpora/sample.js';
import { median, percentile, round } from '../statistics.js';
import type { BuiltIndex } from './engine.js';

/** Queries that each are the first of a page. */
const QUERIES = 200;

/**
 * Gzip kB read until the first result: median, 95th percentile and most over queries that are each asked of a newly opened index. An index
 * that reads all of itself at once is opened once.
 */
export async function measureFirstResult(built: BuiltIndex, queries: readonly string[]): Promise<BenchRow> {
  const bytes: number[] = [];
  for (const query of sample(queries, QUERIES)) {
    const opened = await built.open();
    const before = opened.loadedBytes();
    await opened.search(query, 10);
    bytes.push(opened.loadedBytes());
    if (bytes.length === 1 && before === bytes[0] && before >= built.indexBytes) break;
  }
  const kB = (value: number) => round(value / 1024);
  return {
    'first kB p50': kB(median(bytes)),
    'first kB p95': kB(percentile(bytes, 0.95)),
    'first kB max': kB(Math.max(...bytes)),
  };
}
