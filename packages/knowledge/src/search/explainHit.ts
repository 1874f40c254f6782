import { WEIGHTS } from '../files/postings.js';
import type { ExpandedTerm, Variant } from './expand.js';
import { idfOf } from './idf.js';
import { idfOfTerm, likenessOf, RANKING, weightOfTerm } from './rank.js';
import type { RankedQuery } from './search.js';

/** Where the points of a hit come from. */
export interface HitExplanation {
  /** The wording that found it; another than the query when a synonym did. */
  readonly wording: string;
  /** What was looked for, in the order of the query; small talk where this article has it. */
  readonly words: readonly WordExplanation[];
  /** Points of the words, wherever they stand. */
  readonly byWords: number;
  /** Points for the title, question or heading most like the query, `null` when none is. */
  readonly byPhrase: PhraseExplanation | null;
  /** What the points of a synonym's wording were multiplied with to stand beside the query's own; 1 for the query's own. */
  readonly scale: number;
  /** 0..1: share of what was asked that the article contains; how well the best phrase and the query are the same. */
  readonly coverage: number;
  readonly likeness: number;
}

/** What became of one word of a query. */
export interface WordExplanation {
  readonly term: string;
  /** Inverse document frequency: the rarer, the more it counts. */
  readonly idf: number;
  /** Share of all that was asked, 0..1; 0 for small talk. */
  readonly share: number;
  /** The indexed term that answered it in this article, `null` when none did. */
  readonly found: {
    readonly term: string;
    readonly as: Variant['kind'];
    readonly factor: number;
    readonly articles: number;
  } | null;
  readonly points: number;
}

/** A title, question or heading as the query's mirror. */
export interface PhraseExplanation {
  readonly kind: 'title' | 'question' | 'heading';
  /** Of its kind, counted from 0; always 0 for the title. */
  readonly place: number;
  /** Harmonic mean of how much of the one is in the other, 0..1. */
  readonly alike: number;
  readonly points: number;
}

/** Explains the hit at a place of a ranking. Words and phrase, times `scale`, add up to its score. */
export function explainHit(found: RankedQuery, place: number, articles: number): HitExplanation | null {
  const hit = found.ranked[place];
  const wording = found.wordings[hit?.wording ?? 0];
  if (!hit || !wording) return null;
  const { terms } = wording;
  const told = terms.filter(({ query }) => !query.aside);
  const asked = told.reduce((sum, term) => sum + idfOfTerm(term, articles), 0) || 1;
  const words = terms
    .map(term => explainWord(term, hit.article, articles, asked))
    .filter(({ found: answered }, place) => answered !== null || !terms[place]?.query.aside);
  const byWords = words.reduce((sum, { points }) => sum + points, 0);
  const byPhrase = explainPhrase(told, hit.article, articles, asked);
  const points = byWords + (byPhrase?.points ?? 0);
  return {
    wording: wording.query,
    words,
    byWords,
    byPhrase,
    scale: hit.wording === 0 ? 1 : hit.score / (points || 1),
    coverage: hit.coverage,
    likeness: hit.likeness,
  };
}

function explainWord(term: ExpandedTerm, article: number, articles: number, asked: number): WordExplanation {
  const idf = weightOfTerm(term, articles);
  const share = term.query.aside ? 0 : idf / asked;
  for (const { found, factor, kind } of term.variants) {
    let weight = 0;
    found.visit({
      article(at, step) {
        if (at === article) weight = WEIGHTS[step] ?? 0;
      },
    });
    if (weight === 0) continue;
    const points = (idf * factor * weight) / (RANKING.saturation + weight);
    // A concept has many names and none of its own: the one that was asked with stands for it.
    const name = kind === 'concept' ? term.query.term : found.term;
    const answered = { term: name, as: kind, factor, articles: found.count };
    return { term: term.query.term, idf, share, found: answered, points };
  }
  return { term: term.query.term, idf, share, found: null, points: 0 };
}

function explainPhrase(
  terms: readonly ExpandedTerm[],
  article: number,
  articles: number,
  asked: number,
): PhraseExplanation | null {
  const phrases = new Map<number, { mass: number; term: number; inPhrase: number; inQuery: number }>();
  terms.forEach((term, position) => {
    const idf = idfOfTerm(term, articles);
    for (const { found, factor } of term.variants) {
      const own = Math.min(idfOf(found.count, articles), idf * 1.5);
      found.visit({
        phrase(at, phrase, mass) {
          if (at !== article) return;
          const match = phrases.get(phrase) ?? { mass, term: -1, inPhrase: 0, inQuery: 0 };
          if (match.term !== position) {
            phrases.set(phrase, {
              mass,
              term: position,
              inPhrase: match.inPhrase + own * factor,
              inQuery: match.inQuery + idf * factor,
            });
          }
        },
      });
    }
  });
  let best: PhraseExplanation | null = null;
  for (const [phrase, match] of phrases) {
    const { alike, gain } = likenessOf(phrase, match, asked);
    if (gain > (best?.points ?? 0)) best = { ...placeOf(phrase), alike, points: gain };
  }
  return best;
}

function placeOf(phrase: number): Pick<PhraseExplanation, 'kind' | 'place'> {
  if (phrase === 0) return { kind: 'title', place: 0 };
  return phrase % 2 === 0 ? { kind: 'question', place: phrase / 2 - 1 } : { kind: 'heading', place: (phrase - 1) / 2 };
}
