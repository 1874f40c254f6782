import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FlowDefinition } from '@handrail/flow';
import { loadKnowledge, type Sample, train } from '@handrail/knowledge';

/**
 * Learns the intents of a flow from their utterances in all languages, as JSON for pages; `null` for a flow without intents.
 * Titles of articles are samples of what is none of them: what articles answer is asked of them, too.
 * @param knowledge folder with compiled articles; `null` when the site has none
 */
export async function trainIntents(flow: Pick<FlowDefinition, 'intents' | 'locales'>, knowledge: string | null) {
  const samples: Sample[] = Object.entries(flow.intents ?? {}).flatMap(([intent, { utterances }]) =>
    Object.values(utterances)
      .flat()
      .map(text => ({ text, intent })),
  );
  if (samples.length === 0) return null;
  const titles = knowledge === null ? [] : await titlesOf(knowledge, flow.locales);
  return JSON.stringify(train([...samples, ...titles.map(text => ({ text, intent: null }))]));
}

async function titlesOf(folder: string, locales: readonly string[]): Promise<string[]> {
  const knowledge = await loadKnowledge(async path => {
    const { buffer, byteOffset, byteLength } = await readFile(join(folder, path));
    return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  });
  const articles = await Promise.all(locales.map(locale => knowledge.articles(locale)));
  return [...new Set(articles.flat().map(({ title }) => title))];
}
