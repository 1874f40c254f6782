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
  /** Path of all words with their counts, for correcting typos; `null` when the shards are few enough to be it. */
  readonly words: string | null;
  readonly language: LanguageData;
  /** Path of a {@link SynonymsFile}; absent when there is nothing in it. */
  readonly synonyms?: string;
  readonly shards: ShardMap;
  readonly groups: GroupMap;
}

/** Term shards: shard n holds the terms from `first[n]` up to `first[n + 1]`. */
export interface ShardMap {
  readonly first: readonly string[];
  /** Hash part of each file name, {@link HASH_LENGTH} characters each: `<locale>/terms/<n>.<hash>.bin`. */
  readonly hashes: string;
}

/** Article groups: consecutive articles that share a file. */
export interface GroupMap {
  /** Number of articles in each group. */
  readonly sizes: readonly number[];
  /** Hash part of each file name, {@link HASH_LENGTH} characters each: `<locale>/articles/<n>.<hash>.json`. */
  readonly hashes: string;
}

/** Characters (base 36) of a hash in {@link ShardMap} and {@link GroupMap}: one change in 1.7 million keeps its file name. */
export const HASH_LENGTH = 4;

/** The path of term shard `n`. */
export function shardPath(entry: LocaleEntry, n: number): string {
  return `${entry.locale}/terms/${n}.${hashAt(entry.shards.hashes, n)}.bin`;
}

/** The path of article group `n`. */
export function groupPath(entry: LocaleEntry, n: number): string {
  return `${entry.locale}/articles/${n}.${hashAt(entry.groups.hashes, n)}.json`;
}

function hashAt(hashes: string, n: number): string {
  return hashes.slice(n * HASH_LENGTH, (n + 1) * HASH_LENGTH);
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
