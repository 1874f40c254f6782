import { readdir } from 'node:fs/promises';
import { findGenerator } from '../dialects/readGenerator.js';
import { SITE_FILES } from '../settings/readSiteFile.js';

/**
 * What a file or folder holds: a generator's project by its configuration, else the kind of its files; Markdown before
 * HTML, HTML before JSON. A folder with none of them is one of Markdown; `null` for a file that is no JSON.
 */
export async function findKind(path: string, isFolder: boolean): Promise<string | null> {
  const json = /\.(?:json|jsonl|ndjson)$/i;
  if (!isFolder) return json.test(path) ? 'export' : null;
  const generator = findGenerator(path);
  if (generator !== null) return generator;
  const names = (await readdir(path, { recursive: true })).filter(
    name => !SITE_FILES.includes(name) && !/(?:^|[\\/])(?:node_modules|\.)/.test(name),
  );
  const has = (pattern: RegExp) => names.some(name => pattern.test(name));
  if (has(/\.(?:md|mdx|markdown)$/i)) return 'markdown';
  if (has(/\.html?$/i)) return 'html';
  return has(json) ? 'export' : 'markdown';
}
