import type { BenchArticle } from '../corpora/benchArticle.js';

/** A search engine under measurement. */
export interface Engine {
  /** As it stands in the table. */
  readonly name: string;
  /** How it is set up, and whose advice that is; printed. */
  readonly settings: string;
  /**
   * Articles times queries that it can do in a few minutes; default: any. Of a larger corpus fewer queries are asked, and
   * none when fewer than {@link FEWEST} would be left.
   */
  readonly most?: number;
  /** Indexes articles of one language (BCP 47). */
  build(articles: readonly BenchArticle[], locale: string): Promise<BuiltIndex>;
}

/** An index as a site would publish it. */
export interface BuiltIndex {
  /** Gzip bytes of all that searching may need, without the articles' texts. */
  readonly indexBytes: number;
  /** Gzip bytes with the texts. */
  readonly allBytes: number;
  /** Opens it from its serialized form, as a page does. */
  open(): Promise<OpenIndex>;
}

/** An index ready for queries. */
export interface OpenIndex {
  /** Gzip bytes read until now. */
  loadedBytes(): number;
  search(query: string, limit: number): Promise<readonly EngineHit[]>;
}

/** An article found; best first. */
export interface EngineHit {
  readonly id: string;
  /** Orders queries: one that has an answer before one that has none. */
  readonly confidence: number;
}

/** Fewer queries say nothing. */
export const FEWEST = 40;

/** How many queries an engine can be asked on so many articles; 0 for none, because it would take minutes. */
export function affordable({ most = Infinity }: Engine, articles: number): number {
  const queries = Math.floor(most / articles);
  return queries < FEWEST ? 0 : queries;
}
