import type { ArticleSummary } from '@handrail/knowledge';

/** Articles on Home, in three lists. */
export interface ArticleOffers {
  readonly suggested: readonly ArticleSummary[];
  readonly recent: readonly ArticleSummary[];
  readonly popular: readonly ArticleSummary[];
}

/** Articles of one list, and of all together: more would hide the rest of Home. */
export const MOST = 3;
export const MOST_ROWS = 6;

/** What Home shows of three offers: each article once, the page's own first, popular ones in the room that is left. */
export function chooseArticles({ suggested, recent, popular }: ArticleOffers): ArticleOffers {
  const shown = new Set<string>();
  const take = (articles: readonly ArticleSummary[], most: number) => {
    const some = articles.filter(({ id }) => !shown.has(id)).slice(0, Math.min(most, MOST_ROWS - shown.size));
    for (const { id } of some) shown.add(id);
    return some;
  };
  return { suggested: take(suggested, MOST), recent: take(recent, MOST), popular: take(popular, MOST) };
}
