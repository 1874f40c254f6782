import type { BenchRow } from '../benchResult.js';
import type { Use } from '../corpora/corpora.js';
import { auroc } from '../measures/auroc.js';
import { meanReciprocalRank } from '../measures/meanReciprocalRank.js';
import { recallAt } from '../measures/recallAt.js';
import { round } from '../statistics.js';
import type { Asked } from './askAll.js';

/** What an engine made of the queries of one use. */
export interface Answers {
  readonly engine: string;
  readonly corpus: string;
  readonly use: Use;
  readonly asked: readonly Asked[];
  /** Queries without an answer. */
  readonly outside: readonly Asked[];
}

/** R@1, R@3, R@10 (%) and MRR, by class of query and for all. */
export function qualityRows({ engine, corpus, use, asked }: Answers): BenchRow[] {
  const classes = [...new Set(asked.map(({ query }) => query.cls))].sort().concat('all');
  return classes.map(cls => {
    const places = asked.filter(({ query }) => cls === 'all' || query.cls === cls).map(({ place }) => place);
    const share = (top: number) => round(100 * recallAt(places, top));
    return {
      table: 'quality',
      corpus,
      use,
      engine,
      class: cls,
      queries: places.length,
      'R@1': share(1),
      'R@3': share(3),
      'R@10': share(10),
      MRR: round(meanReciprocalRank(places), 3),
    };
  });
}

/** AUROC of the confidence between queries with an answer and those without, by the kind of the latter and for all. */
export function noAnswerRows({ engine, corpus, use, asked, outside }: Answers): BenchRow[] {
  const answerable = asked.map(({ confidence }) => confidence);
  const kinds = [...new Set(outside.map(({ query }) => query.cls))].sort().concat('all');
  return kinds.map(kind => {
    const refused = outside.filter(({ query }) => kind === 'all' || query.cls === kind);
    const AUROC = auroc(
      answerable,
      refused.map(({ confidence }) => confidence),
    );
    return { table: 'no answer', corpus, use, engine, kind, messages: refused.length, AUROC: round(AUROC, 3) };
  });
}
