import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ActionConfig } from '@handrail/protocol';
import { afterEach, expect, test } from 'vitest';
import { newId } from '../../test/client.js';
import { signIn, WITH_IDENTITY } from '../../test/identity.js';
import { ORIGIN, startServer } from '../../test/startServer.js';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** The shop's own API, and a server that may call it. */
async function start(
  action: Omit<ActionConfig, 'url'> & { path?: string } = {},
  answer: [number, string, string?] = [200, '{}'],
) {
  const seen: Seen[] = [];
  const shop = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    seen.push({ method: request.method, url: request.url, headers: request.headers, body });
    const [status, text, type = 'application/json'] = answer;
    response.writeHead(status, { 'content-type': type }).end(text);
  });
  await new Promise<void>(resolve => shop.listen(0, '127.0.0.1', resolve));
  stops.push(() => shop.close());
  const { port } = shop.address() as AddressInfo;
  const { path = '/orders/{order}', ...settings } = action;
  const config: ActionConfig = {
    input: { order: { pattern: '[A-Z]{2}-\\d{4}' } },
    private: true,
    ...settings,
    url: `http://127.0.0.1:${port}${path}`,
  };
  const [site, ...others] = WITH_IDENTITY.sites;
  if (!site) throw new Error('no site');
  const server = await startServer({
    config: { ...WITH_IDENTITY, sites: [{ ...site, actions: { 'order-status': config } }, ...others] },
  });
  stops.push(() => server.close());
  const run = async (input: unknown, more: Record<string, unknown> = {}, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.address}/api/v1/actions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
      body: JSON.stringify({ site: 'shop', name: 'order-status', id: newId(), input, ...more }),
    });
    return { status: response.status, body: await response.json() };
  };
  return { server, run, seen };
}

test('an endpoint is called with the secret, and answers by name', async () => {
  const { run, seen } = await start(
    {
      headers: { authorization: 'Bearer s3cret' },
      output: { status: '/order/state', 'a/b': '/a~1b/0', gone: '/no/such' },
    },
    [200, '{"order":{"state":"shipped","lines":[1]},"a/b":[true],"internal":"hidden"}'],
  );
  expect(await run({ order: 'AB-1234' })).toEqual({
    status: 200,
    body: { values: { status: 'shipped', 'a/b': true } },
  });
  expect(seen).toMatchObject([{ method: 'GET', url: '/orders/AB-1234', headers: { authorization: 'Bearer s3cret' } }]);
});

test('without a list of results the single values at the top come; what is none is left out', async () => {
  const { run } = await start({}, [200, '{"status":"late","days":3,"ok":false,"list":[1],"none":null,"deep":{"a":1}}']);
  expect((await run({ order: 'AB-1234' })).body.values).toEqual({ status: 'late', days: 3, ok: false });
});

test('what the address does not use goes as JSON, with a key against doing it twice', async () => {
  const id = newId();
  const { run, seen } = await start({
    method: 'POST',
    path: '/orders/{order}/labels?kind=return',
    input: { order: {}, reason: {}, parts: { type: 'number', required: false } },
  });
  await run({ order: '../admin?x=1', reason: 'too small', parts: 2 }, { id });
  expect(seen).toMatchObject([
    { method: 'POST', url: '/orders/..%2Fadmin%3Fx%3D1/labels?kind=return', headers: { 'idempotency-key': id } },
  ]);
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ reason: 'too small', parts: 2 });
});

test('what the address does not use goes into the query of a GET', async () => {
  const { run, seen } = await start({ path: '/find', input: { name: {} } });
  await run({ name: 'a&b=c d' });
  expect(seen[0]?.url).toBe('/find?name=a%26b%3Dc+d');
});

test.each([
  [{}, '/input/order', 'a string', 'nothing'],
  [{ order: 7 }, '/input/order', 'a string', 'number'],
  [{ order: 'AB-12345' }, '/input/order', 'text like [A-Z]{2}-\\d{4}', 'a text of 8 characters'],
  [{ order: 'x'.repeat(201) }, '/input/order', 'at most 200 characters', 'a text of 201 characters'],
  [{ order: 'AB-1234', admin: true }, '/input/admin', 'one of order', 'a name the settings do not have'],
  [{ order: { $ne: 1 } }, '/input/order', expect.any(String), expect.any(String)],
])('input %j is refused and nothing is called', async (input, path, expected, got) => {
  const { run, seen } = await start();
  const { status, body } = await run(input);
  expect([status, body.error]).toEqual([400, expect.objectContaining({ code: 'bad_request', path, expected, got })]);
  expect(seen).toEqual([]);
});

test.each([
  [404, '{"error":"no order"}', 'application/json', 200, { values: {} }],
  [204, '', '', 200, { values: {} }],
  [500, `{"stack":"secret"}`, 'application/json', 500, 'HTTP 500'],
  [302, '', '', 500, 'HTTP 302'],
  [200, '<html>sign in</html>', 'text/html', 500, 'no JSON'],
  [200, '{"a":', 'application/json', 500, 'no JSON'],
  [200, `"${'x'.repeat(70_000)}"`, 'application/json', 500, 'too_large'],
])('an endpoint that answers %i %s', async (status, text, type, expected, said) => {
  const { run } = await start({}, [status, status === 204 ? '' : text, type]);
  const answer = await run({ order: 'AB-1234' });
  expect(answer.status).toBe(expected);
  if (typeof said !== 'string') expect(answer.body).toEqual(said);
  else {
    expect(answer.body.error).toMatchObject({ code: 'action_failed', message: expect.stringContaining(said) });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  }
});

test('names, sites and pages that are not known are refused', async () => {
  const { run, seen } = await start();
  expect((await run({}, { name: 'toString' })).body.error).toMatchObject({ code: 'not_found', path: '/name' });
  expect((await run({}, { site: 'nowhere' })).body.error.code).toBe('unknown_site');
  expect((await run({}, { site: 'other' })).body.error.code).toBe('origin_not_allowed');
  expect((await run({ order: 'AB-1234' }, {}, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await run({ order: 'AB-1234' }, { extra: 1 })).status).toBe(400);
  expect(seen).toEqual([]);
});

test('an action for known customers asks who calls', async () => {
  const { server, run, seen } = await start({ verified: true, path: '/customers/{customer.id}', input: {} });
  expect(await run({})).toMatchObject({ status: 401, body: { error: { code: 'identity_required' } } });
  const { token } = await server.visitorGrant('shop');
  expect(await run({}, {}, { authorization: `Bearer ${token}` })).toMatchObject({ status: 401 });
  expect((await run({}, {}, { authorization: 'Bearer wrong' })).body.error.code).toBe('unauthenticated');
  expect(seen).toEqual([]);
});

test('a known customer is named to the endpoint by what the site’s backend signed, and by nothing else', async () => {
  const { server, run, seen } = await start({
    verified: true,
    path: '/customers/{customer.id}/orders',
    input: { id: {} },
  });
  const { token } = await signIn(server, 'ana/../1');
  expect(await run({ id: 'somebody-else' }, {}, { authorization: `Bearer ${token}` })).toMatchObject({ status: 200 });
  expect(seen.map(({ url }) => url)).toEqual(['/customers/ana%2F..%2F1/orders?id=somebody-else']);
});

test('an address that wants what nobody signed is not called', async () => {
  const { server, run, seen } = await start({ verified: true, path: '/customers/{customer.email}', input: {} });
  const { token } = await signIn(server, 'ana');
  const { status, body } = await run({}, {}, { authorization: `Bearer ${token}` });
  expect([status, body.error.path, body.error.expected]).toEqual([
    400,
    '/customer/email',
    'a claim of the signed identity',
  ]);
  expect(seen).toEqual([]);
});

test('calls of one action are counted, and those of another by themselves', async () => {
  const { run } = await start({ perMinute: 2 });
  const call = () => run({ order: 'AB-1234' });
  expect([(await call()).status, (await call()).status]).toEqual([200, 200]);
  expect(await call()).toMatchObject({
    status: 429,
    body: { error: { code: 'rate_limited', retryAfter: expect.any(Number) } },
  });
});

test('a private address is refused unless the settings say so', async () => {
  const { run, seen } = await start({ private: false });
  expect((await run({ order: 'AB-1234' })).body.error).toMatchObject({
    code: 'action_failed',
    message: expect.stringContaining('private_address'),
  });
  expect(seen).toEqual([]);
});
