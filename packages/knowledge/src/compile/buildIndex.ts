import { createByteWriter } from '../files/bytes.js';
import { writeLexicon } from '../files/lexicon.js';
import { type Posting, writePosting } from '../files/postings.js';
import type { Language } from '../text/language.js';
import { type ArticleTerms, collectTerms, FIELDS, type Field, type TermUse } from './collectTerms.js';
import type { PreparedArticle } from './prepareArticle.js';

/** One shard: sorted terms with their postings. */
export interface Shard {
  readonly first: string;
  readonly bytes: Uint8Array;
}

/** The index of one locale. */
export interface BuiltIndex {
  readonly shards: readonly Shard[];
  /** Terms worth correcting a typo to, with their counts. */
  readonly words: Uint8Array;
  /** Indices of the nearest articles of each article, nearest first. */
  readonly related: readonly (readonly number[])[];
}

/** Bytes a shard aims at; a query loads about one shard a word. More than 400 shards would make their map too long. */
const SHARD_BYTES = 5000;
const MOST_SHARDS = 400;
/** Under this size one file is quicker than several. */
const ONE_SHARD = 24_000;
/** Rough means, for cutting shards. */
const BYTES_A_POSTING = 2.4;
const BYTES_A_TERM = 4.5;
const RELATED = 3;
/** Share of the articles from which on a word is common. */
const COMMON = 0.05;
const PAIR = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}$/;

/** Builds the index of the articles of one locale, in their order. */
export function buildIndex(articles: readonly PreparedArticle[], language: Language): BuiltIndex {
  const collected = articles.map(article => collectTerms(article, language));
  prune(collected);
  const counts = countArticles(collected);
  const terms = [...counts.keys()].sort();
  const idf = (term: string) => idfOf(counts.get(term) ?? 0, articles.length);
  const postings = collectPostings(collected, idf);
  return {
    shards: cutShards(terms, counts, postings),
    words: encodeWords(terms, counts, postings),
    related: articles.map((_, index) => nearest(index, collected, postings, idf)),
  };
}

/** Inverse document frequency as in BM25 (Robertson & Zaragoza 2009, 3.1), kept above zero. */
export function idfOf(count: number, articles: number): number {
  return Math.log(1 + (articles - count + 0.5) / (count + 0.5));
}

function countArticles(collected: readonly ArticleTerms[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { uses } of collected) {
    for (const term of uses.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/**
 * Leaves out what costs bytes and decides nothing (static index pruning; Carmel et al. 2001): a single mention in the
 * body of a common word, and two characters that stand beside each other once in the whole help centre, which mostly
 * belong to two words.
 */
function prune(collected: readonly ArticleTerms[]): void {
  const counts = countArticles(collected);
  const common = Math.max(12, collected.length * COMMON);
  for (const { uses } of collected) {
    for (const [term, { counts: fields, phrases }] of uses) {
      if (phrases.length > 0 || fields.body !== 1 || fields.summary !== undefined) continue;
      const count = counts.get(term) ?? 0;
      const isPair = PAIR.test(term);
      if (count > (isPair ? common / 2 : common) || (isPair && count === 1)) uses.delete(term);
    }
  }
}

function collectPostings(collected: readonly ArticleTerms[], idf: (term: string) => number): Map<string, Posting[]> {
  const fields = Object.keys(FIELDS) as Field[];
  const average = Object.fromEntries(
    fields.map(field => {
      const filled = collected.filter(each => each.lengths[field] > 0);
      return [field, filled.reduce((sum, each) => sum + each.lengths[field], 0) / Math.max(1, filled.length)];
    }),
  ) as Record<Field, number>;
  const postings = new Map<string, Posting[]>();
  collected.forEach(({ uses, lengths, phrases }, article) => {
    const norm = Object.fromEntries(
      fields.map(field => {
        const { weight, b } = FIELDS[field];
        return [field, weight / (1 - b + (b * lengths[field]) / (average[field] || 1))];
      }),
    ) as Record<Field, number>;
    const masses = new Map(
      [...phrases].map(([phrase, words]) => [phrase, words.reduce((sum, word) => sum + idf(word), 0)]),
    );
    for (const [term, use] of uses) {
      const hits = use.phrases.map(phrase => ({ phrase, mass: masses.get(phrase) ?? 0 }));
      const posting = { article, weight: weightOf(use, norm), phrases: hits, sections: use.sections };
      const list = postings.get(term);
      if (list) list.push(posting);
      else postings.set(term, [posting]);
    }
  });
  return postings;
}

/** The field-weighted, length-normalised term frequency of BM25F (Robertson & Zaragoza 2009, 3.6). */
function weightOf(use: TermUse, norm: Readonly<Record<Field, number>>): number {
  let weight = 0;
  for (const field in use.counts) weight += (use.counts[field as Field] ?? 0) * norm[field as Field];
  return weight;
}

function cutShards(
  terms: readonly string[],
  counts: ReadonlyMap<string, number>,
  postings: ReadonlyMap<string, readonly Posting[]>,
): Shard[] {
  let total = 0;
  for (const list of postings.values()) total += list.length * BYTES_A_POSTING + BYTES_A_TERM;
  const target = total < ONE_SHARD ? Number.POSITIVE_INFINITY : Math.max(SHARD_BYTES, total / MOST_SHARDS);
  const shards: Shard[] = [];
  let from = 0;
  let size = 0;
  terms.forEach((term, index) => {
    size += (postings.get(term)?.length ?? 0) * BYTES_A_POSTING + BYTES_A_TERM;
    if (size < target && index < terms.length - 1) return;
    const some = terms.slice(from, index + 1);
    shards.push({ first: from === 0 ? '' : (some[0] ?? ''), bytes: encodeShard(some, counts, postings) });
    from = index + 1;
    size = 0;
  });
  return shards;
}

/** Lexicon, lengths of the first two columns, then the three columns. */
function encodeShard(
  terms: readonly string[],
  counts: ReadonlyMap<string, number>,
  postings: ReadonlyMap<string, readonly Posting[]>,
): Uint8Array {
  const columns = { heads: createByteWriter(), deltas: createByteWriter(), extras: createByteWriter() };
  for (const term of terms) {
    let before = 0;
    for (const posting of postings.get(term) ?? []) {
      writePosting(columns, posting, before);
      before = posting.article;
    }
  }
  const out = createByteWriter();
  writeLexicon(
    out,
    terms,
    terms.map(each => counts.get(each) ?? 0),
  );
  out.varint(columns.heads.length);
  out.varint(columns.deltas.length);
  out.append(columns.heads.take());
  out.append(columns.deltas.take());
  out.append(columns.extras.take());
  return out.take();
}

function encodeWords(
  terms: readonly string[],
  counts: ReadonlyMap<string, number>,
  postings: ReadonlyMap<string, readonly Posting[]>,
): Uint8Array {
  const worth = terms.filter(term => {
    if (term.length < 3 || /\d/.test(term)) return false;
    return (counts.get(term) ?? 0) > 1 || postings.get(term)?.some(posting => posting.phrases.length > 0);
  });
  const out = createByteWriter();
  writeLexicon(
    out,
    worth,
    worth.map(term => counts.get(term) ?? 0),
  );
  return out.take();
}

function nearest(
  index: number,
  collected: readonly ArticleTerms[],
  postings: ReadonlyMap<string, readonly Posting[]>,
  idf: (term: string) => number,
): number[] {
  const scores = new Map<number, number>();
  const words = collected[index]?.phrases.get(0) ?? [];
  for (const word of words) {
    const list = postings.get(word) ?? [];
    if (list.length > Math.max(20, collected.length / 5)) continue;
    for (const posting of list) {
      const strength = idf(word) * (posting.weight / (posting.weight + 3)) * (posting.phrases.length > 0 ? 2 : 1);
      if (posting.article !== index) scores.set(posting.article, (scores.get(posting.article) ?? 0) + strength);
    }
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, RELATED)
    .map(([article]) => article);
}
