import type { BenchOptions, BenchRow } from '../benchResult.js';
import type { Corpus, CorpusQuery, Use } from '../corpora/corpora.js';
import { sample } from '../corpora/sample.js';
import { progress } from '../progress.js';
import { askAll } from './askAll.js';
import { affordable, type Engine } from './engine.js';
import { measureIndex } from './measureIndex.js';
import type { Answers } from './qualityRows.js';
import { queryTimes } from './queryTimes.js';

/** An engine on a corpus. */
export interface MeasuredCorpus {
  /** By use of the queries. */
  readonly answers: readonly Answers[];
  readonly row: BenchRow;
}

const ROUNDS = 3;
const QUICK_QUERIES = 60;
/** Of engines that read every text. */
const QUICK_ARTICLES = 100;

/** Measures one engine on one corpus; a sentence when the corpus is too large for it. */
export async function measureCorpus(
  engine: Engine,
  corpus: Corpus,
  { quick = false }: BenchOptions,
): Promise<MeasuredCorpus | string> {
  const { name, locale, articles } = corpus;
  const limit = Math.min(quick ? QUICK_QUERIES : Infinity, affordable(engine, articles.length));
  if (limit === 0 || (quick && engine.most !== undefined && articles.length > QUICK_ARTICLES)) {
    return `${engine.name}: skipped on ${name} (${articles.length} articles), it would take minutes.`;
  }
  progress(`${name}: ${engine.name}`);
  const rounds = quick ? 1 : ROUNDS;
  const { index, row } = await measureIndex(
    engine,
    articles,
    locale,
    corpus.queries.map(({ q }) => q),
    rounds,
  );
  const times = await queryTimes(index, sampleEach(corpus.queries, limit), rounds);
  const outside = await askAll(index, sampleEach(corpus.outside, limit));
  const uses = [...new Set(corpus.queries.map(({ use }) => use))].sort();
  const of = (use: Use, list: typeof outside) => list.filter(({ query }) => query.use === use);
  return {
    answers: uses.map(use => ({
      engine: engine.name,
      corpus: name,
      use,
      asked: of(use, times.asked),
      outside: of(use, outside),
    })),
    row: { table: 'corpus', corpus: name, engine: engine.name, ...row, ...times.row },
  };
}

/** At most `limit` queries of each use. */
function sampleEach(queries: readonly CorpusQuery[], limit: number): CorpusQuery[] {
  const uses = [...new Set(queries.map(({ use }) => use))];
  return uses.flatMap(use =>
    sample(
      queries.filter(query => query.use === use),
      limit,
    ),
  );
}
