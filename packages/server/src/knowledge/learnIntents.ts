import type { FlowDefinition } from '@handrail/flow';
import { type IntentModel, type Knowledge, type Sample, train } from '@handrail/knowledge';

/**
 * Learns the intents of a flow from their utterances in all languages; `null` for a flow without intents. Titles of articles are
 * samples of what is none of them: what articles answer is asked of them, too.
 * @param help the site's articles; `null` when it has none
 */
export async function learnIntents(
  flow: Pick<FlowDefinition, 'intents' | 'locales'>,
  help: Pick<Knowledge, 'articles'> | null,
): Promise<IntentModel | null> {
  const samples: Sample[] = Object.entries(flow.intents ?? {}).flatMap(([intent, { utterances }]) =>
    Object.values(utterances)
      .flat()
      .map(text => ({ text, intent })),
  );
  if (samples.length === 0) return null;
  const articles = help ? await Promise.all(flow.locales.map(locale => help.articles(locale))) : [];
  const titles = [...new Set(articles.flat().map(({ title }) => title))];
  return train([...samples, ...titles.map(text => ({ text, intent: null }))]);
}
