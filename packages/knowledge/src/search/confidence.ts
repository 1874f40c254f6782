import type { ExpandedTerm } from './expand.js';
import { idfOf } from './idf.js';
import type { Ranked } from './rank.js';

/** What is known of a query whatever the article. */
export interface QueryWeight {
  /** Sum of the idf of everything that was asked. */
  readonly asked: number;
  /** The same in words that no article has. */
  readonly words: number;
  /** Share of its terms that are pairs of characters, 0..1. */
  readonly unspaced: number;
}

/** Weighs a query against a help centre of so many articles. */
export function weighQuery(terms: readonly ExpandedTerm[], asked: number, articles: number): QueryWeight {
  const pairs = terms.filter(({ query }) => query.kind === 'gram').length;
  return { asked, words: asked / idfOf(0, articles), unspaced: pairs / Math.max(1, terms.length) };
}

/**
 * How likely it is that an article answers a query, 0..1, comparable across queries: a logistic regression on how much of what was asked the
 * article contains, how well its best phrase and the query are the same, how strong its score is, and how much was said at all (one
 * common word is little evidence). Raw scores grow with the query and say nothing of this. Scripts with and without spaces have weights of
 * their own: pairs of characters overlap. Fitted on known-item queries to public help centres in seven languages, with questions
 * of other trades as those without an answer.
 * @param best score of the first article; what falls behind it is less likely the one
 */
export function confidenceOf({ coverage, likeness, score }: Ranked, best: number, query: QueryWeight): number {
  const strength = score / (query.asked || 1);
  const both = coverage * likeness;
  const behind = 9.8 * (1 - score / (best || 1));
  const spaced =
    -6.92 +
    coverage * (2.23 + 0.69 * coverage) +
    likeness * (3.09 + 4.58 * likeness) +
    3.15 * strength -
    7.52 * both +
    1.93 * Math.min(3, coverage * query.words) +
    0.52 * Math.log1p(coverage * query.words);
  const unspaced =
    -3.45 + coverage * (3.01 + 0.68 * coverage) + likeness * (0.92 + 2.37 * likeness) + 2.01 * strength - 3.34 * both;
  const logit = query.unspaced * unspaced + (1 - query.unspaced) * spaced - behind;
  return 1 / (1 + Math.exp(-logit));
}
