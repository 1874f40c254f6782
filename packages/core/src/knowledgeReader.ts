import { type ArticleSummary, type Knowledge, loadKnowledge } from '@handrail/knowledge';
import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';
import { fetchFile } from './fetchFile.js';
import type { KnowledgeMethods } from './knowledgeSource.js';

/** Milliseconds a late file is not asked for again: a search looks for a word in several ways, and should wait for it once. */
const REST = 2_000;

/** Opens the compiled files of the folder `base`; a file that takes longer than `timeout` ms counts as missing. */
export async function readKnowledge(
  environment: Environment,
  base: string,
  timeout: number,
): Promise<KnowledgeMethods> {
  const knowledge = await orFailure(loadKnowledge(createRead(environment, base, timeout)));
  const named = async (ids: readonly string[], locale: string) => {
    const articles = await knowledge.articles(locale);
    return [...new Set(ids.flatMap(id => findArticle(articles, id) ?? []))];
  };
  return {
    find: (query, locale, limit) => orFailure(knowledge.find(query, { locale, limit })),
    match: (text, locale) => orFailure(matchWithTitles(knowledge, text, locale)),
    article: (id, locale) =>
      orFailure(named([id], locale).then(([known]) => (known ? knowledge.article(known.id, locale) : null))),
    articles: (ids, locale) => orFailure(ids === null ? knowledge.articles(locale) : named(ids, locale)),
    suggest: ({ url, title, headings = [] }, locale, limit) =>
      orFailure(knowledge.suggest({ url, title, headings }, { locale, limit })),
  };
}

function createRead(environment: Environment, base: string, timeout: number) {
  const late = new Map<string, { readonly until: number; readonly error: unknown }>();
  return async (path: string) => {
    const asked = environment.now();
    const before = late.get(path);
    if (before && asked < before.until) throw before.error;
    try {
      return await fetchFile(environment, base + path, timeout);
    } catch (error) {
      const now = environment.now();
      if (now - asked >= timeout) late.set(path, { until: now + REST, error });
      throw error;
    }
  };
}

async function orFailure<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof HandrailError) throw cause;
    throw new HandrailError('knowledge_failed', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

async function matchWithTitles(knowledge: Knowledge, text: string, locale: string) {
  const matches = await knowledge.match(text, { locale });
  const titles = new Map((await knowledge.articles(locale)).map(({ id, title }) => [id, title]));
  return matches.map(match => ({ ...match, title: titles.get(match.id) ?? match.id }));
}

/** The article with this id; else the one that had it before. */
function findArticle(articles: readonly ArticleSummary[], id: string): ArticleSummary | undefined {
  return articles.find(article => article.id === id) ?? articles.find(({ aliases }) => aliases?.includes(id));
}
