import type { ExpandedTerm } from './expand.js';
import type { Searcher } from './search.js';

const MOST_FEWER = 3;

/** The known words of the query together, then each alone, rarest first; only those that find something. */
export async function fewerWords(searcher: Searcher, query: string, terms: readonly ExpandedTerm[]): Promise<string[]> {
  const known = terms.filter(({ query: term, variants }) => term.kind === 'word' && variants.length > 0);
  if (known.length === 0 || terms.length < 2) return [];
  const word = ({ query: term }: ExpandedTerm) => query.slice(term.start, term.end);
  const rarest = [...known].sort((a, b) => (a.variants[0]?.found.count ?? 0) - (b.variants[0]?.found.count ?? 0));
  const candidates = [known.map(word).join(' '), ...rarest.map(word)];
  const queries = [...new Set(candidates)].filter(each => each !== query.trim()).slice(0, MOST_FEWER);
  const tried = await Promise.all(queries.map(each => searcher.rank(each, 1, false)));
  return queries.filter((_, place) => (tried[place]?.ranked.length ?? 0) > 0);
}
