import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import Fastify from 'fastify';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { NO_REALTIME } from '../../test/noRealtime.js';
import { can } from '../access/can.js';
import { createOrigins } from '../access/origins.js';
import { DEFAULT_SERVER_LIMITS } from '../gateway/serverLimits.js';
import { createMetrics } from '../metrics/createMetrics.js';
import type { ServerParts } from '../parts.js';
import type { HttpOptions } from './httpOptions.js';
import { registerHttp } from './registerHttp.js';

const LOADER = 'globalThis.seen = __HANDRAIL_SITE__; // end';
const FILES: Readonly<Record<string, string>> = {
  'public/w/handrail.js': LOADER,
  'public/w/panel-Ab3dE9_x.js': 'panel',
  'public/inbox/index.html': '<!doctype html>inbox',
  'public/inbox/app-Ab3dE9_x.js': 'app',
  'k/knowledge.json': '{}',
  'k/en/titles.0123abcdef.json': '{}',
  'k/images/0123456789ab.svg': '<svg/>',
  'site/index.html': '<!doctype html>shop',
  'site/zh/index.html': '<!doctype html>zh',
  'site/style.css': 'body{}',
  'site/.env': 'secret',
  'secret.txt': 'secret',
};

async function start(files = FILES, more: HttpOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-http-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const widget = { name: 'A </script><!-- \u2028 shop' };
  const sites = new Map([
    ['demo', { id: 'demo', widget, origins: [], knowledge: 'k' }],
    ['bare', { id: 'bare', widget: { name: 'Bare' }, origins: [] }],
  ]);
  const parts: ServerParts = {
    sites,
    agents: new Map(),
    availability: async () => ({ state: 'online' }),
    newVisitor: async () => ({ visitor: 'v', token: 't' }),
    signIn: async () => null,
    allowsOrigin: createOrigins(sites),
    can,
    ...NO_REALTIME,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    limits: DEFAULT_SERVER_LIMITS,
    now: () => 0,
  };
  const app = Fastify();
  await app.register(scope =>
    registerHttp(scope, parts, {
      assets: join(folder, 'public'),
      knowledge: new Map([['demo', join(folder, 'k')]]),
      pages: join(folder, 'site'),
      ...more,
    }),
  );
  return app;
}

test('a site’s script is the loader with the site’s data, safe wherever scripts stand', async () => {
  const app = await start();
  const answer = await app.inject({ url: '/w/demo.js', headers: { host: 'help.example:81' } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect(answer.body).not.toMatch(/<|\u2028/);
  const page: { seen?: unknown } = {};
  runInNewContext(answer.body, page);
  expect(page.seen).toEqual({
    id: 'demo',
    server: 'http://help.example:81',
    config: { name: 'A </script><!-- \u2028 shop' },
    knowledge: '/k/demo/',
    assets: '/w/',
  });
  const again = await app.inject({
    url: '/w/demo.js',
    headers: { host: 'help.example:81', 'if-none-match': String(answer.headers.etag) },
  });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('the public address wins over the one that was asked at', async () => {
  const app = await start(FILES, { publicUrl: 'https://help.example' });
  expect((await app.inject('/w/bare.js')).body).toContain('"server":"https://help.example"');
});

test('an unknown site’s script says so in one line', async () => {
  const app = await start();
  const answer = await app.inject('/w/nope.js');
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/javascript; charset=utf-8']);
  const lines: string[] = [];
  runInNewContext(answer.body, { console: { warn: (line: string) => lines.push(line) } });
  expect(lines).toEqual([expect.stringMatching(/^\[handrail\] No site "nope" .*handrail\.json/)]);
});

test('without a build, script and inbox say what to run', async () => {
  const app = await start({ 'site/index.html': 'x' });
  const script = await app.inject('/w/demo.js');
  expect([script.statusCode, script.body]).toEqual([503, expect.stringContaining('npm run build')]);
  const inbox = await app.inject('/inbox/');
  expect([inbox.statusCode, inbox.body]).toEqual([503, expect.stringContaining('npm run build')]);
});

test.each([
  ['/w/handrail.js', 'public, max-age=300'],
  ['/w/panel-Ab3dE9_x.js', 'public, max-age=31536000, immutable'],
  ['/k/demo/knowledge.json', 'public, max-age=60'],
  ['/k/demo/en/titles.0123abcdef.json', 'public, max-age=31536000, immutable'],
])('%s may be read by any page and be kept: %s', async (url, kept) => {
  const app = await start();
  const answer = await app.inject({ url, headers: { origin: 'https://anywhere.example' } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'cache-control': kept,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
});

test('an article’s image cannot run anything', async () => {
  const app = await start();
  const { headers } = await app.inject('/k/demo/images/0123456789ab.svg');
  expect(headers['content-security-policy']).toContain('sandbox');
});

test('the inbox comes under a strict policy', async () => {
  const app = await start();
  const answer = await app.inject('/inbox/');
  expect(answer.body).toContain('inbox');
  expect(answer.headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data: blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
  expect(answer.headers['cache-control']).toBe('no-cache');
  expect((await app.inject('/inbox/app-Ab3dE9_x.js')).headers['cache-control']).toContain('immutable');
  expect((await app.inject('/inbox')).headers.location).toBe('/inbox/');
});

test.each(['/', '/index.html', '/zh/', '/style.css'])('the folder of pages is served: %s', async url => {
  const app = await start();
  const answer = await app.inject(url);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
});

test('a folder’s address without its slash leads to the page', async () => {
  const answer = await (await start()).inject('/zh');
  expect([answer.statusCode, answer.headers.location]).toEqual([301, '/zh/']);
});

test.each([
  '/nothing.html',
  '/.env',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/..%5csecret.txt',
  '/w/..%2f..%2fsecret.txt',
  '/k/demo/..%2fsecret.txt',
  '/k/..%2f..%2f/secret.txt',
  '/inbox/..%2f..%2fsecret.txt',
  '/site/index.html%00',
  '/zh/%00/',
  '/zh/%ff/',
])('nothing leaves its folder: %s', async url => {
  const app = await start();
  const answer = await app.inject(url);
  expect([400, 403, 404]).toContain(answer.statusCode);
  expect(answer.body).not.toBe('secret');
});

test('a shop’s own page for dead links is used', async () => {
  const app = await start({ ...FILES, 'site/404.html': 'own page' });
  const answer = await app.inject({ url: '/nothing.html', headers: { accept: 'text/html' } });
  expect([answer.statusCode, answer.body]).toEqual([404, 'own page']);
});

test('unknown sites and sites without articles', async () => {
  const app = await start();
  expect((await app.inject('/k/nope/knowledge.json')).json().error.code).toBe('unknown_site');
  expect((await app.inject('/k/bare/knowledge.json')).json().error.code).toBe('not_found');
});

test('long answers are compressed', async () => {
  const app = await start({ ...FILES, 'public/w/handrail.js': '/* words */'.repeat(500) });
  const answer = await app.inject({ url: '/w/demo.js', headers: { 'accept-encoding': 'gzip, br' } });
  expect(answer.headers['content-encoding']).toBe('br');
  expect(answer.rawPayload.length).toBeLessThan(500);
});
