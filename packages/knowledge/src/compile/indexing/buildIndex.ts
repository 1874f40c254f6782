import { conceptTerm, createFindConcepts, isConceptTerm } from '../../text/findConcepts.js';
import type { Language } from '../../text/language.js';
import type { PreparedArticle } from '../prepareArticle.js';
import { collectPostings } from './collectPostings.js';
import { collectTerms } from './collectTerms.js';
import { cutShards, type Shard } from './cutShards.js';
import { cutWords } from './cutWords.js';
import { countArticles, pruneTerms } from './pruneTerms.js';
import { relatedArticles } from './relatedArticles.js';
import { createPartsOf } from './splitCompounds.js';
import { createTermTable, type NumberedTerm } from './termTable.js';
import { createTermUses } from './termUses.js';

/** The index of one locale. */
export interface BuiltIndex {
  readonly shards: readonly Shard[];
  /** Terms worth correcting a typo to, and words that are none. */
  readonly words: readonly Shard[];
  /** Indices of the nearest articles of each article, nearest first. */
  readonly related: readonly (readonly number[])[];
  /** The list of concepts, without those no article names. */
  readonly concepts: string;
}

/** Builds the index of the articles of one locale, in their order; `real` are words of the language that are no slips. */
export function buildIndex(
  articles: readonly PreparedArticle[],
  language: Language,
  concepts: string,
  real: ReadonlySet<string>,
): BuiltIndex {
  const table = createTermTable(language);
  const reading = {
    partsOf: createPartsOf(articles, language),
    findConcepts: createFindConcepts(concepts, language),
    uses: createTermUses(),
  };
  const collected = pruneTerms(
    articles.map(article => collectTerms(article, language, table, reading)),
    table.terms,
  );
  const counts = countArticles(collected, table.terms.length);
  const postings = collectPostings(collected, counts);
  const order = table.terms
    .map((term, id) => ({ term, id }))
    .filter(({ id }) => (counts[id] as number) > 0)
    .sort((a, b) => (a.term < b.term ? -1 : 1));
  const shards = cutShards(order, postings);
  return {
    shards,
    words: cutWords(order, postings, { real: unknownOf(real, order, language), isSmall: shards.length === 1 }),
    related: relatedArticles(collected, postings),
    concepts: keepConcepts(concepts, order),
  };
}

/** Real words that a search would not know by their stem. */
function unknownOf(real: ReadonlySet<string>, order: readonly NumberedTerm[], { stem }: Language): Set<string> {
  if (real.size === 0) return new Set();
  const stems = new Set(order.flatMap(({ term }) => (stem(term) === term ? [] : stem(term))));
  const terms = new Set(order.map(({ term }) => term));
  const isKnown = (word: string) => {
    const own = stem(word);
    return stems.has(own) || (own !== word && terms.has(own));
  };
  return new Set([...real].filter(word => !isKnown(word)));
}

function keepConcepts(concepts: string, order: readonly NumberedTerm[]): string {
  const named = new Set(order.flatMap(({ term }) => (isConceptTerm(term) ? term : [])));
  return concepts
    .split('\n')
    .map((line, concept) => (named.has(conceptTerm(concept)) ? line : ''))
    .join('\n')
    .trimEnd();
}
