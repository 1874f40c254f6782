import { loadConfig } from '../config.js';
import { isFile } from '../http/isFile.js';
import type { CliIo, ConfigArguments } from './cliIo.js';

/** `handrail check`: 0 when a server would start and every article could be read; problems go to stderr, one a line. */
export async function check({ config: file, port, data }: ConfigArguments, io: CliIo): Promise<number> {
  const config = await loadConfig(file, io.env, { port, data });
  let failed = false;
  for (const { id, knowledge, widget } of config.sites) {
    if (knowledge === undefined || (await isFile(`${knowledge}/knowledge.json`))) continue;
    const { compileSource, formatProblem, openSource } = await import('@handrail/knowledge/compile');
    const source = await openSource(knowledge, { defaultLocale: widget.locales?.[0] ?? 'en' });
    const { problems: found } = await compileSource(source);
    for (const problem of found) io.error(`${id}: ${formatProblem(problem)}\n`);
    failed ||= found.some(({ severity }) => severity === 'error');
    io.out(`${id}: ${count(source.articles, 'article')}\n`);
  }
  if (!failed) io.out(`${file}: ${count(config.sites, 'site')}, ${count(config.agents, 'agent')}, no problems\n`);
  return failed ? 1 : 0;
}

const count = (list: readonly unknown[], word: string) => `${list.length} ${word}${list.length === 1 ? '' : 's'}`;
