import { createByteWriter } from '../files/bytes.js';
import { SERIALIZATION_VERSION } from '../files/knowledgeFile.js';
import { writeLexicon } from '../files/lexicon.js';
import { seal } from '../files/seal.js';
import type { Language } from '../text/language.js';
import { collectPostings, type TermPostings } from './collectPostings.js';
import { collectTerms } from './collectTerms.js';
import { cutShards, type Shard } from './cutShards.js';
import type { PreparedArticle } from './prepareArticle.js';
import { countArticles, pruneTerms } from './pruneTerms.js';
import { relatedArticles } from './relatedArticles.js';
import { createPartsOf } from './splitCompounds.js';
import { createTermTable } from './termTable.js';

/** The index of one locale. */
export interface BuiltIndex {
  readonly shards: readonly Shard[];
  /** Terms worth correcting a typo to, with their counts. */
  readonly words: Uint8Array;
  /** Indices of the nearest articles of each article, nearest first. */
  readonly related: readonly (readonly number[])[];
}

/** Builds the index of the articles of one locale, in their order. */
export function buildIndex(articles: readonly PreparedArticle[], language: Language): BuiltIndex {
  const table = createTermTable(language);
  const partsOf = createPartsOf(articles, language);
  const collected = pruneTerms(
    articles.map(article => collectTerms(article, language, table, partsOf)),
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
  };
}

/** A term and its number. */
export interface NumberedTerm {
  readonly term: string;
  readonly id: number;
}

function encodeWords(order: readonly NumberedTerm[], { counts, starts, phrases }: TermPostings): Uint8Array {
  const worth = order.filter(({ term, id }) => {
    if (term.length < 3 || /\d/.test(term)) return false;
    return (counts[id] as number) > 1 || phrases.has(starts[id] as number);
  });
  const out = createByteWriter();
  writeLexicon(
    out,
    worth.map(({ term }) => term),
    worth.map(({ id }) => counts[id] as number),
  );
  return seal(out.take(), SERIALIZATION_VERSION);
}
