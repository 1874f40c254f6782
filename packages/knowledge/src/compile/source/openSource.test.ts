import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSource } from './openSource.js';
import { SourceError } from './sourceError.js';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'source-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
}

const INTERCOM = JSON.stringify({
  data: [{ id: '1', type: 'article', title: 'A', state: 'published', body: '<p>x</p>' }],
});
const PAGE =
  '<html lang="en"><title>A</title><body><main><h1>A</h1><p>Some words of a page that is long enough.</p></main></body></html>';

test.each([
  ['markdown', { 'a.md': '# A', 'data.json': '{}', 'page.html': PAGE }],
  ['markdown', {}],
  ['html', { 'a.html': PAGE }],
  ['intercom', { 'pages/1.json': INTERCOM }],
  ['docusaurus', { 'docusaurus.config.js': 'export default {}', 'docs/a.md': '# A' }],
  ['vitepress', { 'docs/.vitepress/config.ts': 'export default {}', 'docs/a.md': '# A' }],
  ['starlight', { 'astro.config.mjs': '', 'src/content/docs/a.md': '# A' }],
  ['mkdocs', { 'mkdocs.yml': 'site_name: x', 'docs/a.md': '# A' }],
])('finds out that it is %s', async (kind, files) => {
  await put(files);
  const opened = await openSource(dir);
  expect([opened.kind, opened.problems.filter(({ severity }) => severity === 'error')]).toEqual([kind, []]);
  expect(opened.articles).toHaveLength(Object.keys(files).length === 0 ? 0 : 1);
});

test('the site file is read for every kind', async () => {
  await put({
    'handrail.knowledge.yml': 'defaultLocale: de\nignore: [docs/x/**]\nsynonyms: { de: [Rad = Fahrrad] }\n',
    'mkdocs.yml': 'site_name: x',
    'docs/a.md': '# A',
    'docs/x/b.md': '# B',
  });
  const { articles, site, defaultLocale } = await openSource(dir);
  expect(articles.map(({ id, locale }) => [id, locale])).toEqual([['a', 'de']]);
  expect([defaultLocale, site.synonyms]).toEqual(['de', { de: [['Rad', 'Fahrrad']] }]);
  expect((await openSource(dir, { defaultLocale: 'fr' })).articles[0]?.locale).toBe('fr');
});

test('a site by its address', async () => {
  const server = createServer((request, response) => {
    const sitemap = `<urlset><url><loc>http://${request.headers.host}/a.html</loc></url></urlset>`;
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url === '/sitemap.xml') response.writeHead(200, { 'content-type': 'text/xml' }).end(sitemap);
    else response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const seen: number[][] = [];
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const opened = await openSource(base, { onProgress: (done, all) => seen.push([done, all]) });
  server.close();
  expect([opened.kind, opened.folder, opened.articles.map(({ title }) => title)]).toEqual(['site', null, ['A']]);
  expect(seen).toEqual([[1, 1]]);
});

test.each([
  ['nothing', undefined, 'nothing of this name'],
  ['text.txt', undefined, 'a file'],
  ['text.txt', 'markdown', 'expected folder for "markdown", got a file'],
  ['.', 'site', 'expected address for "site", got a folder'],
])('%s from %s', async (path, from, message) => {
  await put({ 'text.txt': 'x' });
  const opening = openSource(join(dir, path), from === undefined ? {} : { from });
  await expect(opening).rejects.toThrow(message);
  await expect(opening).rejects.toBeInstanceOf(SourceError);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be read', async () => {
  await chmod(dir, 0);
  await expect(openSource(dir)).rejects.toThrow('may not be read (EACCES)');
  await chmod(dir, 0o700);
});
