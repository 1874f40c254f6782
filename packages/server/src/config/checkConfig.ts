import { readFile, stat } from 'node:fs/promises';
import type { PublishedFlow } from '@handrail/flow';
import type { SiteConfig } from '@handrail/protocol';
import type { Explanation } from '@handrail/protocol/schema';
import { checkActions } from './checkActions.js';
import { checkHeaders } from './checkHeaders.js';
import { checkIdentities } from './checkIdentities.js';
import { checkTeams, teamsInFlow } from './checkTeams.js';
import { locateJsonError } from './locateJsonError.js';
import type { ResolvedConfig } from './resolvedConfig.js';

/** What a schema cannot say: names that must differ or exist, zones, folders and flows. Empty when all is well. */
export async function checkConfig(
  config: ResolvedConfig,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Explanation[]> {
  const sites = config.sites.map(site => site.id);
  const agents = config.agents.map(agent => agent.id);
  return [
    ...repeated(sites, n => `/sites/${n}/id`),
    ...repeated(agents, n => `/agents/${n}/id`),
    ...config.agents.flatMap(({ site }, n) =>
      sites.includes(site)
        ? []
        : [{ path: `/agents/${n}/site`, expected: `one of ${sites.join(', ')}`, got: JSON.stringify(site) }],
    ),
    ...config.sites.flatMap(({ hours }, n) =>
      hours && !isZone(hours.zone)
        ? [
            {
              path: `/sites/${n}/hours/zone`,
              expected: 'an IANA zone such as Europe/Berlin',
              got: JSON.stringify(hours.zone),
            },
          ]
        : [],
    ),
    ...checkTeams(config),
    ...(await checkIdentities(config)),
    ...checkActions(config, env),
    ...config.sites.flatMap(({ model }, n) => checkHeaders(model?.headers, `/sites/${n}/model`, env)),
    ...(await checkFolders(config)),
    ...(await checkFlows(config)),
  ];
}

function repeated(ids: readonly string[], path: (n: number) => string): Explanation[] {
  return ids.flatMap((id, n) =>
    ids.indexOf(id) === n ? [] : [{ path: path(n), expected: 'an id used once', got: JSON.stringify(id) }],
  );
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

async function checkFolders({ pages, docs, sites }: ResolvedConfig): Promise<Explanation[]> {
  const folders = [
    ...sites.map(({ knowledge }, n) => [`/sites/${n}/knowledge`, knowledge] as const),
    ['/pages', pages] as const,
    ['/docs', docs] as const,
  ];
  const found = await Promise.all(
    folders.map(async ([path, folder]) =>
      folder === null || folder === undefined || (await isFolder(folder))
        ? []
        : [{ path, expected: 'a folder that exists', got: folder }],
    ),
  );
  return found.flat();
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
}

async function checkFlows({ sites }: ResolvedConfig): Promise<Explanation[]> {
  const found = await Promise.all(
    sites.map((site, n) => (site.flow === undefined ? [] : checkFlow(site.flow, `/sites/${n}/flow`, site))),
  );
  return found.flat();
}

async function checkFlow(file: string, path: string, site: SiteConfig): Promise<Explanation[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return [{ path, expected: 'a file that can be read', got: file }];
  }
  const broken = locateJsonError(text);
  if (broken) {
    return [{ path: `${path} (${file}:${broken.line}:${broken.column})`, expected: broken.expected, got: broken.got }];
  }
  const { publish } = await import('@handrail/flow/validate');
  const result = publish(JSON.parse(text));
  if (!('errors' in result)) return checkSteps(result.flow, `${path} (${file})`, site);
  return result.errors.map(error => ({
    path: `${path} (${file}) ${error.path}`,
    expected: error.expected,
    got: error.got,
  }));
}

/** What a flow needs of its site. */
function checkSteps(flow: PublishedFlow, path: string, site: SiteConfig): Explanation[] {
  const written = Object.entries(flow.steps).filter(([, step]) => step.type === 'answer' && step.by === 'model');
  return [
    ...teamsInFlow(flow, path, site),
    ...(site.model ? [] : written).map(([id]) => ({
      path: `${path} /steps/${id}/by`,
      expected: '"quote", or a site with "model"',
      got: '"model"',
    })),
  ];
}
