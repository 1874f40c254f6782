import { dirname, resolve } from 'node:path';
import type { SiteConfig } from '@handrail/protocol';
import type { Explanation } from '@handrail/protocol/schema';
import { fillVariables } from './actions/placeholders.js';
import { checkConfig } from './config/checkConfig.js';
import { ConfigError } from './config/configError.js';
import { readConfigFile } from './config/readConfigFile.js';
import type { ResolvedConfig } from './config/resolvedConfig.js';
import type { ServerConfigFile } from './config/serverConfigSchema.js';
import { DEFAULT_FILE_TYPES } from './files/fileTypes.js';
import { DEFAULT_SERVER_LIMITS } from './gateway/serverLimits.js';

export { ConfigError } from './config/configError.js';

/** What the command line says; wins over the environment, which wins over the file. */
export interface ConfigOverrides {
  readonly port?: string | undefined;
  readonly data?: string | undefined;
}

/** The variables that are read: `PORT`, `HANDRAIL_DATA`, `HANDRAIL_METRICS_TOKEN`, `HANDRAIL_OPEN` (`0` never, anything else always), and those the headers of actions name. */
export type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULTS = { port: 4400, host: 'localhost', data: '.data' };

/**
 * Reads `handrail.json`, fills in defaults and checks everything that can be checked before the start.
 * Paths in the file are relative to it; those of the environment and the command line to the working directory.
 * @throws ConfigError naming file, path, expected and got of each problem
 */
export async function loadConfig(
  file: string,
  env: Environment = {},
  overrides: ConfigOverrides = {},
): Promise<ResolvedConfig> {
  const given = await readConfigFile(file);
  const port = readPort(overrides.port ? ['--port', overrides.port] : ['PORT', env.PORT]);
  if (typeof port === 'object') throw new ConfigError(file, [port]);
  const data = overrides.data || env.HANDRAIL_DATA;
  const config = resolveConfig(resolve(file), given, env, { port, data: data ? resolve(data) : undefined });
  const problems = await checkConfig(config, env);
  if (problems.length > 0) throw new ConfigError(file, problems);
  return { ...config, sites: config.sites.map(site => withSecrets(site, env)) };
}

function resolveConfig(
  file: string,
  given: ServerConfigFile,
  env: Environment,
  over: { port: number | undefined; data: string | undefined },
): ResolvedConfig {
  const at = (path: string) => resolve(dirname(file), path);
  const firstSite = given.sites[0]?.id ?? '';
  return {
    file,
    port: over.port ?? given.port ?? DEFAULTS.port,
    host: given.host ?? DEFAULTS.host,
    data: over.data ?? at(given.data ?? DEFAULTS.data),
    publicUrl: given.publicUrl ?? null,
    sites: given.sites.map(site => withPaths(site, at)),
    agents: (given.agents ?? []).map(agent => ({
      ...agent,
      role: agent.role ?? 'agent',
      site: agent.site ?? firstSite,
    })),
    limits: { ...DEFAULT_SERVER_LIMITS, ...given.limits },
    trustProxy: given.trustProxy ?? false,
    fileTypes: given.fileTypes ?? DEFAULT_FILE_TYPES,
    pages: given.pages === undefined ? null : at(given.pages),
    docs: given.docs === undefined ? null : at(given.docs),
    metrics: env.HANDRAIL_METRICS_TOKEN ? { token: env.HANDRAIL_METRICS_TOKEN } : (given.metrics ?? 'off'),
    open: env.HANDRAIL_OPEN ? env.HANDRAIL_OPEN !== '0' : null,
  };
}

function withPaths(site: SiteConfig, at: (path: string) => string): SiteConfig {
  return {
    ...site,
    ...(site.knowledge === undefined ? {} : { knowledge: at(site.knowledge) }),
    ...(site.flow === undefined ? {} : { flow: at(site.flow) }),
  };
}

/** Headers of actions and of the model with the environment's variables in them; the check has seen that they are there. */
function withSecrets(site: SiteConfig, env: Environment): SiteConfig {
  const fill = <T extends { readonly headers?: Record<string, string> }>(of: T): T => ({
    ...of,
    headers: Object.fromEntries(
      Object.entries(of.headers ?? {}).map(([key, value]) => [key, fillVariables(value, env)] as const),
    ),
  });
  const actions = Object.entries(site.actions ?? {}).map(([name, action]) => [name, fill(action)] as const);
  return {
    ...site,
    ...(site.actions ? { actions: Object.fromEntries(actions) } : {}),
    ...(site.model ? { model: fill(site.model) } : {}),
  };
}

function readPort([path, text]: [string, string | undefined]): number | undefined | Explanation {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  return { path, expected: 'a number from 0 to 65535', got: JSON.stringify(text) };
}
