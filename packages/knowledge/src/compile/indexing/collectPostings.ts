import { type PhraseHit, type Posting, weightStep } from '../../files/postings.js';
import { idfOf } from '../../search/idf.js';
import { type ArticleTerms, FIELDS } from './collectTerms.js';

/** Postings of all terms in columns, one list after the other; a list is in the order of articles. */
export interface TermPostings {
  /** By term number: articles it stands in. */
  readonly counts: Uint32Array;
  /** By term number: where its list begins. */
  readonly starts: Uint32Array;
  readonly articles: Int32Array;
  /** Steps of `WEIGHTS`. */
  readonly steps: Uint8Array;
  readonly sections: Int32Array;
  readonly phrases: ReadonlyMap<number, readonly PhraseHit[]>;
}

/** Turns the terms of articles into lists of articles. */
export function collectPostings(collected: readonly ArticleTerms[], counts: Uint32Array): TermPostings {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, id) => {
    starts[id + 1] = (starts[id] as number) + count;
  });
  const size = starts[counts.length] as number;
  const next = starts.slice();
  const articles = new Int32Array(size);
  const steps = new Uint8Array(size);
  const sections = new Int32Array(size);
  const phrases = new Map<number, readonly PhraseHit[]>();
  const average = averageLengths(collected);
  collected.forEach((terms, article) => {
    const norms = normsOf(terms.lengths, average);
    const masses = massesOf(terms, counts, collected.length);
    terms.ids.forEach((id, place) => {
      const at = next[id]!++;
      articles[at] = article;
      steps[at] = weightStep(weightOf(terms.counts, place, norms));
      sections[at] = terms.sections[place] as number;
      const own = terms.phrasesOf.get(id);
      if (own)
        phrases.set(
          at,
          own.map(phrase => ({ phrase, mass: masses.get(phrase) ?? 0 })),
        );
    });
  });
  return { counts, starts, articles, steps, sections, phrases };
}

/** The postings of a term. */
export function postingsOf({ counts, starts, ...columns }: TermPostings, id: number): Posting[] {
  return Array.from({ length: counts[id] as number }, (_, place) => {
    const at = (starts[id] as number) + place;
    return {
      article: columns.articles[at] as number,
      step: columns.steps[at] as number,
      phrases: columns.phrases.get(at) ?? [],
      sections: columns.sections[at] as number,
    };
  });
}

function averageLengths(collected: readonly ArticleTerms[]): Float64Array {
  return Float64Array.from(FIELDS, (_, field) => {
    const filled = collected.filter(({ lengths }) => (lengths[field] as number) > 0);
    const sum = filled.reduce((total, { lengths }) => total + (lengths[field] as number), 0);
    return sum / Math.max(1, filled.length) || 1;
  });
}

function normsOf(lengths: Float64Array, average: Float64Array): Float64Array {
  return Float64Array.from(FIELDS, ({ weight, b }, field) => {
    return weight / (1 - b + (b * (lengths[field] as number)) / (average[field] as number));
  });
}

function massesOf({ phrases }: ArticleTerms, counts: Uint32Array, articles: number): Map<number, number> {
  return new Map(
    [...phrases].map(([phrase, ids]) => [
      phrase,
      ids.reduce((sum, id) => sum + idfOf(counts[id] as number, articles), 0),
    ]),
  );
}

/** The field-weighted, length-normalised term frequency of BM25F (Robertson & Zaragoza 2009, 3.6). */
function weightOf(counts: Uint16Array, place: number, norms: Float64Array): number {
  let weight = 0;
  for (let field = 0; field < FIELDS.length; field++) {
    weight += (counts[place * FIELDS.length + field] as number) * (norms[field] as number);
  }
  return weight;
}
