import { clear, createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { BlobLike } from './file.js';

/** Keeps the bytes of files until they are sent. */
export interface FileBox {
  /** Never rejects: what the browser refuses to keep stays in memory until the page ends. */
  put(id: string, bytes: BlobLike): Promise<void>;
  /** `null` when nobody holds it any more. */
  get(id: string): Promise<BlobLike | null>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
}

/**
 * In IndexedDB, which other tabs and the page after a reload see too; below it in memory.
 * @param name of the database; a visitor of another site never sees it
 * @param mayKeep whether the browser may hold more than the page does; what it holds already stays until it is sent
 */
export function openFileBox(name: string, mayKeep: () => boolean = () => true): FileBox {
  const memory = new Map<string, BlobLike>();
  let opened: UseStore | null = null;
  async function open(): Promise<UseStore> {
    const store = createStore(name, 'files');
    await store('readonly', ({ transaction: { db } }) => {
      // Another page, or this one, signed out: the database is to go.
      db.onversionchange = () => {
        db.close();
        opened = null;
      };
    });
    opened = store;
    return store;
  }
  const attempt = async <T>(use: (store: UseStore) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await use(opened ?? (await open()));
    } catch {
      // Refused, full, or not there at all.
      return otherwise;
    }
  };
  return {
    async put(id, bytes) {
      const keep = async (store: UseStore) => {
        await set(id, bytes, store);
        return true;
      };
      if (!mayKeep() || !(await attempt(keep, false))) memory.set(id, bytes);
    },
    get: async id => memory.get(id) ?? (await attempt(store => get<BlobLike>(id, store), undefined)) ?? null,
    async remove(id) {
      memory.delete(id);
      await attempt(store => del(id, store), undefined);
    },
    async clear() {
      memory.clear();
      await attempt(store => clear(store), undefined);
    },
  };
}
