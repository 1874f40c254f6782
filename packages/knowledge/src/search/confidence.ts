import type { ExpandedTerm } from './expand.js';
import { idfOf } from './idf.js';
import type { Ranked } from './rank.js';

const KANA = /[\u3041-\u30ff]/;

/** What is known of a query whatever the article. */
export interface QueryWeight {
  /** Sum of the idf of everything that was asked. */
  readonly asked: number;
  /** The same in words that no article has. */
  readonly words: number;
  /** Share of its terms that are pairs with kana in them, 0..1. */
  readonly kana: number;
}

/** Weighs a query against a help centre of so many articles. */
export function weighQuery(terms: readonly ExpandedTerm[], asked: number, articles: number): QueryWeight {
  const kana = terms.filter(({ query }) => query.kind === 'gram' && KANA.test(query.term)).length;
  return { asked, words: asked / idfOf(0, articles), kana: kana / Math.max(1, terms.length) };
}

/**
 * How likely it is that an article answers a query, 0..1, comparable across queries: a logistic regression on how much of what was asked the
 * article contains, how well its best phrase and the query are the same, how strong its score is, and how much was said at all (one
 * common word is little evidence; how much pairs of kana say cannot be told from their number, so they have weights of their own). Raw
 * scores grow with the query and say nothing of this. Fitted on known-item queries to public help centres in nine languages and on
 * one half of the questions to the example shop, with questions of other trades and near misses as those without an answer.
 * @param best score of the first article; what falls behind it is less likely the one
 */
export function confidenceOf({ coverage, likeness, score }: Ranked, best: number, query: QueryWeight): number {
  const strength = score / (query.asked || 1);
  const both = coverage * likeness;
  const behind = 1 - score / (best || 1);
  const words =
    -5.48 +
    coverage * (2.73 + 0.07 * coverage) +
    likeness * (3.44 + 4.37 * likeness) +
    2.4 * strength -
    7.69 * both +
    1.45 * Math.min(3, coverage * query.words) +
    0.78 * Math.log1p(coverage * query.words) -
    11.9 * behind;
  const kana =
    -3.83 +
    coverage * (0.96 + 1.71 * coverage) +
    likeness * (0.05 + 0.85 * likeness) +
    2.83 * strength -
    0.97 * both -
    5.9 * behind;
  const logit = query.kana * kana + (1 - query.kana) * words;
  return 1 / (1 + Math.exp(-logit));
}
