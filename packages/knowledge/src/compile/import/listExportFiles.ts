import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';

/** The JSON files of an export. */
export interface ExportFiles {
  readonly folder: string;
  /** Relative to the folder, with `/`, in order. */
  readonly paths: readonly string[];
}

const JSON_FILE = /\.(?:json|jsonl|ndjson)$/i;

/**
 * A JSON file, or all of a folder and the folders below it; hidden ones are passed over.
 * Throws when there is no such file or folder.
 */
export async function listExportFiles(path: string): Promise<ExportFiles> {
  const kind = await stat(path);
  if (!kind.isDirectory()) return { folder: dirname(path), paths: [basename(path)] };
  return { folder: path, paths: await list(path, '') };
}

async function list(folder: string, below: string): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = posix.join(below, entry.name);
    if (entry.isDirectory()) paths.push(...(await list(folder, path)));
    else if (JSON_FILE.test(entry.name)) paths.push(path);
  }
  return paths;
}
