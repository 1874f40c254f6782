import type { Language } from '../text/language.js';
import type { IndexedTerm, LocaleIndex } from './loadIndex.js';
import type { QueryTerm } from './readQuery.js';
import type { Spelling } from './spelling.js';

/** An indexed term that answers a query term, and how well (1 = the same word). */
export interface Variant {
  readonly found: IndexedTerm;
  readonly factor: number;
  readonly kind: 'same' | 'together' | 'stem' | 'prefix' | 'typo' | 'rescue' | 'concept';
}

/** A query term with everything in the index that answers it, best first. */
export interface ExpandedTerm {
  readonly query: QueryTerm;
  readonly variants: readonly Variant[];
  /** True for a word that was typed together with others; `query` then names the place of all of them. */
  readonly isPart?: true;
}

const FACTOR = {
  same: 1,
  together: 0.9,
  stem: 0.7,
  prefix: 0.75,
  typo: [1, 0.75, 0.5],
  rescue: 0.3,
  family: 0.6,
} as const;
/** Letters from which on a near word is hardly there by chance; of shorter ones too many are near. */
const SURE_TYPO = 6;
/** Unknown words of one query that are looked at again; a text of nothing but unknown words is not worth the time. */
const MOST_RESCUED = 12;
/** Of one unfinished word. */
const MOST_PREFIXES = 60;
/** Letters of an unfinished word from which on it stands for its completions' relatives too: shipp for ship. */
const FAMILY_FROM = 4;
const LONGEST_ENDING = 3;
/** Shorter stems have no mates: too much begins with them. */
const SHORTEST_STEM = 3;

/** Looks up query terms: the word, its stem mates, its endings while it is typed; near words or parts when it is unknown. */
export async function expand(
  terms: readonly QueryTerm[],
  index: LocaleIndex,
  language: Language,
  spelling: Spelling,
): Promise<ExpandedTerm[]> {
  const found = await Promise.all(terms.map(term => lookUp(term, index, language)));
  const unknown = new Set(found.filter(term => !isKnown(term)).slice(0, MOST_RESCUED));
  const expanded = await Promise.all(
    found.map(term => (unknown.has(term) ? rescue(term, index, language, spelling) : [term])),
  );
  return expanded.flat();
}

async function lookUp(query: QueryTerm, index: LocaleIndex, language: Language): Promise<ExpandedTerm> {
  if (query.kind === 'gram' || query.aside) {
    const found = await index.find(query.term);
    return { query, variants: found ? [{ found, factor: FACTOR.same, kind: 'same' }] : [] };
  }
  const stem = language.stem(query.term);
  // Of "battery" and "batteries" only what comes before the last letter of the stem is the same.
  const shared = stem.endsWith('i') ? stem.slice(0, -1) : stem;
  const isBegun = query.unfinished && query.term.length >= FAMILY_FROM;
  const short = isBegun ? query.term.slice(0, Math.max(FAMILY_FROM, query.term.length - LONGEST_ENDING)) : query.term;
  const begin = query.unfinished && query.term.length > 1 ? shorter(shared, short) : shared;
  const near =
    stem.length >= SHORTEST_STEM || query.unfinished
      ? await index.startingWith(begin || query.term)
      : [await index.find(query.term)];
  const family = new Set(
    near.flatMap(found => (isBegun && found?.term.startsWith(query.term) ? [language.stem(found.term)] : [])),
  );
  const together = await Promise.all(query.together.map(term => index.find(term)));
  const variants = [
    ...near.flatMap(found => (found ? variantOf(found, query, stem, family, language) : [])),
    ...together.flatMap(found => (found ? [{ found, factor: FACTOR.together, kind: 'together' as const }] : [])),
  ];
  variants.sort((a, b) => b.factor - a.factor || b.found.count - a.found.count);
  return { query, variants: variants.slice(0, MOST_PREFIXES) };
}

function variantOf(
  found: IndexedTerm,
  query: QueryTerm,
  stem: string,
  family: ReadonlySet<string>,
  language: Language,
): Variant[] {
  if (found.term === query.term) return [{ found, factor: FACTOR.same, kind: 'same' }];
  const own = language.stem(found.term);
  if (stem.length >= SHORTEST_STEM && own === stem) return [{ found, factor: FACTOR.stem, kind: 'stem' }];
  const begins = query.unfinished && query.term.length > 1 && found.term.startsWith(query.term);
  if (family.has(own)) return [{ found, factor: FACTOR.family, kind: 'stem' }];
  if (!begins) return [];
  return [{ found, factor: FACTOR.prefix * Math.sqrt(query.term.length / found.term.length), kind: 'prefix' }];
}

function shorter(a: string, b: string): string {
  return a.length < b.length ? a : b;
}

/** A word that stands in one article only may be the author's typo. */
function isKnown({ query, variants }: ExpandedTerm): boolean {
  if (query.aside) return true;
  if (query.kind === 'gram') return variants.length > 0;
  return variants.some(({ kind, found }) => kind !== 'same' || found.count > 1);
}

async function rescue(
  term: ExpandedTerm,
  index: LocaleIndex,
  language: Language,
  spelling: Spelling,
): Promise<ExpandedTerm[]> {
  const { query, variants } = term;
  if (query.kind === 'gram') return [{ query, variants: await singles(query, index) }];
  const typos = await correctTypos(term, index, spelling);
  if (variants.length + typos.length > 0) return [{ query, variants: [...variants, ...typos] }];
  const parts = await spelling.split(query.term);
  if (!parts) return [term];
  return Promise.all(
    parts.map(async part => {
      const found = await lookUp({ ...query, term: part, together: [] }, index, language);
      return { ...found, isPart: true as const };
    }),
  );
}

async function correctTypos({ query, variants }: ExpandedTerm, index: LocaleIndex, spelling: Spelling) {
  const near = await Promise.all(
    (await spelling.correct(query.term)).map(async ({ term, distance }) => ({
      distance,
      found: await index.find(term),
    })),
  );
  return near.flatMap(({ distance, found }): Variant[] => {
    if (!found || (variants.length > 0 && (distance > 1 || found.count < 3))) return [];
    const sure = Math.min(1, query.term.length / SURE_TYPO);
    return [{ found, factor: (FACTOR.typo[distance] ?? 0) * sure, kind: 'typo' }];
  });
}

async function singles(query: QueryTerm, index: LocaleIndex): Promise<Variant[]> {
  const found = await Promise.all([...query.term].map(character => index.find(character)));
  return found.flatMap(each => (each ? [{ found: each, factor: FACTOR.rescue, kind: 'rescue' as const }] : []));
}
