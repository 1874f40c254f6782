/** An article as benches hand it to an engine. */
export interface BenchArticle {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly headings?: readonly string[];
  /** What customers ask when they need it. */
  readonly questions?: readonly string[];
  readonly tags?: readonly string[];
  /** Plain text. */
  readonly body: string;
  /** The body as it was written; for engines that read Markdown. */
  readonly markdown?: string;
}

/** A query and the articles that answer it; none for a query without an answer. */
export interface BenchQuery {
  readonly q: string;
  readonly cls: string;
  readonly relevant: readonly string[];
}
