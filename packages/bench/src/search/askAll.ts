import type { CorpusQuery } from '../corpora/corpora.js';
import type { OpenIndex } from './engine.js';

/** A query and what an engine made of it. */
export interface Asked {
  readonly query: CorpusQuery;
  /** Place of the first right article, 0 for the best; Infinity when it is not among the first ten. */
  readonly place: number;
  /** Of the first article; 0 without one. */
  readonly confidence: number;
  readonly ms: number;
}

/** Asks one query after the other. */
export async function askAll(index: OpenIndex, queries: readonly CorpusQuery[]): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const query of queries) {
    const from = performance.now();
    const hits = await index.search(query.q, 10);
    const ms = performance.now() - from;
    const place = hits.findIndex(hit => query.relevant.includes(hit.id));
    asked.push({ query, place: place < 0 ? Infinity : place, confidence: hits[0]?.confidence ?? 0, ms });
  }
  return asked;
}
