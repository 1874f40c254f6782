import { createConnection } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { agentOf, connect, newId, STORY, visitorOf } from '../../test/client.js';
import { ORIGIN, startServer } from '../../test/startServer.js';
import type { HandrailServer, ServerOptions } from '../createServer.js';
import { createMemoryStore } from '../store/memory.js';
import type { ServerLimits } from './serverLimits.js';

const servers: HandrailServer[] = [];
const start = async (limits: Partial<ServerLimits> = {}, options: Partial<ServerOptions> = {}) => {
  const server = await startServer({ limits: { drainMs: 0, ...limits }, ...options });
  servers.push(server);
  return server;
};
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

const ROOMY: Partial<ServerLimits> = { eventsPerTenSeconds: 100_000, framesPerTenSeconds: 100_000, unacked: 10_000 };

test('a malformed event is refused by its id, with path, expected and got', async () => {
  const visitor = await visitorOf(await start());
  const conversation = await visitor.start();
  const id = newId();
  visitor.raw(JSON.stringify({ t: 'send', id, conversation, kind: 'message', body: { text: 7 } }));
  expect(await visitor.next('nack')).toEqual({
    t: 'nack',
    id,
    conversation,
    code: 'bad_request',
    message: expect.stringContaining('/body/text'),
    path: '/body/text',
    expected: 'string',
    got: '7',
  });
});

test.each([
  ['not JSON', '{"t":', { code: 'bad_frame' }],
  ['no object', '[1]', { code: 'bad_frame', got: 'an array' }],
  ['of an unknown kind', '{"t":"dance"}', { code: 'unknown_frame', path: '/t', got: '"dance"' }],
  ['with a field too many', '{"t":"ping","x":1}', { code: 'bad_frame', path: '/x' }],
  ['binary', Buffer.from('{"t":"ping"}'), { code: 'bad_frame', got: 'a binary frame' }],
  [
    'a second hello',
    JSON.stringify({ t: 'hello', versions: [1], site: 'shop', token: 'x'.repeat(20), device: newId() }),
    { got: 'hello' },
  ],
])('a frame that is %s is answered, and the connection stays', async (_name, raw, error) => {
  const visitor = await visitorOf(await start());
  visitor.raw(raw);
  expect(await visitor.next('error')).toMatchObject(error);
  visitor.put({ t: 'ping' });
  expect(await visitor.next('beat')).toBeTruthy();
});

test('somebody who only sends nonsense is closed with 4501', async () => {
  const visitor = await visitorOf(await start({ badFramesPerTenSeconds: 5 }));
  for (let i = 0; i < 7; i++) visitor.raw('nonsense');
  expect(await visitor.closed).toMatchObject({ code: 4501 });
  expect(visitor.frames.filter(frame => frame.t === 'error').length).toBe(5);
});

test('too many frames or events are closed with 4029, after refusals', async () => {
  const server = await start({ eventsPerTenSeconds: 4, framesPerTenSeconds: 50 });
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  const got = [];
  for (let i = 0; i < 5; i++) got.push(await visitor.send(conversation, 'message', { text: `${i}` }));
  expect(got.map(one => one.t)).toEqual(['ack', 'ack', 'ack', 'nack', 'nack']);
  expect(got.at(-1)).toMatchObject({ code: 'rate_limited', retryAfter: expect.any(Number) });
  for (let i = 0; i < 5; i++)
    visitor.put({ t: 'send', id: newId(), conversation, kind: 'message', body: { text: 'x' } });
  expect(await visitor.closed).toMatchObject({ code: 4029 });
  const other = await visitorOf(server);
  for (let i = 0; i < 60; i++) other.put({ t: 'ping' });
  expect(await other.closed).toMatchObject({ code: 4029 });
});

test('a frame that is too large, or in too many pieces, is closed with 4501', async () => {
  const server = await start();
  const [large, pieces] = await Promise.all([visitorOf(server), visitorOf(server)]);
  large.raw('x'.repeat(65_537));
  expect(await large.closed).toMatchObject({ code: 4501 });
  for (let i = 0; i < 20; i++) pieces.socket.send('x', { fin: i === 19 });
  expect(await pieces.closed).toMatchObject({ code: 4501 });
});

test('a text that is too long is refused and kept by the client; a story too', async () => {
  const visitor = await visitorOf(await start({ storyBytes: 300 }));
  const conversation = await visitor.start();
  expect(await visitor.send(conversation, 'message', { text: 'é'.repeat(8193) })).toMatchObject({
    code: 'text_too_long',
    path: '/body/text',
    expected: 'at most 16384 bytes',
    got: '16386 bytes',
  });
  const story = { ...STORY, summary: 's'.repeat(300) };
  expect(await visitor.send(newId(), 'started', { story })).toMatchObject({ code: 'too_large', path: '/body/story' });
});

test('more unacknowledged events than allowed are refused, not lost', async () => {
  const memory = createMemoryStore({ epoch: 'e', now: Date.now });
  const slow = {
    ...memory,
    append: async (draft: Parameters<typeof memory.append>[0]) => {
      await new Promise(resolve => setTimeout(resolve, 30));
      return memory.append(draft);
    },
  };
  const visitor = await visitorOf(await start({ unacked: 2 }, { data: slow }));
  const conversation = await visitor.start();
  const got = await Promise.all(['a', 'b', 'c'].map(text => visitor.send(conversation, 'message', { text })));
  expect(got.map(one => (one.t === 'ack' ? one.seq : one.code))).toEqual([2, 3, 'rate_limited']);
});

test('what comes before hello, or no hello at all, is closed with 4501', async () => {
  const server = await start({ helloMs: 100 });
  const { token } = await server.visitorGrant('shop');
  const [early, silent, garbage] = await Promise.all([1, 2, 3].map(() => connect(server, { token })));
  early?.put({ t: 'ping' });
  expect(await early?.next('error')).toMatchObject({ code: 'unauthenticated', expected: 'hello', got: 'ping' });
  expect(await early?.closed).toMatchObject({ code: 4501 });
  garbage?.raw('garbage');
  expect(await garbage?.closed).toMatchObject({ code: 4501 });
  expect(await silent?.closed).toMatchObject({ code: 4501, reason: 'No hello within 100 ms.' });
});

test('events sent right after hello wait for it, in order', async () => {
  const server = await start();
  const { token } = await server.visitorGrant('shop');
  const client = await connect(server, { token });
  client.put({ t: 'hello', versions: [1], site: 'shop', token, device: newId() });
  const conversation = newId();
  const got = await Promise.all([
    client.send(conversation, 'started', { story: STORY }),
    client.send(conversation, 'message', { text: 'one' }),
    client.send(conversation, 'message', { text: 'two' }),
  ]);
  expect(got.map(one => one.t === 'ack' && one.seq)).toEqual([1, 2, 3]);
  expect(client.frames[0]?.t).toBe('welcome');
});

test.each([
  ['an unknown token', { token: 'hv_unknown-unknown' }, 4500, 'unauthenticated'],
  ['an unknown site', { site: 'nowhere' }, 4503, 'unknown_site'],
  ['a token of another site', { site: 'other' }, 4500, 'unauthenticated'],
  ['no common version', { versions: [7, 8] }, 4505, 'unsupported_version'],
])('hello with %s ends the connection', async (_name, more, close, code) => {
  const server = await start();
  const { token } = await server.visitorGrant('shop');
  const client = await connect(server, { token, origin: null });
  client.put({ t: 'hello', versions: [1], site: 'shop', token, device: newId(), ...more });
  expect(await client.next('error')).toMatchObject({ code });
  expect(await client.closed).toMatchObject({ code: close });
});

test('a page of another origin is refused: at the upgrade, or by the site at hello', async () => {
  const server = await start();
  const { token } = await server.visitorGrant('shop');
  await expect(connect(server, { token, origin: 'https://evil.example' })).rejects.toThrow('403');
  await expect(connect(server, { token, origin: `${ORIGIN}.evil.example` })).rejects.toThrow('403');
  await expect(connect(server, { token, origin: 'null' })).rejects.toThrow('403');
  const other = await connect(server, { token, origin: 'https://other.example' });
  other.put({ t: 'hello', versions: [1], site: 'shop', token, device: newId() });
  expect(await other.next('error')).toMatchObject({ code: 'origin_not_allowed' });
  expect(await other.closed).toMatchObject({ code: 4502 });
  for (const origin of [ORIGIN, server.address, null]) {
    const client = await connect(server, { token, origin });
    expect((await client.hello()).you.kind).toBe('visitor');
  }
});

test('an agent who was removed, or whose session has expired, is out', async () => {
  let now = Date.now();
  const data = createMemoryStore({ epoch: 'e', now: () => now });
  const server = await start({}, { data, now: () => now });
  const grant = await server.agentGrant(await server.signInCode('omar'));
  const later = await start({}, { data, config: { sites: [...server.parts.sites.values()], agents: [] } });
  const removed = await connect(later, { token: grant?.token ?? '', origin: null });
  removed.put({ t: 'hello', versions: [1], site: 'shop', token: grant?.token ?? '', device: newId() });
  expect(await removed.closed).toMatchObject({ code: 4503 });
  now += 31 * 86_400_000;
  const expired = await connect(server, { token: grant?.token ?? '', origin: null });
  expired.put({ t: 'hello', versions: [1], site: 'shop', token: grant?.token ?? '', device: newId() });
  expect(await expired.next('error')).toMatchObject({ code: 'token_expired' });
  expect(await expired.closed).toMatchObject({ code: 4001 });
});

test('a token is refreshed in place, but not to another person', async () => {
  let now = Date.now();
  const server = await start({ helloMs: 100, silenceMs: 1e12 }, { now: () => now });
  const grant = async (id: string) => (await server.agentGrant(await server.signInCode(id)))?.token ?? '';
  const [maya, old] = [await agentOf(server), await agentOf(server)];
  now += 20 * 86_400_000;
  maya.put({ t: 'token', token: await grant('maya') });
  maya.put({ t: 'ping' });
  await maya.next('beat');
  now += 15 * 86_400_000;
  expect(await old.closed).toMatchObject({ code: 4001 });
  maya.put({ t: 'ping' });
  await maya.next('beat');
  maya.put({ t: 'token', token: await grant('omar') });
  expect(await maya.closed).toMatchObject({ code: 4500 });
});

test.each([1, -1])('a clock that is corrected by %d day ends no connection and stops no heartbeat', async days => {
  const real = Date.now;
  let off = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => real() + off);
  try {
    const visitor = await visitorOf(await start({ beatMs: 50 }));
    off = days * 86_400_000;
    await visitor.next('beat');
    await visitor.next('beat');
    expect(visitor.socket.readyState).toBe(WebSocket.OPEN);
  } finally {
    vi.restoreAllMocks();
  }
});

test('upgrades are limited before anything else is done, and say when to come back', async () => {
  const server = await start({ upgradeBurstPerAddress: 3, upgradesPerAddress: 1 });
  const statuses = await Promise.all(Array.from({ length: 5 }, () => upgrade(server, { Origin: ORIGIN })));
  expect(statuses.map(one => one.status).sort()).toEqual([101, 101, 101, 429, 429]);
  expect(statuses.find(one => one.status === 429)?.head).toMatch(/Retry-After: 1\r\n/);
  const crowded = await start({ upgradeBurst: 2, upgrades: 1 });
  const all = await Promise.all(Array.from({ length: 4 }, () => upgrade(crowded, {})));
  expect(all.map(one => one.status).sort()).toEqual([101, 101, 503, 503]);
});

test('an upgrade to another path is not found', async () => {
  expect((await upgrade(await start(), {}, '/elsewhere')).status).toBe(404);
});

test('the heartbeat carries how far the store is; a client that is silent is let go', async () => {
  const server = await start({ beatMs: 100, silenceMs: 150 });
  const [agent, visitor] = await Promise.all([agentOf(server), visitorOf(server)]);
  const conversation = await visitor.start();
  expect(await agent.next('beat', frame => frame.rev === 1)).toBeTruthy();
  expect(await visitor.next('beat', frame => frame.seqs?.[conversation] === 1)).toBeTruthy();
  const awake = setInterval(() => visitor.put({ t: 'ping' }), 50);
  expect(await agent.closed).toMatchObject({ code: 4009 });
  clearInterval(awake);
  expect(visitor.socket.readyState).toBe(WebSocket.OPEN);
  expect(await visitor.closed).toMatchObject({ code: 4009 });
});

test('what a bus loses is found in the store at the next heartbeat', async () => {
  const deaf = { publish: () => undefined, subscribe: () => () => undefined, close: async () => undefined };
  const server = await start({}, { bus: deaf });
  const [agent, visitor] = await Promise.all([agentOf(server), visitorOf(server)]);
  const conversation = await visitor.start();
  await visitor.send(conversation, 'message', { text: 'hello?' });
  for (const client of [agent, visitor]) {
    client.put({ t: 'ping' });
    const { events } = await client.next('events');
    expect(events.map(event => event.seq)).toEqual([1, 2]);
  }
});

test('a reader that stops reading is not fed without end; it goes on where it was', async () => {
  const server = await start({ ...ROOMY, slowBytes: 64 * 1024, frameBytes: 128 * 1024 });
  const [agent, visitor] = await Promise.all([agentOf(server), visitorOf(server)]);
  const conversation = await visitor.start();
  await agent.next('events');
  agent.socket.pause();
  const text = 'x'.repeat(15_000);
  for (let i = 0; i < 800; i++) await visitor.send(conversation, 'message', { text });
  agent.socket.resume();
  await agent.next('events', frame => frame.events.at(-1)?.seq === 801);
  const seqs = agent.frames.flatMap(frame => (frame.t === 'events' ? frame.events.map(event => event.seq) : []));
  expect(seqs).toEqual(Array.from({ length: 801 }, (_, i) => i + 1));
});

test('a reader that stays slow is cut with 4008 and may come back', async () => {
  const server = await start({ ...ROOMY, slowBytes: 32 * 1024, cutMs: 200, lastWordMs: 60_000 });
  const [agent, visitor] = await Promise.all([agentOf(server), visitorOf(server)]);
  const conversation = await visitor.start();
  agent.socket.pause();
  // Fills the kernel's buffers too, which take several megabytes on the loopback.
  for (let i = 0; i < 700; i++) await visitor.send(conversation, 'message', { text: 'x'.repeat(15_000) });
  await new Promise(resolve => setTimeout(resolve, 400));
  agent.socket.resume();
  expect(await agent.closed).toMatchObject({ code: 4008 });
});

test('a server that stops says bye, when to come back, and lets nobody in', async () => {
  const server = await start({ drainMs: 200 });
  const clients = await Promise.all([agentOf(server), visitorOf(server), visitorOf(server)]);
  const stopped = server.close();
  servers.length = 0;
  for (const client of clients) {
    expect(await client.next('bye')).toMatchObject({ code: 4000, retryAfter: expect.any(Number) });
    expect(await client.closed).toMatchObject({ code: 4000 });
  }
  await stopped;
  await expect(fetch(server.address)).rejects.toThrow();
});

function upgrade(server: HandrailServer, headers: Record<string, string>, path = '/api/v1/socket') {
  const { port, hostname, host } = new URL(server.address);
  const socket = createConnection(Number(port), hostname);
  const lines = { Host: host, Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', ...headers };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`GET ${path} HTTP/1.1\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${head.join('')}\r\n`);
  return new Promise<{ status: number; head: string }>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', data => {
      socket.destroy();
      const text = String(data);
      resolve({ status: Number(text.split(' ')[1]), head: text });
    });
  });
}
