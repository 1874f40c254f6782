import { WEIGHTS } from '../files/postings.js';
import type { ExpandedTerm } from './expand.js';
import { idfOf } from './idf.js';

/** An article that answers a query. */
export interface Ranked {
  readonly article: number;
  /** Comparable within one query only. */
  readonly score: number;
  /** 0..1: share of what was asked (by idf) that the article contains. */
  readonly coverage: number;
  /** 0..1: how well the best title, question or heading and the query are the same. */
  readonly likeness: number;
}

/** Articles, best first. */
export interface Ranking {
  readonly ranked: readonly Ranked[];
  /** Sum of the idf of everything that was asked. */
  readonly asked: number;
}

/** Settings of {@link rank}; the values were chosen on development data. */
export const RANKING = {
  /** Saturation of term frequency (`k1` of BM25). */
  saturation: 2.5,
  /** What full likeness to a title, a question, a heading adds, in units of the query's idf mass. */
  title: 1,
  question: 1,
  heading: 0.5,
} as const;

interface PhraseMatch {
  readonly article: number;
  readonly phrase: number;
  readonly mass: number;
  term: number;
  /** Matched idf, seen from the phrase and from the query. */
  inPhrase: number;
  inQuery: number;
}

const STRIDE = 4096;
const ASIDE = 0.5;

/**
 * Scores articles: BM25F over all fields (the field-weighted frequency is stored, so this is its saturation and sum;
 * Robertson & Zaragoza 2009, 3.6), plus a bonus for a title, question or heading that says the same as the query (harmonic mean
 * of how much of the one is in the other, van Rijsbergen's F). Best first; equal scores keep the articles' order.
 */
export function rank(terms: readonly ExpandedTerm[], articles: number, limit: number): Ranking {
  const scores = new Float64Array(articles);
  const covered = new Float64Array(articles);
  const seen = new Int32Array(articles);
  const phrases = new Map<number, PhraseMatch>();
  const touched: number[] = [];
  const idfs = terms.map(term => weightOfTerm(term, articles));
  const asked = terms.reduce((sum, { query }, place) => sum + (query.aside ? 0 : (idfs[place] ?? 0)), 0) || 1;
  terms.forEach((term, position) => {
    const idf = idfs[position] ?? 0;
    const mark = position + 1;
    for (const { found, factor } of term.variants) {
      const own = Math.min(idfOf(found.count, articles), idf * 1.5);
      found.visit({
        phrase(article, phrase, mass) {
          const key = article * STRIDE + phrase;
          let match = phrases.get(key);
          if (!match) {
            match = { article, phrase, mass, term: 0, inPhrase: 0, inQuery: 0 };
            phrases.set(key, match);
          }
          if (match.term === mark || term.query.aside) return;
          match.term = mark;
          match.inPhrase += own * factor;
          match.inQuery += idf * factor;
        },
        article(article, step) {
          if (seen[article] === mark) return;
          if (seen[article] === 0) touched.push(article);
          seen[article] = mark;
          const weight = WEIGHTS[step] ?? 0;
          scores[article] = (scores[article] ?? 0) + (idf * factor * weight) / (RANKING.saturation + weight);
          if (!term.query.aside) covered[article] = (covered[article] ?? 0) + idf * factor;
        },
      });
    }
  });
  const bonus = new Float64Array(articles);
  const likeness = new Float64Array(articles);
  for (const match of phrases.values()) addLikeness(match, asked, bonus, likeness);
  const ranked = touched
    .map(article => ({
      article,
      score: (scores[article] ?? 0) + (bonus[article] ?? 0),
      coverage: Math.min(1, (covered[article] ?? 0) / asked),
      likeness: likeness[article] ?? 0,
    }))
    .sort((a, b) => b.score - a.score || a.article - b.article)
    .slice(0, limit);
  return { ranked, asked };
}

function addLikeness(match: PhraseMatch, asked: number, bonus: Float64Array, likeness: Float64Array): void {
  const { alike, gain } = likenessOf(match.phrase, match, asked);
  if (gain > (bonus[match.article] ?? 0)) bonus[match.article] = gain;
  likeness[match.article] = Math.max(likeness[match.article] ?? 0, alike);
}

/** How well a phrase and the query are the same (0..1), and the points that gives. */
export function likenessOf(
  phrase: number,
  { mass, inPhrase, inQuery }: Pick<PhraseMatch, 'mass' | 'inPhrase' | 'inQuery'>,
  asked: number,
): { readonly alike: number; readonly gain: number } {
  const ofPhrase = Math.min(1, inPhrase / (mass || 1));
  const ofQuery = Math.min(1, inQuery / asked);
  const alike = (2 * ofPhrase * ofQuery) / (ofPhrase + ofQuery || 1);
  const weight = phrase === 0 ? RANKING.title : phrase % 2 === 0 ? RANKING.question : RANKING.heading;
  return { alike, gain: weight * alike * inQuery };
}

/** What a term counts in a score: its idf, half of it for small talk, which is no part of what is asked. */
export function weightOfTerm(term: ExpandedTerm, articles: number): number {
  return idfOfTerm(term, articles) * (term.query.aside ? ASIDE : 1);
}

/** Inverse document frequency of what a query term means exactly, or of its near words when nothing is exact; highest for the unknown. */
export function idfOfTerm({ variants }: ExpandedTerm, articles: number): number {
  const exact = variants.filter(
    variant => variant.kind === 'same' || variant.kind === 'stem' || variant.kind === 'together',
  );
  const counted = exact.length > 0 ? exact : variants;
  return idfOf(Math.max(0, ...counted.map(variant => variant.found.count)), articles);
}
