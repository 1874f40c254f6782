import { readFile } from 'node:fs/promises';
import { readMarkdown } from '@handrail/content/markdown';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendWithTag } from '../sendWithTag.js';
import { docPage } from './docPage.js';
import { DOC_STYLE } from './docStyle.js';
import { type DocPage, listDocs, urlOf } from './listDocs.js';
import { readDoc } from './readDoc.js';
import { treeToHtml } from './treeToHtml.js';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
const IMAGE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;

/** `/docs/`: the Markdown of a folder as pages. Texts are read at each request, the list of pages at the start. */
export async function registerDocs(app: FastifyInstance, folder: string): Promise<void> {
  const chapters = await listDocs(folder);
  const pages = new Map(chapters.flatMap(chapter => chapter.pages).map(page => [page.url, page]));
  const config = { action: 'route:docs' as const };
  // Without a README the first page stands in, so that `/docs/` always leads somewhere.
  const first = pages.get('') ?? chapters[0]?.pages[0];

  async function render(page: DocPage): Promise<string> {
    const { tree, headings } = readMarkdown(readDoc(await readFile(page.file, 'utf8')).body, { resolveLink });
    const sections = headings.filter(({ level }) => level === 2);
    return docPage(chapters, { page, html: treeToHtml(tree), sections });
  }

  app.get('/docs', { config }, async (_request, reply) => reply.redirect('/docs/', 308));
  app.get('/docs/style.css', { config }, async (request, reply) =>
    sendWithTag(
      request,
      reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=300'),
      DOC_STYLE,
    ),
  );

  app.get<{ Params: { '*': string } }>('/docs/*', { config }, async (request, reply) => {
    const path = request.params['*'];
    if (IMAGE.test(path)) return sendImage(reply, folder, path);
    const page = path === '' ? first : pages.get(path);
    if (page) {
      reply.header('content-security-policy', POLICY).header('cache-control', 'no-cache');
      return sendWithTag(request, reply.type('text/html; charset=utf-8'), await render(page));
    }
    const moved = [urlOf(path), `${path}/`].find(url => url !== path && pages.has(url));
    return moved === undefined ? reply.callNotFound() : reply.redirect(`/docs/${encodeURI(moved)}`, 308);
  });
}

function sendImage(reply: FastifyReply, folder: string, path: string): FastifyReply {
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  return reply.header('cache-control', 'public, max-age=300').sendFile(path, folder);
}

/** Links between files become links between pages; `./x.md#y` keeps its section. */
function resolveLink(href: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
  if (!/\.md$/i.test(path)) return href;
  const url = urlOf(path);
  return (url === '' ? './' : url) + rest;
}
