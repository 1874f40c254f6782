import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compile } from '../compile.js';
import { formatProblem, type Problem } from '../problem.js';
import { readFolder } from '../readFolder.js';
import { downloadImages } from './downloadImages.js';
import { importExport } from './importExport.js';

const zendesk = fileURLToPath(new URL('fixtures/zendesk', import.meta.url));
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAC0lEQVR4nGNgwAcAAB4AAYuvKMcAAAAASUVORK5CYII=',
  'base64',
);

let out = '';
let server: Server | undefined;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(async () => {
  await rm(out, { recursive: true, force: true });
  server?.close();
  server = undefined;
});

async function listen(answer: Parameters<typeof createServer>[1]): Promise<string> {
  server = createServer(answer ?? (() => {}));
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a folder that people can edit, that reads back, and whose links hold', async () => {
  const first = await importExport(zendesk, out);
  expect(first.written).toHaveLength(5);
  expect(await readFile(join(out, 'en-US/colours-scenes/change-a-lamp-s-colour.md'), 'utf8')).toMatch(
    /^---\nid: change-a-lamp-s-colour\ntitle: Change a lamp's colour\nsection: Colours & scenes\ntags:\n {2}- colour\n {2}- scene\nlocale: en-US\nupdated: 2024-11-05\naliases:\n {2}- "360001"\naddresses:\n {2}- https:\S+\n {2}- https:\S+360001\n---\n\nOpen the app\./,
  );
  const { articles, problems } = await readFolder(out);
  expect(problems).toEqual([]);
  expect(articles).toHaveLength(5);
  const found: Problem[] = [];
  await compile(articles, { folder: out, audiences: ['agents-and-managers'], onProblem: each => found.push(each) });
  expect(found.map(formatProblem)).toEqual([]);
});

test('a file that was edited since is left alone, unless forced', async () => {
  await importExport(zendesk, out);
  const path = join(out, 'de/trouble/reset-a-lamp.md');
  await writeFile(path, '# Mine');
  const second = await importExport(zendesk, out);
  expect([second.written, second.unchanged]).toEqual([[], 5]);
  expect(second.problems.filter(({ where }) => where.startsWith('de/')).map(formatProblem)).toEqual([
    'de/trouble/reset-a-lamp.md: skipped: is there already and differs from the export; --force writes over it',
  ]);
  expect((await importExport(zendesk, out, { force: true })).written).toEqual(['de/trouble/reset-a-lamp.md']);
});

test('images are fetched when asked for; one that fails stays a link', async () => {
  const asked: string[] = [];
  const base = await listen((request, response) => {
    asked.push(String(request.url));
    response.writeHead(200, { 'content-type': 'image/png' }).end(pixel);
  });
  const lamp = { section_id: 1, locale: 'en', html_url: `${base}/hc/en/articles/1-Lamp` };
  const body = `<img src="/i/a.png" alt="A"><img src="/i/a.png"><img src="https://elsewhere.example/b.png">`;
  const file = join(out, 'articles.json');
  await writeFile(file, JSON.stringify({ articles: [{ ...lamp, id: 1, title: 'Lamp', body }] }));
  // Image addresses are raised to https, which this server does not speak.
  const plain: typeof fetch = (input, init) => fetch(String(input).replace('https://127', 'http://127'), init);
  const options = { images: true, hosts: [base.slice('http://'.length)], fetch: plain };
  const { problems, images } = await importExport(file, join(out, 'help'), options);
  expect([images, asked]).toEqual([1, ['/i/a.png']]);
  expect(problems.map(formatProblem)).toEqual([
    'https://elsewhere.example/b.png: warning: image not fetched, its address stays: https://elsewhere.example is not among the addresses that may be asked',
  ]);
  const text = await readFile(join(out, 'help/en/lamp.md'), 'utf8');
  const [image] = await readdir(join(out, 'help/images'));
  expect(text).toContain(`![A](../images/${image})![](../images/${image})![](https://elsewhere.example/b.png)`);
});

test.each([
  ['a kind that is no image', { 'content-type': 'text/html' }, 200, 'expected an image, got text/html'],
  ['a status', { 'content-type': 'image/png' }, 404, 'expected status 200, got 404'],
  [
    'a redirect to elsewhere',
    { location: 'http://10.0.0.1/x.png' },
    302,
    'http://10.0.0.1 is not among the addresses that may be asked',
  ],
  ['too many bytes', { 'content-type': 'image/png' }, 200, 'longer than 60 bytes'],
])('refuses %s', async (_, headers, status, refused) => {
  const base = await listen((_request, response) => response.writeHead(status, headers).end(pixel));
  const maxBytes = refused.startsWith('longer') ? 60 : 1000;
  const [found] = await downloadImages([`${base}/x.png`], { hosts: [], namedHosts: ['127.0.0.1'], maxBytes });
  expect(found).toEqual({ src: `${base}/x.png`, refused });
});

test.each([
  'http://cdn.example.com/a.png',
  'https://localhost/a.png',
  'https://192.168.1.1/a.png',
  'https://cdn.example.com:8443/a.png',
  'https://evil.example.org/a.png',
  'nowhere',
])('an export cannot make this machine ask %s', async src => {
  const fetch = () => Promise.reject(new Error('asked'));
  const [found] = await downloadImages([src], { hosts: ['*.example.com', 'localhost', '192.168.1.1'], fetch });
  expect(found).toMatchObject({ refused: expect.not.stringContaining('asked:') });
  expect(JSON.stringify(found)).toMatch(/not among|expected an absolute/);
});
