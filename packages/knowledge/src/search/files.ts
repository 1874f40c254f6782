/** Fetches a file by its path relative to `knowledge.json`; rejects when it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array | ArrayBuffer | string>;

/** Files that are read once and kept. */
export interface Files {
  bytes(path: string): Promise<Uint8Array>;
  /** Parses JSON that a compile of this project wrote. */
  json<T>(path: string): Promise<T>;
  /** What `make` gave for this path the first time; a failure is not kept, so that the next call tries again. */
  once<T>(path: string, make: (path: string) => Promise<T>): Promise<T>;
}

/** Wraps a reader. */
export function createFiles(read: ReadFile): Files {
  const kept = new Map<string, Promise<unknown>>();
  return {
    async bytes(path) {
      const content = await read(path);
      if (typeof content === 'string')
        throw new Error(`${path}: expected bytes, got text; read .bin files as ArrayBuffer or Uint8Array`);
      return content instanceof Uint8Array ? content : new Uint8Array(content);
    },
    async json<T>(path: string) {
      const content = await read(path);
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      try {
        return JSON.parse(text) as T;
      } catch {
        throw new Error(`${path}: expected JSON, got ${JSON.stringify(text.slice(0, 40))}`);
      }
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
