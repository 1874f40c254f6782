import Fastify from 'fastify';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { NO_REALTIME } from '../../test/noRealtime.js';
import { can } from '../access/can.js';
import { createOrigins } from '../access/origins.js';
import { DEFAULT_SERVER_LIMITS } from '../gateway/serverLimits.js';
import { createMetrics } from '../metrics/createMetrics.js';
import type { ServerParts } from '../parts.js';
import { registerHttp } from './registerHttp.js';

const CODE = 'hs_0123456789abcdef';
const OTHER = { origin: 'https://other.example' };
const SHOP = { origin: 'https://shop.example' };

async function start(over: Partial<ServerParts> = {}, rates = {}) {
  const sites = new Map([
    ['demo', { id: 'demo', widget: { name: 'Demo' }, origins: ['https://shop.example'] }],
    ['second', { id: 'second', widget: { name: 'Second' }, origins: ['https://second.example'] }],
  ]);
  const parts: ServerParts = {
    sites,
    agents: new Map(),
    availability: async () => ({ state: 'online' }),
    newVisitor: async () => ({ visitor: 'v1', token: 'hv_x' }),
    signIn: async code =>
      code === CODE ? { token: 'ha_x', agent: { id: 'mina', name: 'Mina', role: 'admin' }, site: 'demo' } : null,
    allowsOrigin: createOrigins(sites),
    can,
    ...NO_REALTIME,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    limits: DEFAULT_SERVER_LIMITS,
    now: () => 0,
    ...over,
  };
  const app = Fastify();
  await app.register(scope => registerHttp(scope, parts, { rates }));
  return app;
}

test('answers when it is ready, with headers of safety', async () => {
  const app = await start();
  const answer = await app.inject('/healthz');
  expect([answer.statusCode, answer.body]).toEqual([200, '{"status":"ok"}']);
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cache-control': 'no-store',
  });
});

test('gives what a page needs: settings, availability, a visitor', async () => {
  const app = await start();
  expect((await app.inject('/api/v1/sites/demo')).json()).toEqual({ name: 'Demo' });
  expect((await app.inject('/api/v1/availability?site=demo')).json()).toEqual({ state: 'online' });
  const made = await app.inject({ method: 'POST', url: '/api/v1/visitors', payload: { site: 'demo' }, headers: SHOP });
  expect([made.statusCode, made.json()]).toEqual([201, { visitor: 'v1', token: 'hv_x' }]);
  expect(made.headers).toMatchObject({
    'access-control-allow-origin': SHOP.origin,
    vary: expect.stringContaining('Origin'),
  });
});

test('a sign-in code becomes a session; a wrong one is refused', async () => {
  const app = await start();
  const post = (code: string) => app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { code } });
  expect((await post(CODE)).json()).toMatchObject({ token: 'ha_x', agent: { id: 'mina' } });
  const refused = await post(`${CODE}no`);
  expect([refused.statusCode, refused.json().error.code]).toEqual([401, 'unauthenticated']);
});

test.each([
  ['another field', { site: 'demo', extra: 1 }, 'application/json', { path: '/extra', got: '1' }],
  ['no site', {}, 'application/json', { path: '/site', expected: 'a value', got: 'nothing' }],
  ['a site of numbers', { site: 7 }, 'application/json', { path: '/site', expected: 'string', got: '7' }],
  ['a list', [], 'application/json', { path: '', expected: 'object', got: '[]' }],
  ['text', '{"site":"demo"}', 'text/plain', { path: 'Content-Type', expected: 'application/json' }],
  ['nothing', '', 'application/json', { expected: 'a JSON object' }],
  ['broken JSON', '{"site":', 'application/json', {}],
  ['a prototype', '{"__proto__":{}}', 'application/json', {}],
])('refuses %s as a body', async (_name, payload, type, details) => {
  const app = await start();
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/visitors',
    payload,
    headers: { 'content-type': type },
  });
  expect(answer.statusCode).toBe(400);
  expect(answer.json().error).toMatchObject({ code: 'bad_request', message: expect.any(String), ...details });
});

test('refuses a body that is too large', async () => {
  const app = await start();
  const answer = await app.inject({ method: 'POST', url: '/api/v1/visitors', payload: { site: 'x'.repeat(9000) } });
  expect([answer.statusCode, answer.json().error.code]).toEqual([413, 'too_large']);
});

test.each([
  ['GET', '/api/v1/sites/nope', undefined],
  ['GET', '/api/v1/availability?site=nope', undefined],
  ['POST', '/api/v1/visitors', { site: 'nope' }],
] as const)('%s %s names the site it does not know', async (method, url, payload) => {
  const app = await start();
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) });
  expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'unknown_site']);
  expect(answer.json().error.message).toContain('"nope"');
});

test('refuses a question without a site', async () => {
  const app = await start();
  const answer = await app.inject('/api/v1/availability');
  expect([answer.statusCode, answer.json().error]).toMatchObject([400, { code: 'bad_request', path: '/site' }]);
});

test.each([
  ['GET', '/api/v1/sites/demo', undefined, OTHER],
  ['GET', '/api/v1/availability?site=demo', undefined, { origin: 'https://second.example' }],
  ['GET', '/api/v1/availability?site=demo', undefined, { origin: 'null' }],
  ['POST', '/api/v1/visitors', { site: 'demo' }, OTHER],
  ['POST', '/api/v1/visitors', { site: 'demo' }, { origin: 'https://second.example' }],
  ['POST', '/api/v1/sign-in', { code: CODE }, OTHER],
  ['OPTIONS', '/api/v1/visitors', undefined, OTHER],
] as const)('%s %s is not for pages of another origin', async (method, url, payload, headers) => {
  const newVisitor = vi.fn();
  const app = await start({ newVisitor });
  const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  expect([answer.statusCode, answer.json().error]).toMatchObject([
    403,
    { code: 'origin_not_allowed', got: headers.origin },
  ]);
  expect(newVisitor).not.toHaveBeenCalled();
});

test('answers a preflight of an origin on the list, and of its own', async () => {
  const app = await start();
  const preflight = (headers: Record<string, string>) =>
    app.inject({ method: 'OPTIONS', url: '/api/v1/visitors', headers });
  const answer = await preflight(SHOP);
  expect(answer.statusCode).toBe(204);
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': SHOP.origin,
    'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE',
    'access-control-allow-headers':
      'content-type, authorization, tus-resumable, upload-length, upload-metadata, upload-offset',
  });
  expect((await preflight({ origin: 'http://localhost:80', host: 'localhost:80' })).statusCode).toBe(204);
});

test('an address that asks too often is told when to come back', async () => {
  const app = await start({}, { signIn: 2 });
  const post = () => app.inject({ method: 'POST', url: '/api/v1/sign-in', payload: { code: CODE }, headers: SHOP });
  expect([(await post()).statusCode, (await post()).statusCode]).toEqual([200, 200]);
  const answer = await post();
  expect([answer.statusCode, answer.json().error]).toMatchObject([429, { code: 'rate_limited', retryAfter: 60 }]);
  expect(answer.headers).toMatchObject({ 'retry-after': '60', 'access-control-allow-origin': SHOP.origin });
});

test('what goes wrong inside stays inside', async () => {
  const app = await start({ availability: () => Promise.reject(new Error('secret path /var/x')) });
  const answer = await app.inject('/api/v1/availability?site=demo');
  expect([answer.statusCode, answer.json().error.code]).toEqual([500, 'internal']);
  expect(answer.body).not.toContain('secret');
});

test('what can() does not allow is forbidden', async () => {
  const app = await start({ can: (_actor, action) => action !== 'route:availability' });
  expect((await app.inject('/healthz')).statusCode).toBe(200);
  expect((await app.inject('/api/v1/availability?site=demo')).json().error.code).toBe('forbidden');
});

test('nothing here: a problem for programs, a page for people', async () => {
  const app = await start();
  const answer = await app.inject('/api/v1/nothing');
  expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'not_found']);
  const page = await app.inject({ url: '/nothing', headers: { accept: 'text/html' } });
  expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
});

test('describes itself', async () => {
  const app = await start();
  const { openapi, paths } = (await app.inject('/openapi.json')).json();
  expect(openapi).toBe('3.1.0');
  expect(Object.keys(paths)).toEqual([
    '/healthz',
    '/api/v1/sites/{site}',
    '/api/v1/availability',
    '/api/v1/visitors',
    '/api/v1/identity',
    '/api/v1/identity/refresh',
    '/api/v1/identity/revoke',
    '/api/v1/actions',
    '/api/v1/answers',
    '/api/v1/sign-in',
    '/api/v1/socket',
    '/api/v1/stream',
    '/api/v1/poll',
    '/api/v1/frames',
    '/api/v1/outcomes',
    '/api/v1/report',
    '/api/v1/files',
    '/api/v1/files/{id}',
    '/api/v1/files/{id}/link',
  ]);
  expect(Object.keys(paths['/api/v1/files/{id}'])).toEqual(['head', 'patch', 'delete']);
  expect(paths['/api/v1/files'].post.responses[201]).toEqual({ description: 'Done.' });
  expect(Object.keys(paths['/api/v1/stream'].post.responses[200].content)).toEqual(['text/event-stream']);
  expect(paths['/api/v1/visitors'].post.requestBody.content['application/json'].schema).toMatchObject({
    type: 'object',
  });
});
