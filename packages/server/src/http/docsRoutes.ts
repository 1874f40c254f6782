import { extname, join, posix } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { isFile } from './isFile.js';
import { sendPublicFile } from './sendPublicFile.js';

/** Nothing but the site's own files. Code is coloured by `style` attributes, and by nothing else that is inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const NOT_BUILT = 'The documentation is not built on this server. In the checkout run: npm run docs:site\n';

/**
 * `/docs/`: a built site. `/docs/install` is its `install.html`, `/docs/guides/` its `guides/index.html`, and what is not
 * there its `404.html`.
 */
export function registerDocs(app: FastifyInstance, folder: string): void {
  const config = { action: 'route:docs' as const };
  const isThere = (path: string) => isFile(join(folder, posix.normalize(`/${path}`)));

  app.get('/docs', { config }, async (_request, reply) => reply.redirect('/docs/', 308));

  app.get<{ Params: { '*': string } }>('/docs/*', { config }, async (request, reply) => {
    const path = request.params['*'];
    reply.header('content-security-policy', POLICY);
    if (extname(path) !== '' && extname(path) !== '.html') return sendPublicFile(reply, folder, path);
    const page = path === '' || path.endsWith('/') ? `${path}index.html` : path.replace(/(\.html)?$/, '.html');
    if (await isThere(page)) return reply.header('cache-control', 'no-cache').sendFile(page, folder);
    if (path === '')
      return reply.code(503).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(NOT_BUILT);
    if (await isThere(`${path}/index.html`)) return reply.redirect(`/docs/${encodeURI(path)}/`, 308);
    if (!(await isThere('404.html'))) return reply.callNotFound();
    return reply.code(404).header('cache-control', 'no-store').sendFile('404.html', folder);
  });
}
