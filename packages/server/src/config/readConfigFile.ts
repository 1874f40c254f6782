import { readFile } from 'node:fs/promises';
import { explain } from '@handrail/protocol/schema';
import { ConfigError } from './configError.js';
import { locateJsonError } from './locateJsonError.js';
import { type ServerConfigFile, ServerConfigSchema } from './serverConfigSchema.js';

/**
 * Reads and checks a settings file.
 * @throws ConfigError when it is missing, no JSON (with line and column) or has another shape (with paths)
 */
export async function readConfigFile(file: string): Promise<ServerConfigFile> {
  const text = await readText(file);
  const value = parse(file, text);
  const problems = explain(ServerConfigSchema, value, 20);
  if (problems.length > 0) throw new ConfigError(file, problems);
  return value as ServerConfigFile;
}

async function readText(file: string): Promise<string> {
  try {
    // Editors on Windows begin files with a byte order mark, which JSON does not know.
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason =
      code === 'ENOENT'
        ? 'there is no such file; `handrail init` writes one'
        : `it cannot be read (${code ?? String(error)})`;
    throw new ConfigError(file, [], reason);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = locateJsonError(text);
    if (place === null) throw new ConfigError(file, [], `no JSON: ${(error as Error).message}`);
    const { line, column, expected, got } = place;
    throw new ConfigError(`${file}:${line}:${column}`, [], `no JSON: expected ${expected}, got ${got}`);
  }
}
