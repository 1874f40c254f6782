import type { Hello } from '@handrail/protocol';
import { aHello, aWelcome, type FakeNetwork, fakeNetwork, type ManualClock, manualClock } from '@handrail/test-kit';
import { beforeEach, expect, test } from 'vitest';
import { defaultEnvironment } from './environment.js';
import { HandrailError } from './errors.js';
import { type Connection, createSession, type Session } from './session.js';
import { memoryStorage } from './storage/memory.js';
import { webSocketTransport } from './transport/webSocket.js';

let clock: ManualClock;
let network: FakeNetwork;
let states: Connection[];
let told: string[];
let chance: number;
let wakers: Set<() => void>;
let sleepers: Set<() => void>;
let hello: () => Promise<Hello>;
let renew: () => boolean;
let session: Session;

const state = () => states.at(-1);
const names = () => states.map(one => one.state);

beforeEach(() => {
  clock = manualClock();
  network = fakeNetwork();
  states = [];
  told = [];
  chance = 0.5;
  wakers = new Set();
  sleepers = new Set();
  hello = async () => aHello();
  renew = () => false;
  const environment = defaultEnvironment(memoryStorage(), {
    now: clock.now,
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    random: bytes => bytes.fill(Math.floor(chance * 256)),
    onWake: wake => {
      wakers.add(wake);
      return () => wakers.delete(wake);
    },
    onSleep: sleep => {
      sleepers.add(sleep);
      return () => sleepers.delete(sleep);
    },
  });
  session = createSession({
    environment,
    pick: async () => events => webSocketTransport('ws://test/', network.WebSocket)(events),
    hello: () => hello(),
    renew: () => renew(),
    onConnection: connection => states.push(connection),
    onWelcome: () => told.push('welcome'),
    onFrame: frame => told.push(frame.t),
  });
});

async function online(beatMs = 25_000) {
  session.connect();
  await clock.settle();
  network.socket.open();
  const welcome = aWelcome();
  network.socket.receive({ ...welcome, limits: { ...welcome.limits, beatMs } });
}

test('a life: hello first, welcome, frames, close', async () => {
  expect(session.send({ t: 'ping' })).toBe(false);
  session.connect();
  session.connect();
  await clock.settle();
  expect([network.sockets.length, network.socket.sent]).toEqual([1, []]);
  network.socket.open();
  expect(session.send({ t: 'ping' })).toBe(false);
  expect(network.socket.sent.map(frame => frame.t)).toEqual(['hello']);
  network.socket.receive(aWelcome());
  network.socket.receive({ t: 'beat' });
  network.socket.receive('no frame');
  network.socket.receive('{"t":"sparkle"}');
  expect(told).toEqual(['welcome', 'beat', 'sparkle']);
  expect(session.send({ t: 'presence', available: true })).toBe(true);
  session.close();
  expect(network.socket.closedByClient).toEqual({ code: 1000, reason: 'closed' });
  expect(names()).toEqual(['connecting', 'online', 'closed']);
  expect([wakers.size, clock.pending()]).toEqual([0, 0]);
  await clock.advance(600_000);
  expect(network.sockets).toHaveLength(1);
});

test('pings every beat; an answer keeps it alive, silence ends it after 1.2 beats and 10 s', async () => {
  await online(10_000);
  const { socket } = network;
  await clock.advance(9_999);
  expect(socket.sentOf('ping')).toHaveLength(0);
  await clock.advance(1);
  expect(socket.sentOf('ping')).toHaveLength(1);
  socket.receive({ t: 'beat' });
  await clock.advance(21_999);
  expect([socket.sentOf('ping').length, state()?.state]).toEqual([3, 'online']);
  await clock.advance(1);
  expect([socket.closedByClient?.code, state()?.state]).toEqual([4009, 'waiting']);
});

test('the server may beat more slowly than the default', async () => {
  await online(60_000);
  await clock.advance(60_000);
  expect([network.socket.sentOf('ping').length, state()?.state]).toEqual([1, 'online']);
});

test('comes back with full jitter, further apart each time, and soon again after health', async () => {
  await online();
  const waits: number[] = [];
  const fail = async () => {
    network.socket.close(1006);
    const now = state();
    waits.push(now?.state === 'waiting' ? now.retryAt - clock.now() : -1);
    await clock.advance(waits.at(-1) as number);
  };
  for (let i = 0; i < 8; i++) await fail();
  const half = (257 * 128) / 65_536;
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].map(top => Math.floor(top * half)));
  network.socket.open();
  network.socket.receive(aWelcome());
  await clock.advance(9_000);
  await fail();
  expect(waits.at(-1)).toBe(Math.floor(30_000 * half));
  network.socket.open();
  network.socket.receive(aWelcome());
  await clock.advance(10_001);
  await fail();
  expect(waits.at(-1)).toBe(Math.floor(500 * half));
});

test('bye is a floor for the wait, once', async () => {
  chance = 0;
  await online();
  network.socket.receive({ t: 'bye', code: 4000, retryAfter: 12 });
  expect(network.socket.closedByClient?.code).toBe(4000);
  expect(state()).toMatchObject({ state: 'waiting', retryAt: clock.now() + 12_000 });
  await clock.advance(12_000);
  expect(network.sockets).toHaveLength(2);
  network.socket.close();
  expect(state()).toMatchObject({ state: 'waiting', retryAt: clock.now() });
});

test('a bye with a code browsers refuse still ends the connection', async () => {
  await online();
  network.socket.receive({ t: 'bye', code: 1001, retryAfter: 1 });
  expect([network.socket.closedByClient?.code, state()?.state]).toEqual([1000, 'waiting']);
});

test.each([
  [4500, 'unauthenticated'],
  [4501, 'bad_frame'],
  [4502, 'origin_not_allowed'],
  [4503, 'forbidden'],
  [4505, 'unsupported_version'],
  [4999, 'forbidden'],
])('%i stops with %s; a new call starts again', async (code, name) => {
  await online();
  network.socket.close(code, 'no');
  expect(state()).toMatchObject({ state: 'closed', code: name });
  expect(wakers.size).toBe(0);
  await clock.advance(600_000);
  expect(network.sockets).toHaveLength(1);
  session.connect();
  await clock.settle();
  expect(network.sockets).toHaveLength(2);
});

test('a token that has run out ends the session, unless there is another', async () => {
  await online();
  network.socket.close(4001);
  expect(state()).toMatchObject({ state: 'closed', code: 'token_expired' });
  renew = () => true;
  await online();
  network.socket.close(4001);
  expect(state()).toMatchObject({ state: 'waiting' });
});

test.each([1000, 1006, 4000, 4008, 4010, 4029, 4499])('%i comes back', async code => {
  await online();
  network.socket.close(code);
  expect(state()?.state).toBe('waiting');
  await clock.advance(1_000);
  expect(network.sockets).toHaveLength(2);
});

test('waking hurries a waiting session, and asks an online one for a sign of life within 10 s', async () => {
  await online();
  for (const wake of wakers) wake();
  expect(network.socket.sentOf('ping')).toHaveLength(1);
  network.socket.receive({ t: 'beat' });
  await clock.advance(11_000);
  expect(state()?.state).toBe('online');
  for (const wake of wakers) wake();
  await clock.advance(10_000);
  expect(state()?.state).toBe('waiting');
  network.sockets[0]?.receive({ t: 'beat' });
  for (const wake of wakers) wake();
  expect(state()?.state).toBe('connecting');
  await clock.settle();
  expect([network.sockets.length, wakers.size]).toEqual([2, 1]);
});

test('a page that is put away holds no connection, and comes back when it is shown again', async () => {
  await online();
  for (const sleep of sleepers) sleep();
  expect([network.socket.closedByClient?.code, state()?.state]).toEqual([1000, 'waiting']);
  await clock.advance(600_000);
  expect(network.sockets).toHaveLength(1);
  for (const wake of wakers) wake();
  await clock.settle();
  expect(network.sockets).toHaveLength(2);
  session.close();
  expect(sleepers.size).toBe(0);
});

test('a heartbeat is answered when the own timer, slow in a hidden page, is overdue', async () => {
  await online();
  network.socket.receive({ t: 'beat' });
  expect(network.socket.sentOf('ping')).toHaveLength(0);
  // The clock moves and no timer runs: what a page hidden for long sees.
  clock.jump(clock.now() + 24_000);
  network.socket.receive({ t: 'beat' });
  network.socket.receive({ t: 'beat' });
  expect(network.socket.sentOf('ping')).toHaveLength(1);
});

test('asking again and again while the server is gone neither hammers it nor makes the waits longer', async () => {
  await online();
  network.socket.close(1006);
  for (let second = 0; second < 10; second++) {
    for (let i = 0; i < 20; i++) {
      session.connect();
      await clock.settle();
      if (state()?.state === 'connecting') network.socket.close(1006);
      await clock.advance(50);
    }
  }
  expect(network.sockets.length).toBeLessThanOrEqual(13);
  const now = state();
  expect(now?.state === 'waiting' && now.retryAt - clock.now()).toBeLessThanOrEqual(1_000);
});

test('asking does not come before the server said', async () => {
  chance = 0;
  await online();
  network.socket.receive({ t: 'bye', code: 4000, retryAfter: 12 });
  await clock.advance(11_000);
  session.connect();
  await clock.settle();
  expect(network.sockets).toHaveLength(1);
  await clock.advance(1_000);
  expect(network.sockets).toHaveLength(2);
});

test('hello refused for now is tried again, not before the server said', async () => {
  chance = 0;
  hello = () => Promise.reject(new HandrailError('rate_limited', 'slow', { retryAfter: 5 }));
  session.connect();
  await clock.settle();
  expect(state()).toEqual({ state: 'waiting', reason: 'slow', retryAt: clock.now() + 5_000 });
  hello = async () => aHello();
  await clock.advance(5_000);
  expect(network.sockets).toHaveLength(1);
});

test('hello refused for good stops and says why', async () => {
  hello = () => Promise.reject(new HandrailError('unknown_site', 'no such site'));
  session.connect();
  await clock.settle();
  expect(state()).toEqual({ state: 'closed', code: 'unknown_site', reason: 'unknown_site: no such site' });
  await clock.advance(600_000);
  expect(network.sockets).toHaveLength(0);
});

test('hello that never answers, and a socket that never opens, are given up', async () => {
  hello = () => new Promise(() => {});
  session.connect();
  await clock.advance(40_000);
  expect(state()).toMatchObject({ state: 'waiting' });
  hello = async () => aHello();
  await clock.advance(1_000);
  expect(network.sockets).toHaveLength(1);
  await clock.advance(40_000);
  expect(network.sockets[0]?.closedByClient?.code).toBe(4009);
});

test('closing while hello is asked for: nothing is opened later', async () => {
  let answer: (frame: Hello) => void = () => {};
  hello = () => new Promise(resolve => (answer = resolve));
  session.connect();
  session.close('enough');
  answer(aHello());
  await clock.advance(60_000);
  expect([network.sockets.length, state()]).toEqual([0, { state: 'closed', code: 'destroyed', reason: 'enough' }]);
});

test('a socket of an earlier generation is not heard', async () => {
  await online();
  const old = network.socket;
  session.resync();
  expect(old.closedByClient?.code).toBe(4010);
  await clock.advance(1_000);
  const count = states.length;
  old.open();
  old.receive(aWelcome());
  old.receive({ t: 'beat' });
  old.close(4503);
  expect([states.length, told]).toEqual([count, ['welcome']]);
});

test('a runtime that refuses the socket is tried again', async () => {
  const broken = createSession({
    environment: defaultEnvironment(memoryStorage(), {
      setTimeout: clock.setTimeout,
      clearTimeout: clock.clearTimeout,
    }),
    pick: async () => () => {
      throw new Error('blocked by policy');
    },
    hello: async () => aHello(),
    onConnection: connection => states.push(connection),
    onWelcome: () => {},
    onFrame: () => {},
  });
  broken.connect();
  await clock.settle();
  expect(state()).toMatchObject({ state: 'waiting', reason: 'Error: blocked by policy' });
  broken.close();
});
