import { createByteWriter } from '../../files/bytes.js';
import { SERIALIZATION_VERSION } from '../../files/knowledgeFile.js';
import { writeLexicon } from '../../files/lexicon.js';
import { seal } from '../../files/seal.js';
import { conceptTerm, createFindConcepts, isConceptTerm } from '../../text/findConcepts.js';
import type { Language } from '../../text/language.js';
import type { PreparedArticle } from '../prepareArticle.js';
import { collectPostings, type TermPostings } from './collectPostings.js';
import { collectTerms } from './collectTerms.js';
import { cutShards, type Shard } from './cutShards.js';
import { countArticles, pruneTerms } from './pruneTerms.js';
import { relatedArticles } from './relatedArticles.js';
import { createPartsOf } from './splitCompounds.js';
import { createTermTable, type NumberedTerm } from './termTable.js';

/** The index of one locale. */
export interface BuiltIndex {
  readonly shards: readonly Shard[];
  /** Terms worth correcting a typo to, with their counts. */
  readonly words: Uint8Array;
  /** Indices of the nearest articles of each article, nearest first. */
  readonly related: readonly (readonly number[])[];
  /** The list of concepts, without those no article names. */
  readonly concepts: string;
}

/** Builds the index of the articles of one locale, in their order. */
export function buildIndex(articles: readonly PreparedArticle[], language: Language, concepts: string): BuiltIndex {
  const table = createTermTable(language);
  const reading = {
    partsOf: createPartsOf(articles, language),
    findConcepts: createFindConcepts(concepts, language),
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
  return {
    shards: cutShards(order, postings),
    words: encodeWords(order, postings),
    related: relatedArticles(collected, postings),
    concepts: keepConcepts(concepts, order),
  };
}

function keepConcepts(concepts: string, order: readonly NumberedTerm[]): string {
  const named = new Set(order.flatMap(({ term }) => (isConceptTerm(term) ? term : [])));
  return concepts
    .split('\n')
    .map((line, concept) => (named.has(conceptTerm(concept)) ? line : ''))
    .join('\n')
    .trimEnd();
}

function encodeWords(order: readonly NumberedTerm[], { counts, starts, phrases }: TermPostings): Uint8Array {
  const worth = order.filter(({ term, id }) => {
    if (term.length < 3 || isConceptTerm(term) || /\d/.test(term)) return false;
    return (counts[id] as number) > 1 || phrases.has(starts[id] as number);
  });
  const out = createByteWriter();
  writeLexicon(
    out,
    worth.map(({ term }) => term),
    // Which of two words is the commoner one decides; powers of two tell that in fewer bytes.
    worth.map(({ id }) => 2 ** Math.round(Math.log2(counts[id] as number))),
  );
  return seal(out.take(), SERIALIZATION_VERSION);
}
