import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { registerDocs } from './docsRoutes.js';

async function start(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-docs-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const app = Fastify();
  await app.register(fastifyStatic, { root: folder, serve: false });
  await registerDocs(app, folder);
  return app;
}

const FILES = {
  'README.md': '# Handrail\n\nSee [install](guides/install.md#first).\n\n![rail](images/rail.svg)\n',
  'guides/README.md': 'No heading here.',
  'guides/install.md':
    '# Install `it`\n\n## First\n\nBack [home](../README.md), [next](use.md).\n\n## Second\n\n<script>alert(1)</script>\n',
  'guides/use.md': '# Use & <enjoy>\n',
  'images/rail.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '_draft.md': '# Draft',
};

test('shows every file in the navigation, and where one is', async () => {
  const app = await start(FILES);
  const { body, headers, statusCode } = await app.inject('/docs/guides/install');
  expect(statusCode).toBe(200);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'/);
  const links = [...body.matchAll(/<li><a href="(\/docs\/[^"]*)"( aria-current="page")?>([^<]*)/g)].map(
    ([, ...rest]) => rest,
  );
  expect(links).toEqual([
    ['/docs/', undefined, 'Handrail'],
    ['/docs/guides/', undefined, 'Guides'],
    ['/docs/guides/install', ' aria-current="page"', 'Install it'],
    ['/docs/guides/use', undefined, 'Use &amp; &lt;enjoy&gt;'],
  ]);
  expect(body).not.toContain('<script');
  expect(body).toContain('<nav class="here"');
});

test('links between files lead to pages', async () => {
  const app = await start(FILES);
  expect((await app.inject('/docs/')).body).toContain('<a href="guides/install#first">install</a>');
  const { body } = await app.inject('/docs/guides/install');
  expect(body).toContain('<a href="../">home</a>');
  expect(body).toContain('<a href="use">next</a>');
});

test.each([
  ['/docs', '/docs/'],
  ['/docs/README.md', '/docs/'],
  ['/docs/guides', '/docs/guides/'],
  ['/docs/guides/install.md', '/docs/guides/install'],
])('%s leads to %s', async (url, target) => {
  const answer = await (await start(FILES)).inject(url);
  expect([answer.statusCode, answer.headers.location]).toEqual([308, target]);
});

test.each(['/docs/nothing', '/docs/_draft', '/docs/..%2fx', '/docs/images/..%2f..%2fx.svg', '/docs/%00'])(
  'nothing at %s',
  async url => {
    expect([400, 403, 404]).toContain((await (await start(FILES)).inject(url)).statusCode);
  },
);

test('images come, unable to run anything', async () => {
  const { statusCode, headers } = await (await start(FILES)).inject('/docs/images/rail.svg');
  expect([statusCode, headers['content-type']]).toEqual([200, 'image/svg+xml']);
  expect(headers['content-security-policy']).toContain('sandbox');
});

test('the sheet comes, and a page that has not changed is not sent again', async () => {
  const app = await start(FILES);
  expect((await app.inject('/docs/style.css')).headers['content-type']).toContain('text/css');
  const { headers } = await app.inject('/docs/');
  const again = await app.inject({ url: '/docs/', headers: { 'if-none-match': String(headers.etag) } });
  expect(again.statusCode).toBe(304);
});

test('a folder without a first page begins with the first file; an empty one has none', async () => {
  expect((await (await start({ 'b.md': '# B' })).inject('/docs/')).body).toContain('<h1 id="b">');
  expect((await (await start({ 'x.txt': '' })).inject('/docs/')).statusCode).toBe(404);
});
