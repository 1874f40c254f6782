import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import type { CompiledFiles } from './compile.js';

/** What a write did. */
export interface WriteResult {
  readonly written: number;
  /** Files that were there already: their names carry the hash of their content. */
  readonly unchanged: number;
  /** Of all files, written or not. */
  readonly bytes: number;
}

/**
 * Writes compiled files below `outDir`. Hashed files that exist are left alone; `knowledge.json` comes last and in one
 * step, so that a reader sees the old help centre or the new one. Files of earlier builds stay for readers that still use them.
 */
export async function writeFiles(files: CompiledFiles, outDir: string): Promise<WriteResult> {
  let written = 0;
  let bytes = 0;
  for (const [path, content] of files) {
    bytes += typeof content === 'string' ? Buffer.byteLength(content) : content.length;
    if (path === 'knowledge.json' || (await exists(join(outDir, path)))) continue;
    await put(outDir, path, content);
    written++;
  }
  const knowledge = files.get('knowledge.json');
  if (knowledge !== undefined) {
    await put(outDir, 'knowledge.json.part', knowledge);
    await rename(join(outDir, 'knowledge.json.part'), join(outDir, 'knowledge.json'));
    written++;
  }
  return { written, unchanged: files.size - written, bytes };
}

async function put(outDir: string, path: string, content: Uint8Array | string): Promise<void> {
  if (normalize(path).startsWith('..')) throw new Error(`writeFiles: expected a path below ${outDir}, got ${path}`);
  const file = join(outDir, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

async function exists(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
