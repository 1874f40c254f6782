import { createHash } from 'node:crypto';

/** The first `length` characters (lower case letters and digits) of the SHA-256 of some content. */
export function hashOf(content: string | Uint8Array, length: number): string {
  const digest = createHash('sha256').update(content).digest();
  return digest.readBigUInt64BE().toString(36).padStart(13, '0').slice(-length);
}
