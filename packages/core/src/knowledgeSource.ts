import type { Article, ArticleSummary, Found, Knowledge, Match } from '@handrail/knowledge';
import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';

/** The help centre as the rest of the client sees it; read when it is first needed. All reject with `knowledge_failed`. */
export interface KnowledgeSource {
  find(query: string, locale: string, limit: number): Promise<Found>;
  match(text: string, locale: string): Promise<readonly (Match & { readonly title: string })[]>;
  /** The article with this id, or that had it before; `null` when there is none. */
  article(id: string, locale: string): Promise<Article | null>;
  /** The table of contents, in the order of the help centre. */
  articles(locale: string): Promise<readonly ArticleSummary[]>;
  suggest(locale: string, limit: number): Promise<readonly ArticleSummary[]>;
  /** Where the files are; images are relative to it. */
  readonly base: string;
}

/**
 * @param base address of the folder with `knowledge.json`, ending in `/`
 * @param timeout ms after which a file counts as missing
 */
export function createKnowledgeSource(environment: Environment, base: string, timeout: number): KnowledgeSource {
  let loading: Promise<Knowledge> | null = null;

  function load(): Promise<Knowledge> {
    loading ??= import('./knowledgeReader.js').then(({ readKnowledge }) => readKnowledge(environment, base, timeout));
    return loading;
  }

  async function from<T>(ask: (knowledge: Knowledge) => Promise<T>): Promise<T> {
    const opened = load();
    opened.catch(() => {
      // The next question tries again: the network may be back.
      if (loading === opened) loading = null;
    });
    try {
      return await ask(await opened);
    } catch (cause) {
      if (cause instanceof HandrailError) throw cause;
      throw new HandrailError('knowledge_failed', cause instanceof Error ? cause.message : String(cause), { cause });
    }
  }

  const articles = (locale: string) => from(knowledge => knowledge.articles(locale));

  return {
    base,
    articles,
    find: (query, locale, limit) => from(knowledge => knowledge.find(query, { locale, limit })),
    match: (text, locale) =>
      from(async knowledge => {
        const matches = await knowledge.match(text, { locale });
        const titles = new Map((await knowledge.articles(locale)).map(({ id, title }) => [id, title]));
        return matches.map(match => ({ ...match, title: titles.get(match.id) ?? match.id }));
      }),
    async article(id, locale) {
      const known = findArticle(await articles(locale), id);
      return known ? from(knowledge => knowledge.article(known.id, locale)) : null;
    },
    async suggest(locale, limit) {
      const page = environment.page();
      if (!page) return [];
      const context = { url: page.url, title: page.title, headings: page.headings ?? [] };
      return from(knowledge => knowledge.suggest(context, { locale, limit }));
    },
  };
}

/** The article with this id; else the one that had it before. */
export function findArticle(articles: readonly ArticleSummary[], id: string): ArticleSummary | undefined {
  return articles.find(article => article.id === id) ?? articles.find(({ aliases }) => aliases?.includes(id));
}
