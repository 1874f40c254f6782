import { Agent, type IncomingMessage, request } from 'node:http';
import { AnswerSchema } from '@handrail/protocol/schema';
import { Value } from 'typebox/value';
import { afterEach, expect, test } from 'vitest';
import { agentOf, newId, visitorOf } from '../../test/client.js';
import { ORIGIN, startServer } from '../../test/startServer.js';
import type { HandrailServer, ServerOptions } from '../createServer.js';
import type { ServerLimits } from './serverLimits.js';

const servers: HandrailServer[] = [];
const start = async (limits: Partial<ServerLimits> = {}, options: Partial<ServerOptions> = {}) => {
  const server = await startServer({ limits: { drainMs: 0, ...limits }, ...options });
  servers.push(server);
  return server;
};
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

const helloOf = (token: string, more = {}) => ({
  t: 'hello',
  versions: [1],
  site: 'shop',
  token,
  device: newId(),
  ...more,
});

async function post(server: HandrailServer, path: string, body: unknown, headers: Record<string, string> = {}) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  const response = await fetch(`${server.address}/api/v1/${path}`, init);
  const answer = await response.json();
  if (response.ok) expect(Value.Errors(AnswerSchema, answer)).toEqual([]);
  return { status: response.status, headers: response.headers, answer };
}

/** A stream whose pieces a test reads when it wants to. */
async function openStream(server: HandrailServer, body: unknown, headers: Record<string, string> = {}) {
  const agent = new Agent();
  const sent = request(`${server.address}/api/v1/stream`, {
    agent,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  });
  sent.end(JSON.stringify(body));
  const response = await new Promise<IncomingMessage>(resolve => sent.once('response', resolve));
  let text = '';
  response.on('data', piece => {
    text += piece;
  });
  response.on('error', () => undefined);
  const until = (part: string | RegExp) => expect.poll(() => text, { timeout: 8000 }).toMatch(part);
  return { response, until, text: () => text, end: () => sent.destroy() };
}

const idOf = (text: string) => /"stream":"([^"]+)"/.exec(text)?.[1] ?? '';

test('a stream opens with its id before anything is looked up, is not held back by proxies, and not compressed', async () => {
  const server = await start();
  const { token } = await server.visitorGrant('shop');
  const stream = await openStream(server, helloOf(token), { origin: ORIGIN, 'accept-encoding': 'gzip, br' });
  expect(stream.response.statusCode).toBe(200);
  expect(stream.response.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'access-control-allow-origin': ORIGIN,
  });
  expect(stream.response.headers['content-encoding']).toBeUndefined();
  await stream.until(/^event: open\ndata: \{"stream":"[0-9a-f-]{36}"\}\n\ndata: \{"t":"welcome"/);
  stream.end();
});

test('the end of a stream is an event with a close code', async () => {
  const stream = await openStream(await start(), helloOf('hv_unknown-unknown'));
  await stream.until(
    /data: \{"t":"error","code":"unauthenticated".*\n\nevent: close\ndata: \{"code":4500,"reason":".+"\}\n\n$/,
  );
});

test('pages of other origins are refused, preflights of the sites’ pages answered', async () => {
  const server = await start();
  const { token } = await server.visitorGrant('shop');
  for (const path of ['stream', 'poll', 'frames']) {
    const url = `${server.address}/api/v1/${path}`;
    const evil = await post(server, path, helloOf(token), { origin: 'https://evil.example' });
    expect([evil.status, evil.answer.error.code]).toEqual([403, 'origin_not_allowed']);
    const preflight = await fetch(url, { method: 'OPTIONS', headers: { origin: ORIGIN } });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      expect.stringContaining('content-type, authorization'),
    ]);
  }
});

test('connections are limited before a body is read; whoever was let in is limited by own rates', async () => {
  const server = await start({ upgradeBurstPerAddress: 3, upgradesPerAddress: 0.001 });
  const { token } = await server.visitorGrant('shop');
  const own = { authorization: `Bearer ${token}` };
  const frames = { site: 'shop', frames: [{ t: 'ping' }] };
  for (let i = 0; i < 10; i++) {
    expect((await post(server, 'frames', frames, own)).answer).toEqual({ frames: [{ t: 'beat', seqs: {} }] });
  }
  const strange = { authorization: 'Bearer hv_unknown-unknown' };
  const first = await post(server, 'frames', frames, strange);
  expect(first.answer).toMatchObject({ frames: [{ t: 'error', code: 'unauthenticated' }], close: { code: 4500 } });
  expect((await fetch(`${server.address}/api/v1/socket`)).status).toBe(200);
  for (const path of ['frames', 'poll', 'stream']) {
    const refused = await post(server, path, 'x'.repeat(1e6), strange);
    expect([refused.status, refused.answer.error.code]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await fetch(`${server.address}/api/v1/socket`)).status).toBe(429);
});

test('a crowd is asked to come back', async () => {
  const server = await start({ upgradeBurst: 1, upgrades: 0.1 });
  expect((await fetch(`${server.address}/api/v1/socket`)).status).toBe(200);
  const refused = await post(server, 'poll', { hello: {} });
  expect([refused.status, refused.answer.error.code]).toEqual([503, 'going_away']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1);
});

test.each([
  ['no token', { site: 'shop', frames: [{ t: 'ping' }] }, {}, 401, { code: 'unauthenticated', path: 'Authorization' }],
  ['no list of frames', { site: 'shop', frames: 'ping' }, { authorization: 'Bearer x' }, 400, { path: '/frames' }],
  [
    'too many frames',
    { site: 'shop', frames: Array(65).fill(0) },
    { authorization: 'Bearer x' },
    400,
    { path: '/frames' },
  ],
  ['a body too large', { site: 'x'.repeat(300_000), frames: [] }, {}, 413, { code: 'too_large' }],
])('a request with %s is a bad one', async (_name, body, headers, status, error) => {
  const got = await post(await start(), 'frames', body, headers as Record<string, string>);
  expect([got.status, got.answer.error]).toEqual([status, expect.objectContaining(error)]);
});

test('a stream lives as long as something is posted under its id, and by its own person only', async () => {
  const server = await start({ beatMs: 200, silenceMs: 300 });
  const [ana, ben] = await Promise.all([server.visitorGrant('shop'), server.visitorGrant('shop')]);
  const [kept, left] = await Promise.all([
    openStream(server, helloOf(ana.token)),
    openStream(server, helloOf(ana.token)),
  ]);
  await Promise.all([kept.until('welcome'), left.until('welcome')]);
  const say = (stream: string, token: string) =>
    post(server, 'frames', { site: 'shop', stream, frames: [{ t: 'ping' }] }, { authorization: `Bearer ${token}` });
  const signs = setInterval(() => {
    void say(idOf(kept.text()), ana.token);
    void say(idOf(left.text()), ben.token);
  }, 100);
  await left.until(/event: close\ndata: \{"code":4009/);
  expect(kept.text()).not.toContain('event: close');
  clearInterval(signs);
  await kept.until(/event: close\ndata: \{"code":4009/);
});

test('one’s own marks come back to nobody, also when they were posted', async () => {
  const server = await start();
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  const { token } = visitor;
  const stream = await openStream(server, helloOf(token));
  await stream.until('"events"');
  const marks = { t: 'marks', conversation, delivered: 1, read: 1 };
  const body = { site: 'shop', stream: idOf(stream.text()), frames: [marks] };
  await post(server, 'frames', body, { authorization: `Bearer ${token}` });
  await visitor.next('marks', frame => frame.read === 1);
  expect(stream.text()).not.toContain('"t":"marks"');
  stream.end();
});

test('a stream that is not read is not fed without end, then cut', async () => {
  const server = await start({
    slowBytes: 64 * 1024,
    cutMs: 500,
    eventsPerTenSeconds: 1e5,
    framesPerTenSeconds: 1e5,
    unacked: 1e4,
    beatMs: 1e6,
  });
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  const grant = await server.agentGrant(await server.signInCode('maya'));
  const stream = await openStream(server, helloOf(grant?.token ?? ''));
  await stream.until('welcome');
  stream.response.pause();
  for (let i = 0; i < 700; i++) await visitor.send(conversation, 'message', { text: 'x'.repeat(15_000) });
  // Only the visitor is left: who does not read is not waited for.
  await expect.poll(() => server.connections(), { timeout: 10_000 }).toBe(1);
  stream.response.resume();
  await new Promise(resolve => stream.response.once('close', resolve));
  expect(stream.text().length).toBeLessThan(700 * 15_000);
});

test('a poll is answered when something happens, and knows what its client was told', async () => {
  const server = await start();
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  await visitor.send(conversation, 'message', { text: 'one' });
  const hello = (seq: number) => helloOf(visitor.token, { epoch: 'epoch-1', cursors: { [conversation]: seq } });
  const first = await post(server, 'poll', { hello: hello(2) });
  expect(first.answer.frames.map((frame: { t: string }) => frame.t)).toEqual(['welcome']);
  const waiting = post(server, 'poll', { hello: hello(2), seen: first.answer.seen });
  await expect.poll(() => server.connections()).toBe(2);
  await visitor.send(conversation, 'message', { text: 'two' });
  const { answer } = await waiting;
  expect(answer.frames.map((frame: { t: string }) => frame.t)).toEqual(['events']);
  expect(answer.frames[0].events.map((event: { seq: number }) => event.seq)).toEqual([3]);
  const agent = await agentOf(server);
  agent.put({ t: 'marks', conversation, delivered: 3, read: 3 });
  await visitor.next('marks');
  // What happened between two polls makes another greeting.
  const between = await post(server, 'poll', { hello: hello(3), seen: answer.seen });
  expect(between.answer.frames[0]).toMatchObject({ t: 'welcome', conversations: [{ marks: { agent: { read: 3 } } }] });
  const lost = await post(server, 'poll', { hello: hello(1), seen: between.answer.seen });
  expect(
    lost.answer.frames.flatMap((frame: { events?: { seq: number }[] }) => frame.events?.map(one => one.seq) ?? []),
  ).toEqual([2, 3]);
});

test('a poll whose client went away is let go', async () => {
  const server = await start();
  const { token } = await server.visitorGrant('shop');
  const hello = helloOf(token);
  const first = await post(server, 'poll', { hello });
  const giveUp = new AbortController();
  const poll = fetch(`${server.address}/api/v1/poll`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ hello: { ...hello, epoch: 'epoch-1', cursors: {} }, seen: first.answer.seen }),
    signal: giveUp.signal,
  });
  await expect.poll(() => server.connections()).toBe(1);
  giveUp.abort();
  await expect(poll).rejects.toThrow();
  await expect.poll(() => server.connections()).toBe(0);
});
