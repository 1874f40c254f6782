import type { IntentCandidate } from '@handrail/flow';
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
  /** The intents of a flow a text may have, most probable first, by the model at this address. */
  intents(text: string, model: string): Promise<readonly IntentCandidate[]>;
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
    loading ??= import('./knowledgeReader.js').then(({ readKnowledge }) => readKnowledge(environment, base, timeout));
    loading.catch(() => {
      // The next question tries again: the network may be back.
      loading = null;
    });
    return loading;
  }

  async function ask<T>(question: (methods: KnowledgeMethods) => Promise<T>): Promise<T> {
    try {
      return await question(await load());
    } catch (cause) {
      if (cause instanceof HandrailError) throw cause;
      throw new HandrailError('knowledge_failed', cause instanceof Error ? cause.message : String(cause), { cause });
    }
  }

  return {
    base,
    find: (...given) => ask(known => known.find(...given)),
    match: (...given) => ask(known => known.match(...given)),
    article: (...given) => ask(known => known.article(...given)),
    articles: (...given) => ask(known => known.articles(...given)),
    intents: (...given) => ask(known => known.intents(...given)),
    suggest: (...given) => ask(known => known.suggest(...given)),
  };
}
