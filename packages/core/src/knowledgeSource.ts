import type { Article, ArticleSummary, Found, Knowledge, Match } from '@handrail/knowledge';
import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';

/** The help centre as the rest of the client sees it; read when it is first needed. */
export interface KnowledgeSource {
  find(query: string, locale: string, limit: number): Promise<Found>;
  match(text: string, locale: string): Promise<readonly (Match & { readonly title: string })[]>;
  /** `null` when there is no such article. */
  article(id: string, locale: string): Promise<Article | null>;
  suggest(locale: string, limit: number): Promise<readonly ArticleSummary[]>;
  /** Where the files are; images are relative to it. */
  readonly base: string;
}

/** @param base address of the folder with `knowledge.json`, ending in `/` */
export function createKnowledgeSource(environment: Environment, base: string): KnowledgeSource {
  let loading: Promise<Knowledge> | null = null;

  async function read(path: string): Promise<ArrayBuffer> {
    const response = await environment.fetch(base + path).catch((cause: unknown) => {
      throw new HandrailError('knowledge_failed', `${base}${path} could not be fetched.`, { cause });
    });
    if (!response.ok) throw new HandrailError('knowledge_failed', `${base}${path} answered ${response.status}.`);
    return response.arrayBuffer();
  }

  function load(): Promise<Knowledge> {
    loading ??= import('./knowledgeReader.js')
      .then(({ loadKnowledge }) => loadKnowledge(read))
      .catch((cause: unknown) => {
        // The next question tries again: the network may be back.
        loading = null;
        throw cause instanceof HandrailError ? cause : new HandrailError('knowledge_failed', String(cause), { cause });
      });
    return loading;
  }

  return {
    base,
    find: async (query, locale, limit) => (await load()).find(query, { locale, limit }),
    async match(text, locale) {
      const knowledge = await load();
      const matches = await knowledge.match(text, { locale });
      const titles = new Map((await knowledge.articles(locale)).map(({ id, title }) => [id, title]));
      return matches.map(match => ({ ...match, title: titles.get(match.id) ?? match.id }));
    },
    async article(id, locale) {
      const knowledge = await load();
      const known = (await knowledge.articles(locale)).some(article => article.id === id);
      return known ? knowledge.article(id, locale) : null;
    },
    async suggest(locale, limit) {
      const page = environment.page();
      if (!page) return [];
      return (await load()).suggest(
        { url: page.url, title: page.title, headings: page.headings ?? [] },
        { locale, limit },
      );
    },
  };
}
