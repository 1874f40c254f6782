import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { registerDocs } from './docsRoutes.js';

const FILES = {
  'index.html': '<h1>Handrail</h1>',
  'install.html': '<h1>Install</h1>',
  'guides/index.html': '<h1>Guides</h1>',
  'guides/v1.2.html': '<h1>Version</h1>',
  'assets/page.Bq1x9_2A.js': 'export {}',
  'images/rail.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '.hidden.html': 'no',
};

async function start(files: Readonly<Record<string, string>> = FILES) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-docs-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const app = Fastify();
  await app.register(fastifyStatic, { root: folder, serve: false, dotfiles: 'ignore', cacheControl: false });
  registerDocs(app, folder);
  return app;
}

test.each([
  ['/docs/', 'Handrail'],
  ['/docs/install', 'Install'],
  ['/docs/install.html', 'Install'],
  ['/docs/guides/', 'Guides'],
])('%s is a page, asked for again each time and able to run its own files only', async (url, title) => {
  const { statusCode, headers, body } = await (await start()).inject(url);
  expect([statusCode, headers['cache-control'], body]).toEqual([200, 'no-cache', `<h1>${title}</h1>`]);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
});

test.each([
  ['/docs', '/docs/'],
  ['/docs/guides', '/docs/guides/'],
])('%s leads to %s', async (url, target) => {
  const answer = await (await start()).inject(url);
  expect([answer.statusCode, answer.headers.location]).toEqual([308, target]);
});

test.each([
  ['/docs/assets/page.Bq1x9_2A.js', 'application/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/docs/images/rail.svg', 'image/svg+xml', 'public, max-age=300'],
])('%s is a file that is kept as long as its name says', async (url, type, caching) => {
  const { statusCode, headers } = await (await start()).inject(url);
  expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([200, type, caching]);
});

test.each([
  '/docs/nothing',
  '/docs/nothing.js',
  '/docs/.hidden',
  '/docs/..%2fx',
  '/docs/images/..%2f..%2fx.svg',
  '/docs/%00',
])('nothing at %s', async url => {
  expect([400, 403, 404]).toContain((await (await start()).inject(url)).statusCode);
});

test('a site with a page for what is not there shows it', async () => {
  const app = await start({ ...FILES, '404.html': '<h1>Not here</h1>' });
  const { statusCode, headers, body } = await app.inject('/docs/nothing');
  expect([statusCode, headers['cache-control'], body]).toEqual([404, 'no-store', '<h1>Not here</h1>']);
});

test('a page that has not changed is not sent again', async () => {
  const app = await start();
  const { headers } = await app.inject('/docs/install');
  const again = await app.inject({ url: '/docs/install', headers: { 'if-none-match': String(headers.etag) } });
  expect(again.statusCode).toBe(304);
});

test('a site that is not built says how it is', async () => {
  const { statusCode, body } = await (await start({})).inject('/docs/');
  expect([statusCode, body]).toEqual([503, expect.stringContaining('npm run docs:site')]);
});
