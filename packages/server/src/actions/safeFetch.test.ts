import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isPublicAddress } from './isPublicAddress.js';
import { createSafeFetch, type OutsideRequest, type SafeFetch } from './safeFetch.js';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function listen(answer: RequestListener): Promise<number> {
  const server: Server = createServer(answer);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  opened.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  return (server.address() as AddressInfo).port;
}

function make(resolve?: LookupFunction): SafeFetch {
  const fetch = createSafeFetch(resolve);
  opened.push(fetch);
  return fetch;
}

const get = (url: string, more: Partial<OutsideRequest> = {}): OutsideRequest => ({
  method: 'GET',
  url: new URL(url),
  headers: {},
  timeout: 2_000,
  most: 1_000,
  private: false,
  ...more,
});

/** A resolver that answers every name with these addresses, and notes what was asked. */
function resolver(...addresses: string[]) {
  const asked: string[] = [];
  const resolve: LookupFunction = (name, options, callback) => {
    asked.push(name);
    const found = addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) callback(null, found);
    else callback(null, found[0]?.address ?? '', found[0]?.family);
  };
  return { asked, resolve };
}

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  'ff02::1',
  'localhost',
  '',
])('%j is not public', address => expect(isPublicAddress(address)).toBe(false));

test.each(['93.184.216.34', '2606:4700::1111', '::ffff:93.184.216.34'])('%s is public', address =>
  expect(isPublicAddress(address)).toBe(true),
);

test('an address written out, in whatever way, is checked without a look-up', async () => {
  const port = await listen((_, response) => response.end('secret'));
  const { resolve, asked } = resolver('93.184.216.34');
  const fetch = make(resolve);
  for (const host of ['127.0.0.1', '[::1]', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]', '127.1']) {
    await expect(fetch(get(`http://${host}:${port}/`)), host).rejects.toMatchObject({ failure: 'private_address' });
  }
  expect(asked).toEqual([]);
});

test('a name that leads to a private address is refused, also when only one of its addresses is', async () => {
  const port = await listen((_, response) => response.end('secret'));
  for (const addresses of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['::1']]) {
    const fetch = make(resolver(...addresses).resolve);
    await expect(fetch(get(`http://shop.example:${port}/`))).rejects.toMatchObject({ failure: 'private_address' });
  }
});

test('a name is resolved once for a connection: what was checked is what is reached', async () => {
  let times = 0;
  const port = await listen((_, response) => response.end('secret'));
  const turning: LookupFunction = (_name, options, callback) => {
    times += 1;
    const address = times === 1 ? '192.0.2.1' : '127.0.0.1';
    if (options.all) callback(null, [{ address, family: 4 }]);
    else callback(null, address, 4);
  };
  const fetch = make(turning);
  await expect(fetch(get(`http://shop.example:${port}/`, { timeout: 300 }))).rejects.toBeInstanceOf(Error);
  expect(times).toBe(1);
});

test('where the settings allow it a private address answers; a redirect is an answer', async () => {
  const port = await listen((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
    else response.setHeader('content-type', 'application/json').end('{"ok":true}');
  });
  const fetch = make();
  const answer = await fetch(get(`http://127.0.0.1:${port}/`, { private: true }));
  expect(answer).toEqual({ status: 200, type: 'application/json', text: '{"ok":true}' });
  expect(await fetch(get(`http://127.0.0.1:${port}/away`, { private: true }))).toMatchObject({ status: 302 });
});

test('too long, too large, cut off and not there are told apart', async () => {
  const port = await listen((request, response) => {
    if (request.url === '/large') response.end('x'.repeat(2_000));
    else if (request.url === '/cut') response.write('half', () => response.destroy());
    else if (request.url === '/slow') response.write('a');
  });
  const fetch = make();
  const failure = async (path: string, more = {}) =>
    fetch(get(`http://127.0.0.1:${port}${path}`, { private: true, ...more })).then(
      () => 'none',
      error => error.failure,
    );
  expect(await failure('/large')).toBe('too_large');
  expect(await failure('/cut')).toBe('unreachable');
  expect(await failure('/slow', { timeout: 100 })).toBe('timeout');
  expect(await failure('/never', { timeout: 100 })).toBe('timeout');
  expect(await fetch(get('http://127.0.0.1:1/', { private: true })).catch(error => error.failure)).toBe('unreachable');
});
