import type { Tree } from '@handrail/content';
import type { LanguageData } from '../text/language.js';

/** The version written into `knowledge.json` and every binary file. */
export const SERIALIZATION_VERSION = 2;

/** What this reader understands: the current version and the one before. Version 1 was never published and is not among them. */
export const READABLE_VERSIONS: readonly number[] = [SERIALIZATION_VERSION];

/** `knowledge.json`: the only file whose name never changes. Paths are relative to it. */
export interface KnowledgeFile {
  readonly serializationVersion: number;
  readonly defaultLocale: string;
  readonly locales: readonly LocaleEntry[];
}

/** One language of the help centre. */
export interface LocaleEntry {
  /** BCP 47. */
  readonly locale: string;
  readonly articles: number;
  /** Path of a {@link TitlesFile}. */
  readonly titles: string;
  /** Words a typo may be corrected to, sorted by `wordKey`; none when there is but one shard, which is it. */
  readonly words: ShardMap;
  readonly language: LanguageData;
  /** Path of a {@link SynonymsFile}; absent when there is nothing in it. */
  readonly synonyms?: string;
  readonly shards: ShardMap;
  readonly runs: RunMap;
}

/** Shards of something sorted: shard n holds the keys from `first[n]` up to `first[n + 1]`. */
export interface ShardMap {
  readonly first: readonly string[];
  /** Hash part of each file name, {@link SHARD_HASH} characters each: `<locale>/<terms or words>/<n>.<hash>.bin`. */
  readonly hashes: string;
}

/** Runs of consecutive articles. The files of a run share the hash of all of them: 5,000 hashes would be most of `knowledge.json`. */
export interface RunMap {
  /** Number of articles in each run. */
  readonly sizes: readonly number[];
  /** Articles a file of each run. */
  readonly perFile: readonly number[];
  /** Hash part of the file names of each run, {@link RUN_HASH} characters each: `<locale>/articles/<n>.<hash>.json`. */
  readonly hashes: string;
}

/** Characters (base 36) of a hash in {@link ShardMap}: one change in 1.7 million keeps its file name. */
export const SHARD_HASH = 4;
/** Characters of a hash in {@link RunMap}; it alone tells the files of one run from those of another. */
export const RUN_HASH = 8;

/** The path of shard `n` of the terms or the words. */
export function shardPath({ locale, shards, words }: LocaleEntry, kind: 'terms' | 'words', n: number): string {
  const { hashes } = kind === 'terms' ? shards : words;
  return `${locale}/${kind}/${n}.${hashAt(hashes, n, SHARD_HASH)}.bin`;
}

/** The path of file `n` of a run. */
export function articlesPath({ locale, runs }: LocaleEntry, run: number, n: number): string {
  return `${locale}/articles/${n}.${hashAt(runs.hashes, run, RUN_HASH)}.json`;
}

function hashAt(hashes: string, n: number, length: number): string {
  return hashes.slice(n * length, (n + 1) * length);
}

/** A line of the table of contents. */
export interface ArticleSummary {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  /** The chapter of the help centre it belongs to. */
  readonly section?: string;
  /** URL patterns of pages it is suggested on. */
  readonly pages?: readonly string[];
  /** ISO 8601 date, as the author wrote it. */
  readonly updated?: string;
  /** Ids it had before; it still opens under them. */
  readonly aliases?: readonly string[];
}

/** All articles of a locale in their order. */
export interface TitlesFile {
  readonly articles: readonly ArticleSummary[];
}

/** Words that mean the same. */
export interface SynonymsFile {
  /** As the site's author wrote them. */
  readonly groups: readonly (readonly string[])[];
  /** What customers of the language call by many names: a line a concept, empty where no article names it. */
  readonly concepts: string;
}

/** An article as it is stored. */
export interface StoredArticle extends ArticleSummary {
  /** Reading time, whole minutes, at least 1. */
  readonly minutes: number;
  readonly tags?: readonly string[];
  readonly questions?: readonly string[];
  /** Nearest articles by their titles and headings. */
  readonly related: readonly { readonly id: string; readonly title: string }[];
  readonly tree: Tree;
}

/** A file of consecutive articles. */
export interface ArticleGroupFile {
  readonly articles: readonly StoredArticle[];
}
