import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { compile } from './compile.js';
import { formatProblem } from './problem.js';
import { type ReadSiteOptions, readSite } from './readSite.js';

type Answer = string | ((request: IncomingMessage, response: ServerResponse, origin: string) => void);
let server: Server | undefined;
let asked: IncomingMessage[] = [];
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise(resolve => (server ? server.close(resolve) : resolve(null)));
});

const WORDS = 'Enough words that this is an article and not only a heading.';
const page = (title: string, body = '', head = '') =>
  `<html lang="en-US"><head><title>${title} | Velo</title>${head}</head><body><nav>Menu</nav><main><h1>${title}</h1><p>${WORDS}</p>${body}</main></body></html>`;
const leadTo = (location: string) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(302, { location }).end();
};

/** A real server on a free port; `ORIGIN` in its texts is its own. */
async function serve(answers: Readonly<Record<string, Answer>>): Promise<string> {
  asked = [];
  let origin = '';
  server = createServer((request, response) => {
    asked.push(request);
    const answer = answers[request.url ?? ''];
    if (typeof answer === 'function') answer(request, response, origin);
    else if (answer === undefined) response.writeHead(404).end('gone');
    else {
      const kind = answer.startsWith('<?xml') ? 'application/xml' : answer.startsWith('<') ? 'text/html' : 'text/plain';
      response.writeHead(200, { 'content-type': `${kind}; charset=utf-8` }).end(answer.replaceAll('ORIGIN', origin));
    }
  });
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return origin;
}

const sitemap = (...paths: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map(path => `<url><loc>${path}</loc></url>`).join('')}</urlset>`;

async function readFrom(answers: Readonly<Record<string, Answer>>, options: ReadSiteOptions = {}, path = '/') {
  const origin = await serve(answers);
  const { articles, problems } = await readSite(`${origin}${path}`, { delayMs: 0, ...options });
  const lines = problems.map(problem => formatProblem(problem).replaceAll(origin, ''));
  return { origin, articles, lines, ids: articles.map(({ id }) => id) };
}

test('reads what the sitemap names, and links between its pages are links between articles', async () => {
  const progress: string[] = [];
  const { articles, lines, origin } = await readFrom(
    {
      '/robots.txt': 'User-agent: *\nSitemap: ORIGIN/maps.xml',
      '/maps.xml':
        '<?xml version="1.0"?><sitemapindex><sitemap><loc>ORIGIN/a.xml.gz</loc></sitemap><sitemap><loc>ORIGIN/b.txt</loc></sitemap></sitemapindex>',
      '/a.xml.gz': (_, response, own) => {
        response.writeHead(200, { 'content-type': 'application/gzip' });
        response.end(gzipSync(sitemap(`${own}/help/returns?a=1&amp;b=2`)));
      },
      '/b.txt': 'ORIGIN/help/refunds/\nORIGIN/help/refunds/#again\n',
      '/help/returns?a=1&b=2': page(
        'Returns',
        '<p>See <a href="/help/refunds#card">refunds</a>.</p><img src="x.png" alt="x">',
      ),
      '/help/refunds/': page('Refunds', '<h2 id="card">By card</h2><p>Soon.</p>'),
    },
    { onProgress: ({ done, total }) => progress.push(`${done}/${total}`) },
  );
  expect(lines).toEqual([]);
  expect(progress).toEqual(['1/2', '2/2']);
  expect(articles).toMatchObject([
    { id: 'help/returns', locale: 'en', title: 'Returns', addresses: [`${origin}/help/returns?a=1&b=2`] },
    { id: 'help/refunds', title: 'Refunds' },
  ]);
  expect(articles[0]?.html).toContain(`<img src="${origin}/help/x.png"`);
  const files = await compile(articles, { onProblem: () => {} });
  expect([...files.values()].join('')).toContain('{"t":"ref","article":"help/refunds","section":"card"');
  expect(asked.map(({ headers }) => headers['user-agent'])).toEqual(
    asked.map(() => expect.stringContaining('Handrail')),
  );
});

test('a site keeps what it disallows, by the name of who asks', async () => {
  const { lines, ids } = await readFrom({
    '/robots.txt': 'User-agent: *\nDisallow: /\n\nUser-agent: HandrailKnowledge\nDisallow: /private/*\nAllow: /',
    '/sitemap.xml': sitemap('ORIGIN/open', 'ORIGIN/private/x', 'ORIGIN/door'),
    '/open': page('Open'),
    '/private/x': page('Private'),
    '/door': leadTo('/private/x'),
  });
  expect(ids).toEqual(['open']);
  expect(lines.sort()).toEqual([
    '/door: skipped: robots.txt disallows /private/x',
    '/private/x: skipped: robots.txt disallows /private/x',
  ]);
  expect(asked.map(({ url }) => url)).not.toContain('/private/x');
});

test('without a readable robots.txt nothing is read; without one at all, everything', async () => {
  const answers = { '/sitemap.xml': sitemap('ORIGIN/a'), '/a': page('A') };
  expect((await readFrom(answers)).ids).toEqual(['a']);
  server?.closeAllConnections();
  server?.close();
  const failing = await readFrom({
    ...answers,
    '/robots.txt': (_, response) => void response.writeHead(503).end(),
  });
  expect(failing.ids).toEqual([]);
  expect(failing.lines[0]).toBe('/robots.txt: error: expected status 200, got 503; no page was read');
});

test('each page that cannot be had is named with its reason, and the rest is read', async () => {
  const { ids, lines } = await readFrom(
    {
      '/sitemap.xml': sitemap(
        ...[
          'a',
          'gone',
          'broken',
          'slow',
          'loop',
          'away',
          'moved',
          'giant',
          'file.pdf',
          'plain',
          'silent',
          'detour',
        ].map(path => `ORIGIN/${path}`),
        'https://elsewhere.example/x',
      ),
      '/a': page('A'),
      '/broken': (_, response) => void response.writeHead(500).end(),
      '/slow': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<html>'),
      '/loop': leadTo('/loop'),
      '/away': leadTo('https://elsewhere.example/y'),
      '/moved': leadTo('/b'),
      '/b': page('B'),
      '/giant': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(60_000)),
      '/file.pdf': (_, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
      '/plain': 'Only text.',
      '/silent': request => void request.socket.destroy(),
      '/detour': '<html><head><meta http-equiv="refresh" content="0; url=/a"></head></html>',
    },
    { timeoutMs: 600, maxPageBytes: 50_000 },
  );
  expect(ids).toEqual(['a', 'b']);
  expect(lines.sort()).toEqual([
    '/away: skipped: it leads to another site, https://elsewhere.example/y',
    '/broken: error: expected status 200, got 500',
    '/file.pdf: skipped: expected a page, got application/pdf',
    '/giant: error: too large: expected at most 50000 bytes',
    '/gone: error: expected status 200, got 404',
    '/loop: error: expected at most 5 redirects, got more; the last led to /loop',
    '/plain: skipped: expected HTML, got another kind of text',
    expect.stringMatching(/^\/silent: error: could not be fetched: /),
    '/slow: error: no answer within 600 ms',
    'detour: skipped: it only leads on to /a',
    expect.stringMatching(
      /^https:\/\/elsewhere\.example\/x: skipped: expected an address of .*, got one of another site$/,
    ),
  ]);
});

test('old addresses of a page lead to its article', async () => {
  const { articles, origin } = await readFrom({
    '/sitemap.xml': sitemap('ORIGIN/old', 'ORIGIN/new', 'ORIGIN/copy'),
    '/old': leadTo('/new'),
    '/new': page('New'),
    '/copy': page('New', '', '<link rel="canonical" href="/new">'),
  });
  expect(articles).toHaveLength(1);
  expect(articles[0]?.addresses).toEqual([`${origin}/new`, `${origin}/old`, `${origin}/copy`, '/copy']);
});

test('limits: pages, sitemaps, one folder, hostile XML', async () => {
  const answers = {
    '/sitemap.xml': sitemap('ORIGIN/help/a', 'ORIGIN/help/b', 'ORIGIN/shop/c'),
    '/help/a': page('A'),
    '/help/b': page('B'),
    '/shop/c': page('C'),
  };
  const few = await readFrom(answers, { maxPages: 1 });
  expect([few.ids, few.lines]).toEqual([
    ['help/a'],
    ['/help/b: skipped: the site names 3 pages; only the first 1 were read'],
  ]);
  server?.close();
  expect((await readFrom(answers, {}, '/help/')).ids).toEqual(['a', 'b']);
  server?.close();
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><urlset><url><loc>ORIGIN/&b;</loc></url></urlset>';
  const hostile = await readFrom(
    {
      '/robots.txt': 'Sitemap: ORIGIN/1.xml\nSitemap: ORIGIN/2.xml\nSitemap: ORIGIN/3.xml',
      '/1.xml': bomb,
      '/2.xml': '<?xml version="1.0"?><rss></rss>',
      '/3.xml': sitemap('ORIGIN/a'),
    },
    { maxSitemaps: 2 },
  );
  expect(hostile.ids).toEqual([]);
  expect(hostile.lines.slice(-3)).toEqual([
    '/2.xml: error: expected a sitemap with urlset or sitemapindex, got other XML',
    '/3.xml: skipped: more than 2 sitemaps; this and later ones were not read',
    expect.stringMatching(/^\/&b;: error: expected status 200, got 404$/),
  ]);
  await expect(readSite('ftp://x.example')).rejects.toThrow('readSite: expected an http address, got ftp://x.example');
});
