import type { FastifyReply } from 'fastify';

/** How long a year is, in seconds: what "for ever" means to caches. */
const YEAR = 31_536_000;
const HASHED = /[.-](?=[\w-]*[\dA-Z])[\w-]{6,}\.\w+$/;

/** Whether a file's name carries a hash of its content, so that it never changes. */
export const isHashedName = (path: string): boolean => HASHED.test(path);

/**
 * Sends a file anybody may read: hashed names for ever, others for `maxAge` seconds (default 300).
 * Paths that leave the folder and hidden files are not found.
 */
export function sendPublicFile(reply: FastifyReply, folder: string, path: string, maxAge = 300): FastifyReply {
  const value = isHashedName(path) ? `public, max-age=${YEAR}, immutable` : `public, max-age=${maxAge}`;
  return reply.header('cache-control', value).sendFile(path, folder);
}
