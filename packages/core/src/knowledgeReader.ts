import { type ArticleSummary, loadKnowledge } from '@handrail/knowledge';
import type { Environment } from './environment.js';
import { fetchFile } from './fetchFile.js';
import type { KnowledgeMethods } from './knowledgeMethods.js';
import { lazily } from './lazily.js';

/** Milliseconds a late file is not asked for again: a search looks for a word in several ways, and should wait for it once. */
const REST = 2_000;

/** Opens the compiled files of the folder `base`; a file that takes longer than `timeout` ms counts as missing. */
export async function readKnowledge(
  environment: Environment,
  base: string,
  timeout: number,
): Promise<KnowledgeMethods> {
  const knowledge = await loadKnowledge(createRead(environment, base, timeout));
  const named = async (ids: readonly string[], locale: string) => {
    const articles = await knowledge.articles(locale);
    return [...new Set(ids.flatMap(id => findArticle(articles, id) ?? []))];
  };
  const asking = lazily(async () => (await import('./askKnowledge.js')).createAsking(environment, knowledge));
  return {
    intents: async (text, model) => (await asking()).intents(text, model),
    match: async (text, locale) => (await asking()).match(text, locale),
    find: (query, locale, limit) => knowledge.find(query, { locale, limit }),
    async article(id, locale) {
      const [known] = await named([id], locale);
      return known ? knowledge.article(known.id, locale) : null;
    },
    articles: (ids, locale) => (ids === null ? knowledge.articles(locale) : named(ids, locale)),
    suggest: (page, locale, limit) => knowledge.suggest(page, { locale, limit }),
  };
}

function createRead(environment: Environment, base: string, timeout: number) {
  const late = new Map<string, unknown>();
  return async (path: string) => {
    if (late.has(path)) throw late.get(path);
    const asked = environment.now();
    try {
      return await fetchFile(environment, base + path, timeout);
    } catch (error) {
      if (environment.now() - asked >= timeout) {
        late.set(path, error);
        environment.setTimeout(() => late.delete(path), REST);
      }
      throw error;
    }
  };
}

/** The article with this id; else the one that had it before. */
function findArticle(articles: readonly ArticleSummary[], id: string): ArticleSummary | undefined {
  return articles.find(article => article.id === id) ?? articles.find(({ aliases }) => aliases?.includes(id));
}
