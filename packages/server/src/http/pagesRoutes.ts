import { readFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isFile } from './isFile.js';

/**
 * What a careful shop sends with its pages. A widget of the same origin needs nothing more; of another one, that
 * origin in `script-src` and `connect-src`.
 */
export const PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A folder of pages at `/`; its `404.html`, when there is one, answers for pages that do not exist. */
export function registerPages(app: FastifyInstance, folder: string): void {
  app.get<{ Params: { '*': string } }>('/*', { config: { action: 'route:site' } }, async (request, reply) => {
    const path = request.params['*'];
    const isPage = path === '' || path.endsWith('/') || extname(path) === '.html';
    reply
      .header('content-security-policy', PAGES_POLICY)
      .header('cache-control', isPage ? 'no-cache' : 'public, max-age=300');
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (isPage && !(await isFile(join(folder, posix.normalize(`/${file}`))))) return ownNotFound(reply, folder);
    return reply.sendFile(file, folder);
  });
}

async function ownNotFound(reply: FastifyReply, folder: string) {
  const page = await readFile(join(folder, '404.html'), 'utf8').catch(() => null);
  if (page === null) return reply.callNotFound();
  return reply.code(404).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}
