import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { isFile } from './isFile.js';
import { isHashedName, sendPublicFile } from './sendPublicFile.js';

/** Nothing but the app's own files; its sheets are files or constructed, its HTML is built from nodes. */
export const INBOX_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self' ws: wss:",
  "img-src 'self' data: blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const NOT_BUILT = 'The inbox is not built on this server. In the checkout run: npm run build\n';

/** `/inbox/`: the agents' app. */
export function registerInbox(app: FastifyInstance, assets: string): void {
  const folder = join(assets, 'inbox');
  const config = { action: 'route:inbox' as const };

  app.get('/inbox', { config }, async (_request, reply) => reply.redirect('/inbox/', 308));

  app.get<{ Params: { '*': string } }>('/inbox/*', { config }, async (request, reply) => {
    reply.headers({
      'content-security-policy': INBOX_POLICY,
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const path = request.params['*'] === '' ? 'index.html' : request.params['*'];
    if (path === 'index.html' && !(await isFile(join(folder, path)))) {
      return reply.code(503).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(NOT_BUILT);
    }
    return isHashedName(path)
      ? sendPublicFile(reply, folder, path)
      : reply.header('cache-control', 'no-cache').sendFile(path, folder);
  });
}
