import type { Article, ArticleSummary, Found, Match } from '@handrail/knowledge';
import type { Environment, HostPage } from './environment.js';
import { HandrailError } from './errors.js';

/** Questions to the help centre. All reject with `knowledge_failed`. */
export interface KnowledgeMethods {
  find(query: string, locale: string, limit: number): Promise<Found>;
  match(text: string, locale: string): Promise<readonly (Match & { readonly title: string })[]>;
  /** The article with this id, or that had it before; `null` when there is none. */
  article(id: string, locale: string): Promise<Article | null>;
  /** The articles with these ids, or that had them before, each once; `null` for all, in the order of the help centre. */
  articles(ids: readonly string[] | null, locale: string): Promise<readonly ArticleSummary[]>;
  suggest(page: HostPage, locale: string, limit: number): Promise<readonly ArticleSummary[]>;
}

/** The help centre as the rest of the client sees it; read when it is first needed. */
export interface KnowledgeSource extends KnowledgeMethods {
  /** Where the files are; images are relative to it. */
  readonly base: string;
}

/**
 * @param base address of the folder with `knowledge.json`, ending in `/`
 * @param timeout ms after which a file counts as missing
 */
export function createKnowledgeSource(environment: Environment, base: string, timeout: number): KnowledgeSource {
  let loading: Promise<KnowledgeMethods> | null = null;

  function load(): Promise<KnowledgeMethods> {
    loading ??= import('./knowledgeReader.js')
      .then(({ readKnowledge }) => readKnowledge(environment, base, timeout))
      .catch((cause: unknown) => {
        // The next question tries again: the network may be back.
        loading = null;
        throw cause instanceof HandrailError ? cause : new HandrailError('knowledge_failed', String(cause), { cause });
      });
    return loading;
  }

  return {
    base,
    find: async (...given) => (await load()).find(...given),
    match: async (...given) => (await load()).match(...given),
    article: async (...given) => (await load()).article(...given),
    articles: async (...given) => (await load()).articles(...given),
    suggest: async (...given) => (await load()).suggest(...given),
  };
}
