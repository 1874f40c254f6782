import { readFile } from 'node:fs/promises';
import { isRecord } from '../compile/isRecord.js';

/** Bytes of a file; `null` when there is none. Rejects when it is there and cannot be read. */
export async function readBytes(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isRecord(error) && error.code === 'ENOENT') return null;
    throw new Error(`${path}: expected a file that can be read, got ${isRecord(error) ? error.code : error}`);
  }
}

/** The JSON object in a file; `null` when there is no file. Rejects when it holds something else. */
export async function readObject(path: string): Promise<Record<string, unknown> | null> {
  const bytes = await readBytes(path);
  if (bytes === null) return null;
  const text = new TextDecoder().decode(bytes);
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Said below, with what was there.
  }
  throw new Error(`${path}: expected a JSON object, got ${JSON.stringify(text.slice(0, 40))}`);
}
