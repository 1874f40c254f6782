import { type PhraseHit, type PostingColumns, weightStep } from '../../files/postings.js';
import { idfOf } from '../../search/idf.js';
import { type ArticleTerms, FIELDS } from './collectTerms.js';

/** Postings of all terms in columns, one list after the other; a list is in the order of articles. */
export interface TermPostings extends PostingColumns {
  /** By term number: articles it stands in. */
  readonly counts: Uint32Array;
  /** By term number: where its list begins. */
  readonly starts: Uint32Array;
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
  const phrases = new Array<readonly PhraseHit[] | undefined>(size);
  const average = averageLengths(collected);
  collected.forEach((terms, article) => {
    const norms = normsOf(terms.lengths, average);
    const masses = massesOf(terms, counts, collected.length);
    for (let place = 0; place < terms.ids.length; place++) {
      const id = terms.ids[place] as number;
      const at = next[id]!++;
      articles[at] = article;
      steps[at] = weightStep(weightOf(terms.counts, place, norms));
      sections[at] = terms.sections[place] as number;
      phrases[at] = terms.phrasesOf.get(id)?.map(phrase => ({ phrase, mass: masses.get(phrase) ?? 0 }));
    }
  });
  return { counts, starts, articles, steps, sections, phrases };
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
