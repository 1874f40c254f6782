import { createReadStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../store/storeError.js';
import type { Blobs } from './blobs.js';

/** Folder of what was attached, inside the data folder. */
export const FILES_FOLDER = 'files';

/** A file per id, in folders by the end of the id, which is random where its start is a time. */
export function createDiskBlobs(folder: string): Blobs {
  const folderOf = (id: string) => join(folder, id.slice(-2));
  const pathOf = (id: string) => join(folderOf(id), id);

  async function append(id: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<number> {
    await mkdir(folderOf(id), { recursive: true });
    const file = await open(pathOf(id), 'a');
    try {
      let { size } = await file.stat();
      try {
        for await (const piece of bytes) {
          if (size + piece.length > most) throw new StoreError('too_large', `More than ${most} bytes.`);
          size += (await file.write(piece)).bytesWritten;
        }
      } finally {
        // Also what came before the source broke off is told as there.
        await file.sync();
      }
      return size;
    } finally {
      await file.close();
    }
  }

  return {
    size: id =>
      stat(pathOf(id)).then(
        ({ size }) => size,
        () => 0,
      ),
    append: (id, bytes, most) => append(id, bytes, most).catch(refuse),
    async head(id, count) {
      const file = await open(pathOf(id));
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    read: (id, start, end) => createReadStream(pathOf(id), { start, end }),
    remove: id => rm(pathOf(id), { force: true }),
  };
}

/** What a disk says when it takes nothing more; everything else is the source's, or ours. */
const REFUSED = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EACCES'];

function refuse(error: unknown): never {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!REFUSED.includes(code)) throw error;
  throw new StoreError('read_only', `The disk refused a file: ${code}.`, { cause: error });
}
