import type { ArticleSummary } from '../files/knowledgeFile.js';
import type { Searcher } from './search.js';

/** The page a visitor is on. */
export interface PageContext {
  /** Absolute, or a path. */
  readonly url?: string;
  readonly title?: string;
  readonly headings?: readonly string[];
}

/** Pages speak of much beside their subject; what is less sure than this is not suggested. */
const UNSURE = 0.15;

/** Articles whose `pages` name the page come first, the more exact pattern before the other; then what search finds. */
export async function suggestForPage(searcher: Searcher, page: PageContext, limit: number): Promise<ArticleSummary[]> {
  const { articles } = await searcher.index.titles();
  const { url } = page;
  const byUrl = articles
    .map(article => ({ article, exactness: url === undefined ? 0 : exactnessOf(article.pages ?? [], url) }))
    .filter(({ exactness }) => exactness > 0)
    .sort((a, b) => b.exactness - a.exactness)
    .map(({ article }) => article);
  if (byUrl.length >= limit) return byUrl.slice(0, limit);
  const words = [page.title ?? '', ...(page.headings ?? [])].join('\n');
  const { ranked } = await searcher.rank(words, limit * 2, false);
  const byWords = ranked.filter(each => each.confidence >= UNSURE).flatMap(({ article }) => articles[article] ?? []);
  return [...new Set([...byUrl, ...byWords])].slice(0, limit);
}

/** Letters of the best pattern that names the address, 0 for none. `*` stands for anything, also for nothing. */
function exactnessOf(patterns: readonly string[], url: string): number {
  const [whole = ''] = url.split(/[?#]/, 1);
  const path = whole.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') || '/';
  const lengths = patterns
    .filter(pattern => matches(pattern, pattern.includes('://') ? whole : path))
    .map(pattern => pattern.length);
  return Math.max(0, ...lengths);
}

/** Wildcards without a regular expression: each part between stars is looked for after the one before, once. */
function matches(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  const [head = ''] = parts;
  if (parts.length === 1) return text === head || text === `${head}/`;
  if (!text.startsWith(head)) return false;
  const tail = parts[parts.length - 1] ?? '';
  let at = head.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - at >= tail.length && text.endsWith(tail);
}
