import type { ArticleSummary } from '../files/knowledgeFile.js';

/** A title that looks like a query. */
export interface NearTitle {
  readonly id: string;
  readonly title: string;
}

const MOST_TITLES = 3000;

/** Up to `limit` titles nearest to a query by fuse.js, which is loaded when it is first needed. */
export async function nearestTitles(
  articles: readonly ArticleSummary[],
  query: string,
  limit = 3,
): Promise<NearTitle[]> {
  const { default: Fuse } = await import('fuse.js/basic');
  const fuse = new Fuse(articles.slice(0, MOST_TITLES), { keys: ['title'], threshold: 0.6, ignoreLocation: true });
  return fuse.search(query.slice(0, 32), { limit }).map(({ item }) => ({ id: item.id, title: item.title }));
}
