import { type BitReader, createBitReader } from '../files/bitReader.js';
import {
  type ArticleGroupFile,
  articlesPath,
  type LocaleEntry,
  type StoredArticle,
  type SynonymsFile,
  shardPath,
  type TitlesFile,
} from '../files/knowledgeFile.js';
import { type Lexicon, lowerBound, readLexicon } from '../files/lexicon.js';
import { type PostingTable, type PostingVisitor, readPostings, visitPostings } from '../files/postings.js';
import { CONTEXTS } from '../files/shardContexts.js';
import type { Files } from './files.js';

/** A term that is in the index. */
export interface IndexedTerm {
  readonly term: string;
  /** Articles it stands in. */
  readonly count: number;
  visit(visitor: PostingVisitor): void;
}

/** The index of one locale; parts are loaded when they are asked for, once. */
export interface LocaleIndex {
  readonly entry: LocaleEntry;
  /** The term itself, if there is one. */
  find(term: string): Promise<IndexedTerm | undefined>;
  /** Terms that begin with `prefix`, in order; loads at most eight shards. */
  startingWith(prefix: string): Promise<IndexedTerm[]>;
  /** The terms that share a file with this one, or would. */
  neighbours(term: string): Promise<Lexicon>;
  /** Shard `n` of the words a typo may be corrected to; a count of c below `REAL_WORD` stands for about 2^(c - 1) articles. */
  words(n: number): Promise<Lexicon>;
  /** Synonyms of the site and the language; none when it has no file of them. */
  synonyms(): Promise<SynonymsFile>;
  titles(): Promise<TitlesFile>;
  /** The article at a place in the locale's order. */
  article(place: number): Promise<StoredArticle>;
}

interface Shard extends Lexicon {
  readonly postings: PostingTable;
}

const MOST_SHARDS = 8;
const NO_SYNONYMS: SynonymsFile = { groups: [], concepts: '' };
const NOTHING: Lexicon = { terms: [], counts: new Uint32Array() };

/** Opens the index of a locale; nothing is loaded yet. */
export function loadIndex(entry: LocaleEntry, files: Files): LocaleIndex {
  const { first } = entry.shards;
  const shardOf = (term: string) => Math.max(0, upperBound(first, term) - 1);
  const open = <T>(path: string, read: (from: BitReader) => T) =>
    files.once(path, async () => read(createBitReader(await files.binary(path), CONTEXTS)));
  const shard = (n: number) => open(shardPath(entry, 'terms', n), readShard);
  const runStarts = startsOf(entry.runs.sizes);

  return {
    entry,
    async find(term) {
      if (first.length === 0) return undefined;
      const found = await shard(shardOf(term));
      const at = lowerBound(found.terms, term);
      return found.terms[at] === term ? termAt(found, at) : undefined;
    },
    async startingWith(prefix) {
      if (first.length === 0) return [];
      const from = shardOf(prefix);
      const to = Math.min(shardOf(`${prefix}\uffff`), from + MOST_SHARDS - 1);
      const shards = await Promise.all(Array.from({ length: to - from + 1 }, (_, n) => shard(from + n)));
      return shards.flatMap(found => {
        const terms: IndexedTerm[] = [];
        for (let at = lowerBound(found.terms, prefix); found.terms[at]?.startsWith(prefix); at++)
          terms.push(termAt(found, at));
        return terms;
      });
    },
    async neighbours(term) {
      return first.length === 0 ? NOTHING : shard(shardOf(term));
    },
    words: n => open(shardPath(entry, 'words', n), readLexicon),
    async synonyms() {
      if (entry.synonyms === undefined) return NO_SYNONYMS;
      return files.once(entry.synonyms, async path => {
        const { groups, concepts } = await files.json<SynonymsFile>(path, 'groups');
        return { groups, concepts: textOf(concepts, path, 'concepts') };
      });
    },
    titles: () =>
      files.once(entry.titles, async path => {
        const read = await files.json<TitlesFile>(path, 'articles');
        for (const article of read.articles) textOf(article?.title, path, 'title');
        return read;
      }),
    async article(place) {
      const run = upperBound(runStarts, place) - 1;
      const inRun = place - (runStarts[run] ?? 0);
      const perFile = entry.runs.perFile[run] ?? 1;
      const path = articlesPath(entry, run, Math.floor(inRun / perFile));
      const { articles } = await files.once(path, () => files.json<ArticleGroupFile>(path, 'articles'));
      const article = articles[inRun % perFile];
      if (!Array.isArray(article?.tree)) throw new Error(`${path}: expected article ${place}, got a file without it`);
      textOf(article.title, path, 'title');
      return article;
    },
  };
}

function textOf(value: unknown, path: string, name: string): string {
  if (typeof value === 'string') return value;
  throw new Error(`${path}: expected a text "${name}", got ${JSON.stringify(value) ?? 'none'}`);
}

function readShard(from: BitReader): Shard {
  const lexicon = readLexicon(from);
  return { ...lexicon, postings: readPostings(from, lexicon.counts) };
}

function termAt({ terms, counts, postings }: Shard, place: number): IndexedTerm {
  return {
    term: terms[place] ?? '',
    count: counts[place] ?? 0,
    visit: visitor => visitPostings(postings, place, visitor),
  };
}

function startsOf(sizes: readonly number[]): number[] {
  let start = 0;
  return sizes.map(size => {
    start += size;
    return start - size;
  });
}

/** The place after the last item that is not above `value`; items ascend. */
function upperBound<T extends string | number>(items: readonly T[], value: T): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && item <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
