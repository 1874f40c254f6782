import type { BenchArticle } from '../syntheticCorpus.js';

/** A search engine under measurement. */
export interface Engine {
  /** As it stands in the table. */
  readonly name: string;
  build(articles: readonly BenchArticle[]): Promise<BuiltIndex>;
}

/** An index of one corpus. */
export interface BuiltIndex {
  readonly buildMs: number;
  /** Gzip bytes of the index without the articles' texts. */
  readonly indexBytes: number;
  /** Gzip bytes with the texts. */
  readonly allBytes: number;
  /** Gzip bytes read until now. */
  readonly loadedBytes: () => number;
  /** Best first; confidence only has to order queries that have an answer before those that have none. */
  search(query: string, limit: number): Promise<readonly { readonly id: string; readonly confidence: number }[]>;
}
