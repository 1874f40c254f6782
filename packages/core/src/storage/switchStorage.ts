import { memoryStorage } from './memory.js';
import type { Storage } from './storage.js';

/**
 * Moves what is kept out of a storage that is in use into memory, or back; whoever holds the storage goes on with it.
 * @param storage what everybody holds; its methods are exchanged
 * @param lasting where things last
 * @param prefix start of the keys that move
 */
export function switchStorage(storage: Storage, lasting: Storage, prefix: string, toLasting: boolean): void {
  const values = storage.keys(prefix).map(key => [key, storage.get(key) ?? ''] as const);
  for (const [key] of values) storage.remove(key);
  Object.assign(storage, toLasting ? lasting : memoryStorage());
  for (const [key, value] of values) storage.set(key, value);
}
