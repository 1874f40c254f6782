import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, newVisitor, type RawClient, rawClient, STORY } from './rawClient.js';
import { type FaultyServer, SHOP_ORIGIN, startServer } from './startServer.js';
import { tellNote } from './tell.js';
import { pause } from './until.js';

/** Frames of others, read where they are there: what a socket may carry, and texts that parsers trip over. */
const SHARED = new URL('../../../../shared/data/security/', import.meta.url);
const VECTORS = new URL('../../protocol/vectors/', import.meta.url);
/** Bad frames memory is measured over. */
const MANY = 20_000;
/** A frame's; a larger one is not read. */
const MOST_BYTES = 64 * 1024;
const MOST_GROWTH = 12 * 1024 * 1024;

let server: FaultyServer;
let healthy: RawClient;
let conversation: string;
let token: string;

beforeAll(async () => {
  const hook = new URL('./collectGarbage.mjs', import.meta.url).href;
  const limits = { badFramesPerTenSeconds: 1_000_000, helloMs: 1_500, silenceMs: 600_000 };
  server = await startServer({ limits, env: { NODE_OPTIONS: `--import=${hook}` } });
  healthy = await rawClient(server.origin);
  ({ token } = await newVisitor(server.origin));
  await healthy.hello(token);
  conversation = newId();
  healthy.put({ t: 'send', id: newId(), conversation, kind: 'started', body: { story: STORY } });
  await healthy.next('ack');
});
afterAll(() => server.remove());

/** The other conversation goes on. */
async function stillServed(): Promise<void> {
  const id = newId();
  healthy.put({ t: 'send', id, conversation, kind: 'message', body: { text: 'still here' } });
  await healthy.next('ack', ack => ack.id === id);
}

async function welcomed(): Promise<RawClient> {
  const client = await rawClient(server.origin);
  await client.hello(token);
  client.forget();
  return client;
}

const readShared = <T>(name: string): T[] => JSON.parse(readFileSync(new URL(`${name}.json`, SHARED), 'utf8')) as T[];
const isThere = (name: string) => existsSync(fileURLToPath(new URL(`${name}.json`, SHARED)));

test('every invalid vector gets its code over the wire, and nobody else notices', async () => {
  const vectors = JSON.parse(readFileSync(new URL('invalid.json', VECTORS), 'utf8')) as {
    name: string;
    text: string;
    code: string;
    path?: string;
  }[];
  let client = await welcomed();
  for (const { name, text, code, path } of vectors) {
    client.forget();
    client.socket.send(text);
    const all = await answers(client);
    if (typeof all === 'number') {
      // Above what a frame may hold, nothing is read.
      expect([all, Buffer.byteLength(text) > MOST_BYTES], name).toEqual([4501, true]);
      client = await welcomed();
      continue;
    }
    const [got] = all;
    // A second hello is out of turn before anything else is looked at.
    if (text.includes('"t":"hello"')) expect(got, name).toMatchObject({ code: 'bad_frame' });
    else expect(got, name).toMatchObject({ code, ...(path === undefined ? {} : { path }) });
  }
  await stillServed();
  client.socket.close();
});

/** The close code, or `null` when a sign of life is answered. */
function endOf(client: RawClient): Promise<number | null> {
  client.put({ t: 'ping' });
  const lives = client.next('beat').then(
    () => null,
    () => null,
  );
  return Promise.race([client.closed, lives]);
}

/** Refusals that came before the answer to a sign of life; the close code when there was none. */
async function answers(client: RawClient): Promise<readonly { t: string }[] | number> {
  const ended = await endOf(client);
  if (ended !== null) return ended;
  return client.frames.filter(({ t }) => t === 'error' || t === 'nack');
}

test.skipIf(!isThere('json-parsing'))(
  'texts that parsers trip over are refused or passed over, none crashes',
  async () => {
    const counts = { refused: 0, closed: 0 };
    for (const { name, rule, base64 } of readShared<{ name: string; rule: string; base64: string }>('json-parsing')) {
      const client = await welcomed();
      client.socket.send(Buffer.from(base64, 'base64'), { binary: false });
      const ended = await endOf(client);
      // Bytes that are no UTF-8 break the protocol below; everything else is answered, and the connection goes on.
      if (ended !== null) expect(ended, name).toBe(4501);
      else
        expect(client.frames.flatMap(frame => (frame.t === 'error' ? frame.code : []))[0], name).toMatch(
          /^(bad|unknown)_frame$/,
        );
      if (rule === 'must accept') expect(ended, name).toBeNull();
      counts[ended === null ? 'refused' : 'closed'] += 1;
      client.socket.close();
    }
    await stillServed();
    expect(counts.refused).toBeGreaterThan(100);
  },
  120_000,
);

interface WireFrame {
  name: string;
  hex?: string;
  expect: string;
  make?: { origin?: string | null; version?: number; path?: string; drip?: true; vanish?: true };
}

test.skipIf(!isThere('own-ws-frames'))(
  'frames that break the protocol below end the connection with 4501',
  async () => {
    const frames = readShared<WireFrame>('own-ws-frames');
    for (const { name, hex, make, expect: wanted } of frames) {
      if (hex !== undefined) {
        const code = await codeAfter(Buffer.from(hex, 'hex'));
        // The library closes with 1002, 1003, 1007 or 1009; clients take those for "come back", so they are told 4501.
        if (wanted.startsWith('close')) expect(code, name).toBe(4501);
        else expect([4501, null], name).toContain(code);
        continue;
      }
      if (make?.drip) expect(await codeAfter(Buffer.from([0x81])), name).toBe(4501);
      else if (make?.vanish) continue;
      else expect(await statusOf(make ?? {}), name).toMatch(statusWanted(make ?? {}));
    }
    await stillServed();
  },
  120_000,
);

/** Without an origin it is no page: scripts come by token alone. */
function statusWanted({ origin, version, path }: NonNullable<WireFrame['make']>): RegExp {
  if (path) return /^404$/;
  if (version) return /^4(00|26)$/;
  return origin === null ? /^101$/ : /^403$/;
}

function handshake({ origin, version = 13, path = '/api/v1/socket' }: NonNullable<WireFrame['make']>): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${server.port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    `Sec-WebSocket-Version: ${version}`,
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(origin ? [`Origin: ${origin}`] : []),
    '\r\n',
  ].join('\r\n');
}

function statusOf(make: NonNullable<WireFrame['make']>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(handshake(make)));
    socket.once('data', data => {
      resolve(/^HTTP\/1\.1 (\d+)/.exec(String(data))?.[1] ?? '');
      socket.destroy();
    });
    socket.on('error', reject);
  });
}

/** The close code bytes are answered with; `null` when the connection stays, until nobody says hello. */
function codeAfter(bytes: Buffer): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(handshake({ origin: SHOP_ORIGIN })));
    let heard = Buffer.alloc(0);
    let isOpen = false;
    socket.on('data', data => {
      heard = Buffer.concat([heard, data]);
      const end = heard.indexOf('\r\n\r\n');
      if (!isOpen && end >= 0) {
        isOpen = true;
        heard = heard.subarray(end + 4);
        socket.write(bytes);
      }
      // Whoever breaks the protocol does not answer a close frame either.
      if (isOpen && closeCodeIn(heard) !== null) socket.destroy();
    });
    socket.on('close', () => resolve(closeCodeIn(heard)));
    socket.on('error', reject);
  });
}

/** Walks the server's frames, which are not masked, to the close frame. */
function closeCodeIn(bytes: Buffer): number | null {
  for (let at = 0; at + 2 <= bytes.length; ) {
    const [first = 0, short = 0] = [bytes[at], bytes[at + 1]];
    const head = short < 126 ? 2 : 4;
    const size = short < 126 ? short : bytes.readUInt16BE(at + 2);
    if ((first & 0x0f) === 8) return size >= 2 ? bytes.readUInt16BE(at + head) : 1005;
    at += head + size;
  }
  return null;
}

/** Bytes the server's process holds in memory. */
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) * 1024;

test.runIf(process.platform === 'linux')(
  'bad frames without end cost no memory',
  async () => {
    const vectors = JSON.parse(readFileSync(new URL('invalid.json', VECTORS), 'utf8')) as { text: string }[];
    const fitting = vectors.filter(({ text }) => Buffer.byteLength(text) <= MOST_BYTES);
    const client = await welcomed();
    const send = async () => {
      for (let sent = 0; sent < MANY; sent++) {
        client.socket.send(fitting[sent % fitting.length]?.text ?? '');
        if (sent % 500 === 499) await answers(client);
        if (sent % 500 === 499) client.forget();
      }
      server.signal('SIGUSR2');
      await pause(1_000);
      return memory();
    };
    // The same before: what it takes to get warm is not their fault.
    const before = await send();
    const growth = (await send()) - before;
    tellNote(
      'frames that are none',
      `${MANY.toLocaleString('en')} more: memory ${(growth / 1024 / 1024).toFixed(1)} MiB larger (limit 12)`,
    );
    expect(growth).toBeLessThan(MOST_GROWTH);
    await stillServed();
  },
  120_000,
);
