import { gzipSync } from 'node:zlib';

/** Bytes after gzip at its default level. */
export function gzipBytes(content: string | Uint8Array): number {
  return gzipSync(content).length;
}
