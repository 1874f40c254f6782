import { splitSections } from '../files/sections.js';
import { chooseSections, scoreSections } from '../search/chooseSections.js';
import type { Searcher } from '../search/search.js';
import { probabilities } from './calibrate.js';

/** An article that may answer a message. */
export interface Match {
  readonly id: string;
  /** The section that answers, `null` for the whole article. */
  readonly section: string | null;
  /** 0..1: how often an article with this evidence is the right one. The rest to 1 belongs to "none of them". */
  readonly probability: number;
}

/** Candidates for a message, most probable first. */
export async function matchArticles(searcher: Searcher, text: string, limit: number): Promise<Match[]> {
  const found = await searcher.rank(text, Math.max(limit, 5), false);
  const sections = scoreSections(
    found.terms,
    new Set(found.ranked.map(each => each.article)),
    searcher.index.entry.articles,
  );
  const chances = probabilities(found.ranked);
  return Promise.all(
    found.ranked.slice(0, limit).map(async ({ article }, place) => {
      const stored = await searcher.index.article(article);
      const [section] = chooseSections(sections.get(article), 1);
      const id = section === undefined ? null : (splitSections(stored.tree)[section]?.id ?? null);
      return { id: stored.id, section: id, probability: chances[place] ?? 0 };
    }),
  );
}
