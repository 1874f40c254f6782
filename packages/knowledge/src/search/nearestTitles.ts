import type { ArticleSummary } from '../files/knowledgeFile.js';
import { fold } from '../text/fold.js';

/** A title that looks like a query. */
export interface NearTitle {
  readonly id: string;
  readonly title: string;
}

/** fuse.js compares letter by letter: more titles would take longer than somebody waits, longer queries do not fit. */
const MOST_TITLES = 300;
const LONGEST_QUERY = 32;

/** Up to `limit` titles nearest to a query by fuse.js, which is loaded when it is first needed. */
export async function nearestTitles(
  articles: readonly ArticleSummary[],
  query: string,
  limit = 3,
): Promise<NearTitle[]> {
  const { default: Fuse } = await import('fuse.js/basic');
  const short = query.slice(0, LONGEST_QUERY);
  const fuse = new Fuse(likely(articles, short), { keys: ['title'], threshold: 0.6, ignoreLocation: true });
  return fuse.search(short, { limit }).map(({ item }) => ({ id: item.id, title: item.title }));
}

/** Those that share most pairs of letters with the query, as many as fuse.js can take. */
function likely(articles: readonly ArticleSummary[], query: string): readonly ArticleSummary[] {
  if (articles.length <= MOST_TITLES) return articles;
  const wanted = pairsOf(query);
  return articles
    .map((article, place) => ({
      article,
      place,
      shared: [...pairsOf(article.title)].filter(pair => wanted.has(pair)).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.place - b.place)
    .slice(0, MOST_TITLES)
    .map(({ article }) => article);
}

function pairsOf(text: string): Set<string> {
  const folded = fold(text);
  return new Set(Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2)));
}
