import type { BenchRow } from '../benchResult.js';
import type { BenchArticle } from '../corpora/benchArticle.js';
import { median, round } from '../statistics.js';
import type { Engine, OpenIndex } from './engine.js';
import { measureFirstResult } from './measureFirstResult.js';

/** A build that takes this long is not repeated, ms. */
const LONG = 10_000;

/** An open index and what it took. */
export interface MeasuredIndex {
  readonly index: OpenIndex;
  readonly row: BenchRow;
}

/**
 * Builds and opens an index. Build: articles to files, once to warm up. Load: from the files in memory to the first result,
 * so that what is read late counts too. Times are medians of `rounds`. What a first result reads is measured over `queries`.
 */
export async function measureIndex(
  engine: Engine,
  articles: readonly BenchArticle[],
  locale: string,
  queries: readonly string[],
  rounds: number,
): Promise<MeasuredIndex> {
  const builds: number[] = [];
  const build = async () => {
    const from = performance.now();
    const made = await engine.build(articles, locale);
    builds.push(performance.now() - from);
    return made;
  };
  let built = await build();
  while (builds.length <= rounds && rounds > 1 && (builds[0] ?? 0) < LONG) built = await build();
  const query = articles[0]?.title ?? '';
  const loads: number[] = [];
  for (let done = 0; done < rounds; done++) {
    const from = performance.now();
    const opened = await built.open();
    await opened.search(query, 10);
    loads.push(performance.now() - from);
  }
  const row = {
    articles: articles.length,
    'build ms': Math.round(median(builds.length > 1 ? builds.slice(1) : builds)),
    'index kB': Math.round(built.indexBytes / 1024),
    'all kB': Math.round(built.allBytes / 1024),
    ...(await measureFirstResult(built, queries)),
    'load ms': round(median(loads)),
  };
  return { index: await built.open(), row };
}
