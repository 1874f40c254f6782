import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Knowledge, loadKnowledge } from '@handrail/knowledge';

/** Opens a help centre: a folder with a `knowledge.json` as it is, anything else compiled in memory. `null` for none. */
export async function openHelp(folder: string | undefined): Promise<Knowledge | null> {
  if (folder === undefined) return null;
  const built = await stat(join(folder, 'knowledge.json')).catch(() => null);
  if (built?.isFile()) return loadKnowledge(async path => bytesOf(await readFile(join(folder, path))));
  const { compileSource, openSource } = await import('@handrail/knowledge/compile');
  const { files } = await compileSource(await openSource(folder, { defaultLocale: 'en' }));
  return loadKnowledge(async path => bytesOf(Buffer.from(files.get(path) ?? '')));
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Buffer) =>
  buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
