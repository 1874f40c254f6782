import { READABLE_VERSIONS } from '../files/knowledgeFile.js';
import { unseal } from '../files/seal.js';

/** Fetches a file by its path relative to `knowledge.json`; rejects when it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array | ArrayBuffer | string>;

/** Files that are read once and kept. */
export interface Files {
  /** Content of a `.bin` file; rejects when it is not as it was written. */
  binary(path: string): Promise<Uint8Array>;
  /** JSON that a compile of this project wrote: an object in which `list`, when named, is a list. */
  json<T>(path: string, list?: string): Promise<T>;
  /** What `make` gave for this path the first time; a failure is not kept, so that the next call tries again. */
  once<T>(path: string, make: (path: string) => Promise<T>): Promise<T>;
}

/** Wraps a reader. */
export function createFiles(read: ReadFile): Files {
  const kept = new Map<string, Promise<unknown>>();
  return {
    async binary(path) {
      const content = await read(path);
      if (typeof content === 'string')
        throw new Error(`${path}: expected bytes, got text; read .bin files as ArrayBuffer or Uint8Array`);
      return unseal(content instanceof Uint8Array ? content : new Uint8Array(content), path, READABLE_VERSIONS);
    },
    async json<T>(path: string, list?: string) {
      const content = await read(path);
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      const value = parse(text, path);
      const held = list === undefined ? [] : (value as Record<string, unknown>)[list];
      if (!Array.isArray(held))
        throw new Error(`${path}: expected a list "${list}", got ${JSON.stringify(held) ?? 'none'}`);
      return value as T;
    },
    once<T>(path: string, make: (path: string) => Promise<T>) {
      const before = kept.get(path) as Promise<T> | undefined;
      if (before) return before;
      const made = make(path);
      kept.set(path, made);
      made.catch(() => kept.delete(path));
      return made;
    },
  };
}

function parse(text: string, path: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below, with what was there.
  }
  throw new Error(`${path}: expected a JSON object, got ${JSON.stringify(text.slice(0, 40))}`);
}
