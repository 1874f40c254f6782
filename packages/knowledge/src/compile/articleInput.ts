import type { Tree } from '@handrail/content';

/** An article as it is handed to `compile`, with one of `body`, `html` and `tree`; the last that is there counts. */
export interface ArticleInput {
  readonly id: string;
  /** BCP 47; default: `options.defaultLocale`. */
  readonly locale?: string;
  readonly title: string;
  /** One or two sentences; `description` is read as the same. */
  readonly summary?: string;
  readonly description?: string;
  /** Chapter of the help centre. */
  readonly section?: string;
  readonly tags?: readonly string[];
  /** What customers ask when they need this article; search and bot treat each like a title. */
  readonly questions?: readonly string[];
  /** Who may see it; articles for others than `everyone` (the default) are left out of public files. */
  readonly audience?: string;
  /** ISO 8601 date. */
  readonly updated?: string;
  /** Ids it had before; links to them still open it. */
  readonly aliases?: readonly string[];
  /** Groups of words that mean the same on this site: `[["refund", "money back"]]`. */
  readonly synonyms?: readonly (readonly string[])[];
  /** URL patterns (`/orders/*`, `https://shop.example/cart*`) of pages it is suggested on. */
  readonly pages?: readonly string[];
  /** Headings that are not in the body (an export that keeps them apart). */
  readonly headings?: readonly string[];
  /** Markdown. */
  readonly body?: string;
  /** HTML from outside; DOMPurify cleans it on its way into the tree. Links and images are found as in `body`. */
  readonly html?: string;
  /** A finished tree; links and images in it stay as they are. */
  readonly tree?: Tree;
  /**
   * Where the article was published elsewhere: absolute URLs, or paths of that site (`/hc/en-us/articles/17-returns`).
   * A link to one of them, in any article of the same language, becomes a link between articles; its section is kept.
   * Relative links in the article are read from the first absolute one.
   */
  readonly addresses?: readonly string[];
  /** Path relative to `options.folder`, with `/`: what links and images in the body are relative to. */
  readonly source?: string;
  /** Line of `source` on which `body` begins, 1-based; for messages. */
  readonly bodyLine?: number;
  /** Line of `source` behind each line of `body`, 1-based; for a body whose lines were moved. Default: counted from `bodyLine`. */
  readonly lines?: readonly number[];
}
