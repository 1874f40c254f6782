import type { Language } from '../text/language.js';
import type { ExpandedTerm } from './expand.js';

/**
 * Leaves out pairs of characters that lie across two words: pairs the index does not have, whose characters both stand in
 * neighbouring pairs that it has, or are function characters. They would count as words nobody knows.
 */
export function dropStraddling(terms: readonly ExpandedTerm[], language: Language): ExpandedTerm[] {
  const known = new Set<number>();
  for (const { query, variants } of terms) {
    if (!isKnown(variants)) continue;
    for (let at = query.start; at < query.end; at++) known.add(at);
  }
  return terms.filter(({ query, variants }) => {
    if (query.kind !== 'gram' || isKnown(variants)) return true;
    return ![...query.term].every(
      (term, place) => known.has(query.start + place) || language.isSmallTalk({ ...query, term }),
    );
  });
}

function isKnown(variants: ExpandedTerm['variants']): boolean {
  return variants.some(variant => variant.kind === 'same');
}
