import type { FoundConcept } from '../text/findConcepts.js';
import { conceptTerm } from '../text/findConcepts.js';
import type { ExpandedTerm, Variant } from './expand.js';
import type { LocaleIndex } from './loadIndex.js';

/** What another name of the same thing is worth beside the word itself. */
const FACTOR = 0.45;

/**
 * Lets words be answered by articles that call the same thing by another name. Concepts named by small talk alone ("get back") become a term
 * of their own.
 */
export async function addConcepts(
  terms: readonly ExpandedTerm[],
  query: string,
  concepts: readonly FoundConcept[],
  index: LocaleIndex,
): Promise<ExpandedTerm[]> {
  const found = await Promise.all(
    concepts.map(async place => ({ place, found: await index.find(conceptTerm(place.concept)) })),
  );
  const out = terms.map(term => ({ ...term, variants: [...term.variants] }));
  const alone = new Map<number, ExpandedTerm & { variants: Variant[] }>();
  for (const { place, found: indexed } of found) {
    if (!indexed) continue;
    const variant: Variant = { found: indexed, factor: FACTOR, kind: 'concept' };
    const named = out.filter(({ query: each }) => each.start < place.end && each.end > place.start);
    for (const term of named) term.variants.push(variant);
    if (named.length > 0) continue;
    const term = alone.get(place.start) ?? { query: queryTerm(query, place), variants: [] };
    term.variants.push(variant);
    alone.set(place.start, term);
  }
  for (const { variants } of out) variants.sort((a, b) => b.factor - a.factor || b.found.count - a.found.count);
  return [...out, ...alone.values()];
}

function queryTerm(query: string, { start, end }: FoundConcept): ExpandedTerm['query'] {
  return { term: query.slice(start, end), start, end, kind: 'word', together: [], unfinished: false };
}
