import { readFile } from 'node:fs/promises';
import { publish } from '@handrail/flow/validate';
import type { SiteConfig } from '@handrail/protocol';

/** Published flows by site, as JSON for pages. The settings were checked before, so each of them can be read. */
export async function prepareFlows(sites: readonly SiteConfig[]): Promise<ReadonlyMap<string, string>> {
  const flows = new Map<string, string>();
  for (const { id, flow: file } of sites) {
    if (file === undefined) continue;
    const result = publish(JSON.parse(await readFile(file, 'utf8')));
    if ('errors' in result) throw new Error(`${file}: ${result.errors[0]?.message}`);
    flows.set(id, JSON.stringify(result.flow));
  }
  return flows;
}
