import { readFile } from 'node:fs/promises';
import type { PublishedFlow } from '@handrail/flow';
import { publish } from '@handrail/flow/validate';
import type { SiteConfig } from '@handrail/protocol';
import type { Logger } from 'pino';
import { learnIntents } from './learnIntents.js';
import { openHelp } from './openHelp.js';

/** A site's own flow as pages get it. */
export interface SiteFlow {
  /** JSON of the published flow. */
  readonly flow: string;
  /** JSON of what tells its intents apart; `null` when it has none. */
  readonly intents: string | null;
}

/** Name of the intents' file beside the flow. */
export const INTENTS_FILE = 'intents.json';

/**
 * Publishes the sites' flows. The settings were checked before, so each of them can be read. A flow whose intents cannot be
 * learned still runs: they are entered by their own words only.
 * @param knowledge folders with compiled articles, by site
 */
export async function prepareFlows(
  sites: readonly SiteConfig[],
  knowledge: ReadonlyMap<string, string>,
  log: Pick<Logger, 'error'>,
): Promise<ReadonlyMap<string, SiteFlow>> {
  const flows = new Map<string, SiteFlow>();
  for (const { id, flow: file } of sites) {
    if (file === undefined) continue;
    const result = publish(JSON.parse(await readFile(file, 'utf8')));
    if ('errors' in result) throw new Error(`${file}: ${result.errors[0]?.message}`);
    const intents = await learn(result.flow, knowledge.get(id)).catch(error => {
      log.error({ err: error, site: id }, 'the intents of the flow could not be learned');
      return null;
    });
    const flow = intents === null ? result.flow : { ...result.flow, model: INTENTS_FILE };
    flows.set(id, { flow: JSON.stringify(flow), intents });
  }
  return flows;
}

async function learn(flow: PublishedFlow, folder: string | undefined): Promise<string | null> {
  const model = await learnIntents(flow, await openHelp(folder));
  return model && JSON.stringify(model);
}
