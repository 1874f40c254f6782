import {
  articlesPath,
  type KnowledgeFile,
  type LocaleEntry,
  SERIALIZATION_VERSION,
  SHARD_HASH,
  type ShardMap,
  type SynonymsFile,
  shardPath,
} from '../files/knowledgeFile.js';
import { createLanguage } from '../text/language.js';
import type { ArticleInput } from './articleInput.js';
import { checkArticles } from './checkArticles.js';
import { checkSections } from './checkSections.js';
import { collectSynonyms, type Synonyms } from './collectSynonyms.js';
import { type CompileMemory, readBodies } from './compileMemory.js';
import { cutRuns } from './cutRuns.js';
import { hashOf } from './hash.js';
import { openHtml } from './htmlReader.js';
import { createImageStore } from './imageStore.js';
import { buildIndex } from './indexing/buildIndex.js';
import type { Shard } from './indexing/cutShards.js';
import { languageConcepts } from './languageConcepts.js';
import { languageData } from './languageData.js';
import { createLinkResolver } from './linkTargets.js';
import { prepareArticle } from './prepareArticle.js';
import type { Problem } from './problem.js';
import { realWords } from './realWords.js';

/** Path (relative, with `/`) to content. */
export type CompiledFiles = Map<string, Uint8Array | string>;

/** How articles become files. */
export interface CompileOptions {
  /** Locale of articles that name none, and the one shown when a visitor's language is missing. Default `en`. */
  readonly defaultLocale?: string;
  /** Folder that `source` paths and images are relative to. Default: none; relative images are left out. */
  readonly folder?: string;
  /** Audiences whose articles are taken in besides those for everyone. Default: none. */
  readonly audiences?: readonly string[];
  /** Words that mean the same on this site, by locale: `{ en: [["refund", "money back"]] }`. Default: none but the articles' own. */
  readonly synonyms?: Synonyms;
  /** What earlier builds have read; unchanged articles are taken from it. Default: everything is read anew. */
  readonly memory?: CompileMemory;
  /** Called for everything that was left out. Default: one process warning that says how much it was. */
  readonly onProblem?: (problem: Problem) => void;
}

/**
 * Articles to immutable, content-hashed files and one `knowledge.json`. The same articles in the same order give the
 * same bytes. An article that cannot be used is reported and left out; the rest is compiled.
 */
export async function compile(articles: readonly ArticleInput[], options: CompileOptions = {}): Promise<CompiledFiles> {
  const problems: Problem[] = [];
  const report = options.onProblem ?? (problem => problems.push(problem));
  const defaultLocale = options.defaultLocale ?? articles[0]?.locale ?? 'en';
  const byLocale = checkArticles(articles, defaultLocale, options.audiences ?? [], report);
  const images = createImageStore(options.folder);
  const html = await openHtml(articles);
  const files: CompiledFiles = new Map();
  const locales: LocaleEntry[] = [];
  for (const [locale, inputs] of byLocale) {
    const resolve = createLinkResolver(inputs);
    const bodies = readBodies(locale, inputs, { resolve, images, html, report }, options.memory);
    const read = checkSections(bodies, report);
    const prepared = read.map(({ input, tree }) => prepareArticle(input, tree, locale));
    const synonyms = collectSynonyms(locale, options.synonyms ?? {}, inputs, report);
    locales.push(
      compileLocale(locale, prepared, { groups: synonyms, concepts: await languageConcepts(locale) }, files),
    );
  }
  for (const [path, bytes] of images.files) files.set(path, bytes);
  const known = byLocale.has(defaultLocale) ? defaultLocale : (locales[0]?.locale ?? defaultLocale);
  const knowledge: KnowledgeFile = { serializationVersion: SERIALIZATION_VERSION, defaultLocale: known, locales };
  files.set('knowledge.json', JSON.stringify(knowledge));
  if (problems.length > 0) warnOnce(problems);
  return files;
}

function compileLocale(
  locale: string,
  articles: ReturnType<typeof prepareArticle>[],
  synonyms: SynonymsFile,
  files: CompiledFiles,
): LocaleEntry {
  const language = languageData(
    locale,
    articles.map(article => article.title),
  );
  const real = realWords(locale, synonyms.concepts);
  const index = buildIndex(articles, createLanguage(locale, language), synonyms.concepts, real);
  const stored = articles.map((article, at) => ({
    ...article.stored,
    related: (index.related[at] ?? []).flatMap(other => {
      const { id, title } = articles[other] ?? {};
      return id === undefined || title === undefined ? [] : [{ id, title }];
    }),
  }));
  const runs = cutRuns(stored);
  const titles = JSON.stringify({
    articles: stored.map(({ id, title, summary, section, pages, updated, aliases }) => ({
      id,
      title,
      summary,
      section,
      pages,
      updated,
      aliases,
    })),
  });
  const titlesPath = `${locale}/titles.${hashOf(titles, 10)}.json`;
  const entry: LocaleEntry = {
    locale,
    articles: articles.length,
    titles: titlesPath,
    words: mapOf(index.words),
    language,
    ...addSynonyms(locale, { ...synonyms, concepts: index.concepts }, files),
    shards: mapOf(index.shards),
    runs: {
      sizes: runs.map(({ size }) => size),
      perFile: runs.map(({ perFile }) => perFile),
      hashes: runs.map(({ hash }) => hash).join(''),
    },
  };
  files.set(titlesPath, titles);
  index.shards.forEach(({ bytes }, n) => {
    files.set(shardPath(entry, 'terms', n), bytes);
  });
  index.words.forEach(({ bytes }, n) => {
    files.set(shardPath(entry, 'words', n), bytes);
  });
  runs.forEach((run, place) => {
    run.files.forEach((json, n) => {
      files.set(articlesPath(entry, place, n), json);
    });
  });
  return entry;
}

function addSynonyms(
  locale: string,
  { groups, concepts }: SynonymsFile,
  files: CompiledFiles,
): { readonly synonyms?: string } {
  if (groups.length === 0 && concepts === '') return {};
  const json = JSON.stringify({ groups, concepts });
  const path = `${locale}/synonyms.${hashOf(json, 10)}.json`;
  files.set(path, json);
  return { synonyms: path };
}

function mapOf(shards: readonly Shard[]): ShardMap {
  return {
    first: shards.map(({ first }) => first),
    hashes: shards.map(({ bytes }) => hashOf(bytes, SHARD_HASH)).join(''),
  };
}

function warnOnce(problems: readonly Problem[]): void {
  const left = problems.filter(problem => problem.severity === 'error').length;
  process.emitWarning(
    `knowledge: ${left} articles left out, ${problems.length - left} other remarks; pass onProblem to see them`,
  );
}
