import { type CompiledFiles, compile } from '../compile.js';
import type { CompileMemory } from '../compileMemory.js';
import type { Problem } from '../problem.js';
import type { OpenedSource } from './openSource.js';

/** Compiled files of a source and every problem on the way, those of reading first. */
export interface CompiledSource {
  readonly files: CompiledFiles;
  readonly problems: readonly Problem[];
}

/**
 * Compiles what was opened, with the synonyms and audiences of its site file.
 * @param audiences audiences whose articles are taken in besides those of the site file
 * @param memory what earlier builds of the same source have read
 */
export async function compileSource(
  source: OpenedSource,
  audiences: readonly string[] = [],
  memory?: CompileMemory,
): Promise<CompiledSource> {
  const { articles, problems: found, site, defaultLocale, folder } = source;
  const problems: Problem[] = [...found];
  const files = await compile(articles, {
    defaultLocale,
    ...(folder === null ? {} : { folder }),
    ...(site.synonyms === undefined ? {} : { synonyms: site.synonyms }),
    ...(memory === undefined ? {} : { memory }),
    audiences: [...(site.audiences ?? []), ...audiences],
    onProblem: problem => problems.push(problem),
  });
  return { files, problems };
}
