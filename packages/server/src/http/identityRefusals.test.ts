import { afterEach, expect, test } from 'vitest';
import { postIdentity, signed, signIn, WITH_IDENTITY } from '../../test/identity.js';
import { CONFIG, ORIGIN, startServer } from '../../test/startServer.js';
import { hashToken } from '../access/tokens.js';
import type { HandrailServer, ServerOptions } from '../createServer.js';
import { registerHttp } from './registerHttp.js';

const servers: HandrailServer[] = [];
const start = async (options: Partial<ServerOptions> = {}) => {
  const server = await startServer({ config: WITH_IDENTITY, limits: { drainMs: 0 }, ...options });
  servers.push(server);
  return server;
};
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

test('refusals say where, what was expected and what was there; another’s token signs nobody in', async () => {
  const server = await start();
  const token = await signed('ana');
  const ask = (more: object, origin?: string) =>
    postIdentity(server, '', { site: 'shop', token, id: 'ana', ...more }, origin);
  const other = await ask({ id: 'ben' });
  expect([other.status, other.answer.error]).toEqual([
    401,
    expect.objectContaining({ code: 'bad_identity', path: '/sub' }),
  ]);
  expect(JSON.stringify(other.answer)).not.toContain('ana');
  const wrong = await ask({ token: await signed('ana', { aud: 'other' }) });
  expect(wrong.answer.error).toMatchObject({ code: 'bad_identity', path: '/aud', expected: '"shop"', got: '"other"' });
  const elsewhere = await ask({ site: 'other' }, 'https://other.example');
  expect(elsewhere.answer.error).toMatchObject({ code: 'bad_identity', path: '/kid' });
  expect((await ask({ token: 'x'.repeat(9000) })).status).toBe(400);
  expect((await ask({ token: 'x'.repeat(20_000) })).status).toBe(413);
  expect((await ask({ token: 'x'.repeat(5000) })).answer.error).toMatchObject({ expected: 'at most 4096 bytes' });
  expect((await ask({ site: 'nowhere' })).status).toBe(404);
  expect((await ask({ email: 'a@b.example' })).answer.error).toMatchObject({ code: 'bad_request', path: '/email' });
});

test('pages of other origins, forms and other sites’ pages are refused', async () => {
  const server = await start();
  const grant = await signIn(server, 'ana');
  const bodies = {
    '': { site: 'shop', token: await signed('ana'), id: 'ana' },
    '/refresh': { site: 'shop', refresh: grant.refresh },
    '/revoke': { site: 'shop', token: grant.token },
  } as const;
  for (const [path, body] of Object.entries(bodies)) {
    for (const origin of ['https://evil.example', 'https://other.example', 'null'])
      expect((await postIdentity(server, path as '', body, origin)).status).toBe(403);
    const form = await fetch(`${server.address}/api/v1/identity${path}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: ORIGIN },
      body: JSON.stringify(body),
    });
    expect(form.status).toBe(400);
  }
  expect((await server.store.session(hashToken(grant.token)))?.family).toBeDefined();
});

test('a site without keys takes no identities; one that requires them makes no anonymous visitors', async () => {
  const without = await start({ config: CONFIG });
  const got = await postIdentity(without, '', { site: 'shop', token: 'x', id: 'ana' });
  expect(got.answer.error).toMatchObject({ code: 'bad_identity', path: 'identity' });
  const sites = WITH_IDENTITY.sites.map(
    site => ({ ...site, identity: { ...site.identity, required: true } }) as typeof site,
  );
  const server = await start({ config: { ...WITH_IDENTITY, sites } });
  const ask = await fetch(`${server.address}/api/v1/visitors`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify({ site: 'shop' }),
  });
  expect([ask.status, (await ask.json()).error.code]).toEqual([401, 'identity_required']);
  expect(await signIn(server, 'ana')).toMatchObject({ open: 0 });
});

test('each route is limited by address', async () => {
  const server = await start({
    http: async (app, parts) =>
      void (await app.register(scope => registerHttp(scope, parts, { rates: { identity: 2 } }))),
  });
  const statuses = async (path: '' | '/refresh' | '/revoke', body: object) => {
    const got = [];
    for (let n = 0; n < 3; n++) got.push(await postIdentity(server, path, { site: 'shop', ...body }));
    expect(Number(got[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    return got.map(one => one.status);
  };
  expect(await statuses('', { token: 'x', id: 'ana' })).toEqual([401, 401, 429]);
  expect(await statuses('/refresh', { refresh: 'x'.repeat(16) })).toEqual([401, 401, 429]);
  expect(await statuses('/revoke', { token: 'x'.repeat(16) })).toEqual([204, 204, 429]);
});
