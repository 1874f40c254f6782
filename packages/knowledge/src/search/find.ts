import type { ExpandedTerm } from './expand.js';
import type { NearTitle } from './nearestTitles.js';
import type { Hit, Searcher, SearchOptions } from './search.js';

/** The answer to a query, and ways on when there is none. */
export interface Found {
  readonly query: string;
  /** The query with mistyped words replaced, `null` if there are none: "showing results for …". */
  readonly corrected: string | null;
  readonly hits: readonly Hit[];
  /** Shorter queries that do find something; only when the query as a whole finds nothing sure. */
  readonly fewer: readonly string[];
  /** Titles that look most like the query; only when there are no hits. */
  readonly nearest: readonly NearTitle[];
  /** What could not be read, one sentence a file; the rest is without it. Empty when everything was there. */
  readonly missing: readonly string[];
}

/** Under this the first hit is not taken as an answer. */
const UNSURE = 0.3;

/** Searches, and prepares ways out of an empty result. */
export async function findQuery(
  searcher: Searcher,
  query: string,
  { limit = 10, prefix = true, explain = false }: SearchOptions,
): Promise<Found> {
  const found = await searcher.rank(query, limit, prefix);
  const { hits, missing } = await searcher.hits(found, explain);
  const sure = (hits[0]?.confidence ?? 0) >= UNSURE;
  return {
    query,
    corrected: correctedQuery(query, found.terms),
    hits,
    fewer: sure ? [] : await fewer(searcher, query, found.terms),
    nearest: hits.length > 0 ? [] : await nearest(searcher, query),
    missing,
  };
}

async function fewer(searcher: Searcher, query: string, terms: readonly ExpandedTerm[]): Promise<string[]> {
  const { fewerWords } = await import('./fewerWords.js');
  return fewerWords(searcher, query, terms);
}

async function nearest({ index }: Searcher, query: string): Promise<NearTitle[]> {
  const { nearestTitles } = await import('./nearestTitles.js');
  return nearestTitles((await index.titles()).articles, query);
}

/** The query as it was understood: typos replaced, words written together taken apart. */
function correctedQuery(query: string, terms: readonly ExpandedTerm[]): string | null {
  const instead = new Map<number, { readonly end: number; readonly words: string[] }>();
  for (const { query: term, variants, isPart } of terms) {
    const word = isPart ? term.term : variants[0]?.kind === 'typo' ? variants[0].found.term : null;
    if (word === null) continue;
    const place = instead.get(term.start) ?? { end: term.end, words: [] };
    place.words.push(word);
    instead.set(term.start, place);
  }
  let corrected = query;
  for (const [start, { end, words }] of [...instead].sort(([a], [b]) => b - a)) {
    corrected = corrected.slice(0, start) + words.join(' ') + corrected.slice(end);
  }
  return instead.size > 0 ? corrected : null;
}
