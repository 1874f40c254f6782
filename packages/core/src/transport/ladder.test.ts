import { encode } from '@handrail/protocol';
import { aHello, aWelcome, type FakeNetwork, fakeNetwork, type ManualClock, manualClock } from '@handrail/test-kit';
import { beforeEach, expect, test } from 'vitest';
import { defaultEnvironment, type Environment, type ResponseLike } from '../environment.js';
import { memoryStorage } from '../storage/memory.js';
import type { Storage } from '../storage/storage.js';
import { createLadder } from './ladder.js';
import type { OpenTransport, Transport } from './transport.js';

const KEY = 'handrail:demo:transport';
const HOUR = 3_600_000;

let clock: ManualClock;
let network: FakeNetwork;
let storage: Storage;
let requests: string[];
let told: string[];
/** Whether the server would let a socket in. */
let letsIn: boolean;
/** Milliseconds until it says so. */
let slow: number;
/** What becomes of a stream: its frames come, nothing comes, or the server is not there. */
let stream: 'flows' | 'silent' | 'gone';
let pick: () => Promise<OpenTransport>;

beforeEach(() => {
  clock = manualClock();
  network = fakeNetwork();
  storage = memoryStorage();
  requests = [];
  told = [];
  letsIn = true;
  slow = 0;
  stream = 'flows';
  pick = createLadder({
    environment: environment(),
    storage,
    key: KEY,
    server: 'https://help.example',
    connectTimeout: 2_500,
  });
});

function environment(given: Partial<Environment> = {}): Environment {
  const { now, setTimeout, clearTimeout } = clock;
  return defaultEnvironment(storage, { now, setTimeout, clearTimeout, WebSocket: network.WebSocket, fetch, ...given });
}

async function fetch(url: string, init: { method?: string } = {}): Promise<ResponseLike> {
  const path = url.replace('https://help.example/api/v1/', '');
  requests.push(path);
  if (path === 'socket' && slow > 0) await new Promise<void>(resolve => clock.setTimeout(resolve, slow));
  if (path === 'socket') return { ...answer({}), ok: letsIn, status: letsIn ? 200 : 503 };
  if (stream === 'gone') throw new TypeError('fetch failed');
  if (path === 'stream') return { ...answer({}), body: streamOf(stream === 'flows') };
  return path === 'poll' && requests.filter(one => one === 'poll').length === 1
    ? answer({ frames: [aWelcome()], seen: 'x' })
    : new Promise(() => init);
}

const answer = (value: unknown): ResponseLike => ({
  ok: true,
  status: 200,
  headers: { get: () => null },
  json: async () => value,
  arrayBuffer: async () => new ArrayBuffer(0),
});

function streamOf(flows: boolean) {
  const text = `event: open\ndata: {"stream":"s1"}\n\ndata: ${encode(aWelcome())}\n\n`;
  const pieces = flows ? [new TextEncoder().encode(text)] : [];
  const read = async () => {
    const value = pieces.shift();
    return value ? { done: false, value } : new Promise<never>(() => {});
  };
  return { getReader: () => ({ read, cancel: async () => {} }) };
}

/** One connection, as a session makes it. */
async function connect(): Promise<Transport> {
  const transport = (await pick())({
    opened(name) {
      told.push(`opened ${name}`);
      transport.send(encode(aHello()));
    },
    received: text => told.push((JSON.parse(text) as { t: string }).t),
    closed: ({ code }) => told.push(`closed ${code}`),
    hello: async () => encode(aHello()),
  });
  await settle();
  return transport;
}

/** A lazily loaded file takes more than microtasks. */
async function settle() {
  await clock.settle();
  await new Promise(resolve => setImmediate(resolve));
  await clock.settle();
}

async function refused() {
  await connect();
  network.socket.close(1006);
  await settle();
}

test('a WebSocket that opens is all there is', async () => {
  await connect();
  network.socket.open();
  await clock.advance(60_000);
  expect([told, requests, storage.get(KEY)]).toEqual([['opened webSocket'], [], null]);
  network.socket.close(1006);
  await settle();
  expect([told.at(-1), requests]).toEqual(['closed 1006', []]);
});

test('two refused in a row, while the server would let them in: an event stream, and it is remembered for an hour', async () => {
  await refused();
  await refused();
  const transport = await connect();
  expect(told).toEqual(['closed 1006', 'closed 1006', 'opened eventStream', 'welcome']);
  expect(requests).toEqual(['socket', 'socket', 'stream']);
  expect(storage.get(KEY)).toBe(`eventStream ${clock.now() + HOUR}`);
  transport.close(1000, 'done');
  await clock.advance(HOUR - 1);
  const again = await connect();
  expect([network.sockets.length, storage.get(KEY)]).toEqual([2, `eventStream ${clock.now() + 1}`]);
  again.close(1000, 'done');
  await clock.advance(1);
  await connect();
  expect(network.sockets).toHaveLength(3);
});

test('one refused, one that opened, one refused: still a WebSocket', async () => {
  await refused();
  await connect();
  network.socket.open();
  network.socket.close(1006);
  await refused();
  await connect();
  expect([network.sockets.length, requests]).toEqual([4, ['socket', 'socket']]);
});

test('a server that is down, restarts or is crowded is no reason to leave the WebSocket', async () => {
  letsIn = false;
  for (let i = 0; i < 5; i++) await refused();
  stream = 'gone';
  await connect();
  await clock.advance(2_500);
  await settle();
  await connect();
  expect(network.sockets).toHaveLength(7);
  expect(new Set(requests)).toEqual(new Set(['socket']));
});

test('a server that stood still is no reason either: its answers come late', async () => {
  slow = 3_000;
  for (let i = 0; i < 3; i++) {
    await connect();
    await clock.advance(2_500);
    await settle();
    await clock.advance(3_000);
    await settle();
  }
  slow = 0;
  await connect();
  expect([network.sockets.length, new Set(requests)]).toEqual([4, new Set(['socket'])]);
});

test('a socket that does not open in 4 s ends, and the next connection is an event stream', async () => {
  await connect();
  await clock.advance(2_499);
  expect(told).toEqual([]);
  await clock.advance(1);
  await settle();
  expect([told, network.socket.closedByClient?.code]).toEqual([['closed 1000'], 1000]);
  await connect();
  expect(told.slice(1)).toEqual(['opened eventStream', 'welcome']);
});

test('a stream that shows nothing in 4 s is taken for held back: a long poll, which is remembered', async () => {
  stream = 'silent';
  await refused();
  await refused();
  await connect();
  await clock.advance(2_500);
  await settle();
  expect(told.slice(2)).toEqual(['opened eventStream', 'opened longPoll', 'welcome']);
  expect(storage.get(KEY)).toMatch(/^longPoll /);
  const transport = await connect();
  expect(requests.filter(path => path === 'stream')).toHaveLength(1);
  transport.close(1000, 'done');
});

test('a fallback that is not welcomed is forgotten: a WebSocket comes next', async () => {
  storage.set(KEY, `eventStream ${clock.now() + HOUR}`);
  stream = 'gone';
  await connect();
  expect([told, storage.get(KEY)]).toEqual([['opened eventStream', 'closed 1006'], null]);
  await connect();
  expect(network.sockets).toHaveLength(1);
});

test('a runtime without WebSocket begins with the stream', async () => {
  const parts = { environment: { ...environment(), WebSocket: undefined }, storage, key: KEY };
  pick = createLadder({ ...parts, server: 'https://help.example', connectTimeout: 2_500 });
  await connect();
  expect([told, requests]).toEqual([['opened eventStream', 'welcome'], ['stream']]);
});

test('whoever closes a socket on its way is not asked why', async () => {
  const transport = await connect();
  transport.close(1000, 'closed');
  await clock.advance(60_000);
  await settle();
  expect([told, requests, clock.pending()]).toEqual([['closed 1000'], [], 0]);
});
