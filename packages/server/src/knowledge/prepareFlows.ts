import { readFile } from 'node:fs/promises';
import { builtinFlow, type PublishedFlow, pickLocale } from '@handrail/flow';
import { publish } from '@handrail/flow/validate';
import type { SiteConfig } from '@handrail/protocol';
import type { Logger } from 'pino';
import { learnIntents } from './learnIntents.js';
import { openHelp } from './openHelp.js';

/** A site's flow as pages get it. */
export interface SiteFlow {
  /** JSON of the published flow. */
  readonly flow: string;
  /** JSON of what tells its intents apart; `null` when it has none. */
  readonly intents: string | null;
}

/** Name of the intents' file beside the flow. */
export const INTENTS_FILE = 'intents.json';

/**
 * Publishes the sites' flows, as far as pages do not bring them. The settings were checked before, so each of them can be read. A flow whose intents cannot be
 * learned still runs: they are entered by their own words only.
 * @param knowledge folders with compiled articles, by site
 */
export async function prepareFlows(
  sites: readonly SiteConfig[],
  knowledge: ReadonlyMap<string, string>,
  log: Pick<Logger, 'error'>,
): Promise<ReadonlyMap<string, SiteFlow>> {
  const flows = new Map<string, SiteFlow>();
  for (const site of sites) {
    const { id } = site;
    const own = await flowOf(site);
    if (own === null) continue;
    const intents = await learn(own, knowledge.get(id)).catch(error => {
      log.error({ err: error, site: id }, 'the intents of the flow could not be learned');
      return null;
    });
    const flow = intents === null ? own : { ...own, model: INTENTS_FILE };
    flows.set(id, { flow: JSON.stringify(flow), intents });
  }
  return flows;
}

/** The site's own flow, or the built-in one where a language model writes; `null` where pages bring the built-in one. */
async function flowOf({ flow: file, model, widget }: SiteConfig): Promise<PublishedFlow | null> {
  if (file === undefined) return model ? writtenBy(inLocales(builtinFlow, widget.locales ?? ['en'])) : null;
  const result = publish(JSON.parse(await readFile(file, 'utf8')));
  if ('errors' in result) throw new Error(`${file}: ${result.errors[0]?.message}`);
  return model ? writtenBy(result.flow) : result.flow;
}

/** Answers are written, where a step does not say otherwise. */
function writtenBy(flow: PublishedFlow): PublishedFlow {
  const steps = Object.entries(flow.steps).map(
    ([id, step]) => [id, step.type === 'answer' ? { by: 'model' as const, ...step } : step] as const,
  );
  return { ...flow, steps: Object.fromEntries(steps) };
}

function inLocales(flow: PublishedFlow, wanted: readonly string[]): PublishedFlow {
  const known = Object.keys(flow.texts);
  const locales = [...new Set(wanted.map(tag => pickLocale(tag, known)))];
  return { ...flow, locales, texts: Object.fromEntries(locales.map(tag => [tag, flow.texts[tag] ?? {}])) };
}

async function learn(flow: PublishedFlow, folder: string | undefined): Promise<string | null> {
  const model = await learnIntents(flow, await openHelp(folder));
  return model && JSON.stringify(model);
}
