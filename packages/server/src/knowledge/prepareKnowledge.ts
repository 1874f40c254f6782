import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteConfig } from '@handrail/protocol';
import type { Logger } from 'pino';
import { isFile } from '../http/isFile.js';

/**
 * Compiles each site's articles below `<data>/knowledge/<site>`. A folder that holds a `knowledge.json` is compiled
 * already and is served as it is. What could not be read goes to the log, one line each; the rest goes on, and a site
 * whose folder cannot be read at all has no articles.
 * @returns folder with `knowledge.json`, by site
 */
export async function prepareKnowledge(
  sites: Iterable<SiteConfig>,
  data: string,
  log: Pick<Logger, 'warn' | 'error' | 'info'>,
): Promise<ReadonlyMap<string, string>> {
  const folders = new Map<string, string>();
  for (const { id, knowledge, widget } of sites) {
    if (knowledge === undefined) continue;
    if (await isFile(join(knowledge, 'knowledge.json'))) {
      folders.set(id, knowledge);
      continue;
    }
    const out = join(data, 'knowledge', id);
    await mkdir(out, { recursive: true });
    try {
      await compileFolder(id, knowledge, out, widget.locales?.[0] ?? 'en', log);
      folders.set(id, out);
    } catch (error) {
      log.error(`${id}: articles could not be compiled: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return folders;
}

async function compileFolder(
  site: string,
  folder: string,
  out: string,
  defaultLocale: string,
  log: Pick<Logger, 'warn' | 'error' | 'info'>,
): Promise<void> {
  // Loaded here: a server whose sites bring compiled files never needs the compiler.
  const { compileSource, formatProblem, openSource, writeFiles } = await import('@handrail/knowledge/compile');
  const source = await openSource(folder, { defaultLocale });
  const { files, problems } = await compileSource(source);
  for (const problem of problems)
    log[problem.severity === 'error' ? 'error' : 'warn'](`${site}: ${formatProblem(problem)}`);
  const { written, unchanged } = await writeFiles(files, out);
  log.info(`${site}: ${source.articles.length} articles compiled, ${written} files written, ${unchanged} unchanged`);
}
