import type { Tree } from '@handrail/content';
import { checkKnowledgeFile } from './files/checkKnowledgeFile.js';
import type { ArticleSummary } from './files/knowledgeFile.js';
import { splitSections } from './files/sections.js';
import type { EncoderOptions } from './match/encoder.js';
import type { Match, MatchOptions } from './match/matchArticles.js';
import { createFiles, type ReadFile } from './search/files.js';
import { type Found, findQuery } from './search/find.js';
import { loadIndex } from './search/loadIndex.js';
import { createSearcher, type Hit, type Searcher, type SearchOptions } from './search/search.js';
import type { PageContext } from './search/suggest.js';
import { createLanguage } from './text/language.js';
import { pickLocale } from './text/locales.js';

/** An article to read. */
export interface Article extends ArticleSummary {
  readonly locale: string;
  /** Reading time, whole minutes. */
  readonly minutes: number;
  readonly tree: Tree;
  /** Top-level headings in order, for "on this page". */
  readonly headings: readonly { readonly level: number; readonly id: string; readonly text: string }[];
  readonly related: readonly { readonly id: string; readonly title: string }[];
}

/** Compiled articles, open for search. All methods reject if a file cannot be read, and may be called again. */
export interface Knowledge {
  /** BCP 47 tags, the default first. */
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  /**
   * Articles that answer a query, best first; empty when nothing does. Files that cannot be read are done without, as long as the others
   * find something; `find` says which.
   */
  search(query: string, options?: SearchOptions): Promise<Hit[]>;
  /** A search with what to do when it finds little: correction, shorter queries, nearest titles. */
  find(query: string, options?: SearchOptions): Promise<Found>;
  /** Articles that may answer a message, with probabilities; for the bot. */
  match(text: string, options?: MatchOptions): Promise<Match[]>;
  /** The article with this id, or that had it before; rejects when there is none in the locale used. */
  article(id: string, locale?: string): Promise<Article>;
  /** The table of contents. */
  articles(locale?: string): Promise<readonly ArticleSummary[]>;
  /** Articles for the page a visitor is on: by the articles' `pages`, then by the page's words. Default limit 3. */
  suggest(
    page: PageContext,
    options?: { readonly locale?: string; readonly limit?: number },
  ): Promise<ArticleSummary[]>;
}

/**
 * Opens compiled knowledge. Reads `knowledge.json` at once and everything else when it is needed.
 * Throws when that file is missing, is not JSON, or has a version this reader does not know, and when an option is out of its range.
 */
export async function loadKnowledge(read: ReadFile, options: EncoderOptions = {}): Promise<Knowledge> {
  const { encoder } = options;
  const rerank = encoder && (await import('./match/rerank.js')).createRerank({ ...options, encoder });
  const files = createFiles(read);
  const { defaultLocale, locales } = checkKnowledgeFile(await files.json('knowledge.json'));
  const tags = locales.map(({ locale }) => locale);
  const searchers = new Map<string, Searcher>();

  function searcherFor(wanted: string | undefined): Searcher | undefined {
    const locale = pickLocale(wanted, tags, defaultLocale);
    const entry = locales.find(each => each.locale === locale);
    let searcher = searchers.get(locale);
    if (!searcher && entry) {
      searcher = createSearcher(loadIndex(entry, files), createLanguage(locale, entry.language));
      searchers.set(locale, searcher);
    }
    return searcher;
  }

  async function search(query: string, options: SearchOptions = {}): Promise<Hit[]> {
    const searcher = searcherFor(options.locale);
    if (!searcher) return [];
    const { limit = 10, prefix = true, explain = false } = options;
    return (await searcher.hits(await searcher.rank(query, limit, prefix), explain)).hits;
  }

  async function articles(locale?: string): Promise<readonly ArticleSummary[]> {
    return (await searcherFor(locale)?.index.titles())?.articles ?? [];
  }

  return {
    locales: tags,
    defaultLocale,
    search,
    articles,
    async find(query, options = {}) {
      const searcher = searcherFor(options.locale);
      return searcher
        ? findQuery(searcher, query, options)
        : { query, corrected: null, hits: [], fewer: [], nearest: [], missing: [] };
    },
    async match(text, { locale, limit = 3, explain = false } = {}) {
      const searcher = searcherFor(locale);
      if (!searcher) return [];
      // Only the bot asks; a page that searches does without.
      const { matchArticles } = await import('./match/matchArticles.js');
      return matchArticles(searcher, text, limit, explain, rerank);
    },
    async article(id, locale) {
      const searcher = searcherFor(locale);
      const all = await articles(locale);
      const own = all.findIndex(article => article.id === id);
      const place = own >= 0 ? own : all.findIndex(article => article.aliases?.includes(id));
      if (!searcher || place < 0)
        throw new Error(`article: expected an id of locale ${pickLocale(locale, tags, defaultLocale)}, got "${id}"`);
      const { tags: _tags, questions: _questions, ...stored } = await searcher.index.article(place);
      return { ...stored, locale: searcher.index.entry.locale, headings: headingsOf(stored.tree) };
    },
    async suggest(page, { locale, limit = 3 } = {}) {
      const searcher = searcherFor(locale);
      if (!searcher) return [];
      // A search does without.
      const { suggestForPage } = await import('./search/suggest.js');
      return suggestForPage(searcher, page, limit);
    },
  };
}

function headingsOf(tree: Tree): Article['headings'] {
  return splitSections(tree).flatMap(({ id, level, title }) => (id === null ? [] : [{ id, level, text: title }]));
}
