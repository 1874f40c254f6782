import type { Readable } from 'node:stream';

/** Where the bytes of files lie, by id. What they are and whose stands in the store. */
export interface Blobs {
  /** Bytes that are there; 0 when there is no such file. */
  size(id: string): Promise<number>;
  /**
   * Adds bytes at the end as they come, and resolves with the size once they outlive a power cut. A source that breaks off
   * leaves what came before: its sender goes on from there. Rejects with `too_large` in front of the first byte above
   * `most`, and with `read_only` where the disk refuses.
   */
  append(id: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<number>;
  /** The first bytes. */
  head(id: string, count: number): Promise<Buffer>;
  /** From `start` to `end`, both included. */
  read(id: string, start: number, end: number): Readable;
  /** Does nothing when there is no such file. */
  remove(id: string): Promise<void>;
}
