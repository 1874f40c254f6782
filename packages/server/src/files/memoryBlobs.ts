import { Readable } from 'node:stream';
import { StoreError } from '../store/storeError.js';
import type { Blobs } from './blobs.js';

/** Files that are gone when the process ends; beside the in-memory store. */
export function createMemoryBlobs(): Blobs {
  const held = new Map<string, Buffer>();
  const of = (id: string) => held.get(id) ?? Buffer.alloc(0);
  return {
    size: async id => of(id).length,
    async append(id, bytes, most) {
      for await (const piece of bytes) {
        if (of(id).length + piece.length > most) throw new StoreError('too_large', `More than ${most} bytes.`);
        held.set(id, Buffer.concat([of(id), piece]));
      }
      return of(id).length;
    },
    head: async (id, count) => of(id).subarray(0, count),
    read: (id, start, end) => Readable.from([of(id).subarray(start, end + 1)]),
    remove: async id => void held.delete(id),
  };
}
