import { afterEach, expect, test } from 'vitest';
import { newId } from '../../test/client.js';
import { ORIGIN, startServer } from '../../test/startServer.js';
import type { HandrailServer } from '../createServer.js';
import { createMemoryStore } from '../store/memory.js';
import { registerHttp } from './registerHttp.js';

const NOW = Date.parse('2026-01-05T12:00Z');
const servers: HandrailServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

async function start(outcomes = 60) {
  const server = await startServer({
    now: () => NOW,
    data: createMemoryStore({ epoch: 'e', now: () => NOW }),
    http: async (app, parts) => void (await app.register(scope => registerHttp(scope, parts, { rates: { outcomes } }))),
  });
  servers.push(server);
  return server;
}
const report = (more: object = {}) => ({
  site: 'shop',
  id: newId(),
  n: 1,
  kind: 'chat',
  outcome: 'confirmed',
  answers: 1,
  articles: 0,
  searches: 2,
  locale: 'en',
  ...more,
});
const tell = (server: HandrailServer, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.address}/api/v1/outcomes`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', origin: ORIGIN, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
async function read(server: HandrailServer, days = 'from=2026-01-05&to=2026-01-05', agent = 'maya') {
  const token = (await server.agentGrant(await server.signInCode(agent)))?.token ?? '';
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${server.address}/api/v1/report?${days}`, { headers });
  return { status: response.status, body: (await response.json()) as never };
}
const value = (body: { figures: { key: string; value?: number }[] }, key: string) =>
  body.figures.find(one => one.key === key)?.value;

test('what pages tell is counted once and read by an admin', async () => {
  const server = await start();
  const one = report();
  expect((await tell(server, one)).status).toBe(204);
  expect((await tell(server, one)).status).toBe(204);
  expect(
    (await tell(server, report({ outcome: 'abandoned', answers: 0 }), { 'content-type': 'application/json' })).status,
  ).toBe(204);
  const { status, body } = await read(server);
  expect(status).toBe(200);
  expect(body).toMatchObject({ site: 'shop', zone: 'UTC', sessions: 2, from: '2026-01-05' });
  expect(value(body, 'confirmed_resolution')).toBe(1);
  expect(value(body, 'abandoned')).toBe(0.5);
  expect((await read(server, 'from=2026-01-04&to=2026-01-04')).body).toMatchObject({ sessions: 0 });
  expect((await read(server, 'from=2026-01-01&to=2026-01-31')).body).toMatchObject({ sessions: 2 });
});

test.each([
  ['not JSON', '{', 400, 'bad_request'],
  ['a text of the customer', report({ text: 'hello' }), 400, 'bad_request'],
  ['an outcome nobody knows', report({ outcome: 'happy' }), 400, 'bad_request'],
  ['a number below zero', report({ answers: -1 }), 400, 'bad_request'],
  ['a site that is not there', report({ site: 'moon' }), 404, 'unknown_site'],
  ['too much', report({ locale: 'x'.repeat(2000) }), 413, 'too_large'],
])('refused: %s', async (_name, body, status, code) => {
  const server = await start();
  const response = await tell(server, body);
  expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([
    status,
    code,
  ]);
  expect((await read(server)).body).toMatchObject({ sessions: 0 });
});

test('a page of another origin tells nothing, and nobody tells without end', async () => {
  const server = await start(3);
  expect((await tell(server, report(), { origin: 'https://evil.example' })).status).toBe(403);
  const all = [];
  for (let i = 0; i < 4; i++) all.push((await tell(server, report())).status);
  expect(all).toContain(429);
});

test('results are for admins, of days that are days', async () => {
  const server = await start();
  expect((await fetch(`${server.address}/api/v1/report?from=2026-01-05&to=2026-01-05`)).status).toBe(401);
  expect(await read(server, undefined, 'omar')).toMatchObject({ status: 403, body: { error: { code: 'forbidden' } } });
  const wrong = async (days: string) => (await read(server, days)).body;
  expect(await wrong('from=2026-02-30&to=2026-03-01')).toMatchObject({ error: { path: '/from', got: '2026-02-30' } });
  expect(await wrong('from=2026-03-01&to=2026-02-01')).toMatchObject({ error: { expected: '2026-03-01 or later' } });
  expect(await wrong('from=2024-03-01&to=2026-02-01')).toMatchObject({ error: { path: '/to' } });
  expect(await wrong('from=yesterday&to=2026-02-01')).toMatchObject({ error: { code: 'bad_request' } });
});
