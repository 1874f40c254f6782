import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fetchBounded } from './fetchBounded.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(answer: Parameters<typeof createServer>[1]): Promise<string> {
  server = createServer(answer ?? (() => {}));
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const allow = () => true;

test('an answer, redirects followed', async () => {
  const base = await listen((request, response) => {
    if (request.url === '/old') response.writeHead(308, { location: '/new' }).end();
    else response.writeHead(200, { 'content-type': 'text/plain' }).end('hello');
  });
  const found = await fetchBounded(`${base}/old`, { allow });
  expect(found).toMatchObject({ ok: true, status: 200, url: `${base}/new`, moved: true, type: 'text/plain' });
  expect(found.ok && String(Buffer.from(found.bytes))).toBe('hello');
});

test('every hop is asked for leave', async () => {
  const base = await listen((_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end());
  const found = await fetchBounded(base, { allow: url => url.hostname === '127.0.0.1' });
  expect(found).toEqual({ ok: false, reason: 'http://10.0.0.1 is not among the addresses that may be asked' });
});

test('circles end', async () => {
  const base = await listen((_, response) => response.writeHead(302, { location: '/' }).end());
  expect(await fetchBounded(base, { allow, maxRedirects: 3 })).toEqual({ ok: false, reason: 'more than 3 redirects' });
});

test('a body without end is cut off', async () => {
  const base = await listen((_, response) => {
    response.writeHead(200);
    const write = () => {
      if (response.destroyed) return;
      response.write('x'.repeat(1000), () => setImmediate(write));
    };
    write();
  });
  expect(await fetchBounded(base, { allow, maxBytes: 5000 })).toEqual({ ok: false, reason: 'longer than 5000 bytes' });
});

test('silence ends, and so does what the caller stops', async () => {
  const base = await listen(() => {});
  expect(await fetchBounded(base, { allow, timeoutMs: 30 })).toEqual({ ok: false, reason: 'no answer within 30 ms' });
  const stopped = await fetchBounded(base, { allow, signal: AbortSignal.abort() });
  expect(stopped).toMatchObject({ ok: false, reason: expect.stringContaining('abort') });
});

test('nobody there', async () => {
  expect(await fetchBounded('http://127.0.0.1:1/', { allow })).toMatchObject({ ok: false });
});
