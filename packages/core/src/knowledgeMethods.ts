import type { IntentCandidate } from '@handrail/flow';
import type { Article, ArticleSummary, Found, Match } from '@handrail/knowledge';
import type { HostPage } from './environment.js';

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
