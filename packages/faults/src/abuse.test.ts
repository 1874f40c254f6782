import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { seededRandom, seedOf, withSeed } from '@handrail/test-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FULL, fastOrFull } from './mode.js';
import { newId, newVisitor, type RawClient, rawClient, STORY } from './rawClient.js';
import { type FaultyServer, SHOP_ORIGIN, startServer } from './startServer.js';
import { tellNote } from './tell.js';

let server: FaultyServer;
/** Somebody who must not notice any of it. */
let healthy: RawClient;
let token: string;
let conversation: string;

beforeAll(async () => {
  server = await startServer();
  ({ token } = await newVisitor(server.origin));
  healthy = await rawClient(server.origin);
  await healthy.hello(token);
  // Some of the abuse lasts longer than a silent client is borne with.
  healthy.socket.on('message', data => {
    if (String(data).startsWith('{"t":"beat"')) healthy.put({ t: 'ping' });
  });
  conversation = newId();
  healthy.put({ t: 'send', id: newId(), conversation, kind: 'started', body: { story: STORY } });
  await healthy.next('ack');
});
afterAll(() => server.remove());

/** Writes one message as the healthy customer; resolves with the milliseconds until it is acknowledged. */
async function stillServed(): Promise<number> {
  const [id, before] = [newId(), performance.now()];
  healthy.put({ t: 'send', id, conversation, kind: 'message', body: { text: 'still here' } });
  await healthy.next('ack', ack => ack.id === id);
  return performance.now() - before;
}

const upgrade = (more: readonly string[] = []) =>
  [
    'GET /api/v1/socket HTTP/1.1',
    `Host: 127.0.0.1:${server.port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...more,
  ].join('\r\n');

/** A plain TCP connection, and what came back on it. */
async function plain(): Promise<{ socket: Socket; heard: () => Buffer; ended: Promise<unknown> }> {
  const socket = connect(server.port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', chunk => chunks.push(chunk));
  socket.on('error', () => {});
  const ended = once(socket, 'close');
  await once(socket, 'connect');
  return { socket, heard: () => Buffer.concat(chunks), ended };
}

/** A masked frame as a client sends it; the mask is zero. */
function frame(first: number, payload: Buffer): Buffer {
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from([first, ...length, 0, 0, 0, 0]), payload]);
}

async function openPlain(more: readonly string[] = []) {
  const one = await plain();
  one.socket.write(`${upgrade(more)}\r\n\r\n`);
  await once(one.socket, 'data');
  return one;
}

test('random bytes and mangled frames: refused, and nobody else notices', async () => {
  const seed = seedOf(process.env, 5);
  await withSeed(seed, async () => {
    const random = seededRandom(seed);
    const good = JSON.stringify({ t: 'hello', versions: [1], site: 'shop', token, device: newId() });
    for (let round = 0; round < fastOrFull(150, 3_000); round++) {
      const { socket, ended } = await openPlain();
      const bytes = Buffer.from(good);
      for (let i = random.between(1, 8); i > 0; i--)
        bytes[random.between(0, bytes.length - 1)] = random.between(0, 255);
      const garbage = Buffer.from(Array.from({ length: random.between(1, 200) }, () => random.between(0, 255)));
      const first = random.pick([0x81, 0x82, 0x01, 0x80, 0x88, 0x89, random.between(0, 255)]);
      socket.write(random.pick([frame(first, bytes), frame(0x81, garbage), garbage]));
      // What is only a part of a frame would be waited for; the end says that no more comes.
      socket.end();
      await ended;
    }
  });
  await stillServed();
});

test('a text in too many fragments, a frame that is too large, and one of single bytes', async () => {
  const fragments = await rawClient(server.origin);
  for (let i = 0; i < 40; i++) fragments.socket.send('x', { fin: false });
  expect([1008, 4501, 1006]).toContain(await fragments.closed);
  const large = await rawClient(server.origin);
  await large.hello(token);
  large.socket.send('x'.repeat(70_000));
  expect([1009, 4501]).toContain(await large.closed);
  const { socket, heard } = await openPlain();
  const hello = frame(
    0x81,
    Buffer.from(JSON.stringify({ t: 'hello', versions: [1], site: 'shop', token, device: newId() })),
  );
  for (const byte of hello) {
    socket.write(Buffer.from([byte]));
    await new Promise(resolve => setImmediate(resolve));
  }
  await once(socket, 'data');
  expect(heard().toString()).toContain('"t":"welcome"');
  socket.destroy();
  await stillServed();
});

test('compression is not agreed to, and a compressed frame is refused', async () => {
  const { socket, heard, ended } = await openPlain(['Sec-WebSocket-Extensions: permessage-deflate']);
  expect(heard().toString()).not.toMatch(/sec-websocket-extensions/i);
  // RSV1 says that the payload is compressed.
  socket.write(frame(0xc1, Buffer.from([0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00])));
  await ended;
  await stillServed();
});

test('three hundred requests that never end do not keep a customer out', async () => {
  const slow = await Promise.all(Array.from({ length: 300 }, plain));
  for (const { socket } of slow) socket.write(`${upgrade()}\r\nX-Slow: `);
  const body = await plain();
  body.socket.write(
    'POST /api/v1/visitors HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
  );
  const drip = setInterval(() => {
    for (const { socket } of [...slow, body]) if (!socket.destroyed) socket.write(' ');
  }, 1_000);
  try {
    const late = await rawClient(server.origin);
    await late.hello(token);
    late.socket.close();
    await stillServed();
    if (!FULL) return;
    const before = performance.now();
    const passed = () => `${Math.round((performance.now() - before) / 1_000)} s`;
    await Promise.all(slow.map(({ ended }) => ended));
    tellNote('300 requests whose headers never end', `ended by the server after ${passed()}`);
    await body.ended;
    tellNote('a request whose body never ends', `ended by the server after ${passed()}`);
  } finally {
    clearInterval(drip);
    for (const { socket } of [...slow, body]) socket.destroy();
  }
}, 200_000);

test('a page of another origin gets no socket, a forged one no token', async () => {
  await expect(rawClient(server.origin, { origin: 'https://evil.example' })).rejects.toThrow('403');
  await expect(rawClient(server.origin, { origin: `${SHOP_ORIGIN}.evil.example` })).rejects.toThrow('403');
  const other = await rawClient(server.origin, { origin: 'https://other.example' });
  await expect(Promise.race([other.hello(token), other.closed])).resolves.toBe(4502);
});

test('a token is worth nothing elsewhere, and a code nothing twice', async () => {
  const elsewhere = await rawClient(server.origin);
  elsewhere.put({ t: 'hello', versions: [1], site: 'other', token, device: newId() });
  expect(await elsewhere.closed).toBe(4500);
  const signIn = (code: string) =>
    fetch(`${server.origin}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
  expect([(await signIn(server.signIn)).status, (await signIn(server.signIn)).status]).toEqual([200, 401]);
  expect((await signIn(token)).status).toBe(401);
});

test('a stranger who knows the id of a conversation reads, writes and marks nothing', async () => {
  const stranger = await newVisitor(server.origin);
  const client = await rawClient(server.origin);
  const welcome = await client.hello(stranger.token, { epoch: 'guessed', cursors: { [conversation]: 0 } });
  expect([welcome.conversations, welcome.resumes]).toEqual([[], { [conversation]: 'reset' }]);
  client.put({ t: 'fetch', conversation, after: 0 });
  expect((await client.next('error')).code).toBe('not_found');
  client.put({ t: 'send', id: newId(), conversation, kind: 'message', body: { text: 'mine now' } });
  expect((await client.next('nack')).code).toBe('not_found');
  client.put({ t: 'marks', conversation, delivered: 1, read: 1 });
  client.put({ t: 'typing', conversation, on: true });
  await stillServed();
  expect(client.frames.some(({ t }) => t === 'events' || t === 'marks')).toBe(false);
  client.socket.close();
});
