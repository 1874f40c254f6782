import type { Knowledge } from '@handrail/knowledge';
import type { Environment } from './environment.js';
import type { KnowledgeMethods } from './knowledgeMethods.js';
import { type Lazily, lazily } from './lazily.js';
import type { ReadIntents } from './readIntents.js';

/** What only the bot asks of the help centre; fetched with its first question. */
export function createAsking(
  environment: Pick<Environment, 'fetch'>,
  knowledge: Pick<Knowledge, 'match' | 'articles'>,
): Pick<KnowledgeMethods, 'match' | 'intents'> {
  /** By address; one that could not be read is asked for again. */
  const models = new Map<string, Lazily<ReadIntents>>();

  return {
    async match(text, locale) {
      const matches = await knowledge.match(text, { locale });
      const titles = new Map((await knowledge.articles(locale)).map(({ id, title }) => [id, title]));
      return matches.map(match => ({ ...match, title: titles.get(match.id) ?? match.id }));
    },
    async intents(text, address) {
      const load = async () => (await import('./readIntents.js')).loadIntents(environment, address);
      const known = models.get(address) ?? lazily(load);
      models.set(address, known);
      return (await known())(text);
    },
  };
}
