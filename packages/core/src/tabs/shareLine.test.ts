import {
  aConversation,
  aHello,
  anEvent,
  aWelcome,
  type FakeNetwork,
  type FakeTab,
  fakeNetwork,
  fakeTabs,
  type ManualClock,
  manualClock,
} from '@handrail/test-kit';
import { beforeEach, expect, test } from 'vitest';
import { defaultEnvironment } from '../environment.js';
import { type Connection, createSession, type Session } from '../session.js';
import { memoryStorage } from '../storage/memory.js';
import { emptyThread } from '../thread.js';
import { webSocketTransport } from '../transport/webSocket.js';
import { type SharedLine, shareLine } from './shareLine.js';
import type { TabsLike } from './tabs.js';

const A = '018bcfe5-6800-7000-8000-00000000000a';

let clock: ManualClock;
let network: FakeNetwork;
let newTab: () => FakeTab;
let tabs = 0;

interface Tab {
  readonly browser: FakeTab;
  readonly session: Session;
  readonly line: SharedLine;
  readonly told: string[];
  readonly states: Connection[];
}

/** A tab as `live.ts` wires one, whose thread holds two events. */
function openTab(token = 'visitor-token-0123'): Tab {
  const browser = newTab();
  const told: string[] = [];
  const states: Connection[] = [];
  const environment = defaultEnvironment(memoryStorage(), {
    now: clock.now,
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    random: bytes => bytes.fill(64),
  });
  const record = aConversation(A, { lastSeq: 2 });
  const events = [anEvent(A, 1, 'message', { text: 'one' }), anEvent(A, 2, 'message', { text: 'two' })];
  const threads = [{ ...emptyThread(A, 0), record, events }];
  const line = shareLine({
    environment,
    tabs: browser as unknown as TabsLike,
    name: 'line',
    tab: `tab-${++tabs}`,
    pick: async () => webSocketTransport('ws://test/', network.WebSocket),
    known: () => ({ token, welcome: aWelcome({ epoch: 'e1' }), threads }),
    online: () => session.hurry(),
  });
  const session = createSession({
    environment,
    pick: async () => line.open,
    hello: async () => ({ ...aHello(), token }),
    onConnection: state => states.push(state),
    onWelcome: () => {
      told.push('welcome');
      line.welcomed();
    },
    onFrame: frame => told.push(frame.t),
  });
  return { browser, session, line, told, states };
}

async function lead(): Promise<Tab> {
  const tab = openTab();
  tab.session.connect();
  await clock.settle();
  network.socket.open();
  network.socket.receive(aWelcome({ epoch: 'e1' }));
  return tab;
}

async function follow(token?: string): Promise<Tab> {
  const tab = openTab(token);
  tab.session.connect();
  await clock.settle();
  return tab;
}

beforeEach(() => {
  clock = manualClock();
  network = fakeNetwork();
  newTab = fakeTabs();
});

test('one socket for all: a follower is answered by the leader and hears what it hears', async () => {
  const first = await lead();
  const second = await follow();
  expect(network.sockets).toHaveLength(1);
  expect(second.told).toEqual(['welcome', 'events', 'beat']);
  network.socket.receive({ t: 'availability', availability: { state: 'away' } });
  await clock.settle();
  expect([first.told.at(-1), second.told.at(-1)]).toEqual(['availability', 'availability']);
});

test('a follower’s frames leave by the one socket; its answers come to it', async () => {
  await lead();
  const second = await follow();
  second.session.send({ t: 'fetch', conversation: A, after: 1 });
  await clock.settle();
  expect(network.socket.sentOf('fetch')).toEqual([{ t: 'fetch', conversation: A, after: 1 }]);
  network.socket.receive({ t: 'events', events: [], conversations: [] });
  await clock.settle();
  expect(second.told.at(-1)).toBe('events');
});

test('what one tab has read, the others know', async () => {
  const first = await lead();
  const second = await follow();
  second.session.send({ t: 'marks', conversation: A, delivered: 2, read: 2 });
  await clock.settle();
  expect(first.told.at(-1)).toBe('marks');
  first.session.send({ t: 'marks', conversation: A, delivered: 2, read: 2 });
  await clock.settle();
  expect(second.told.at(-1)).toBe('marks');
});

test('when the leader ends or crashes the next tab leads, with a socket of its own', async () => {
  for (const how of ['close', 'crash'] as const) {
    clock = manualClock();
    network = fakeNetwork();
    newTab = fakeTabs();
    const first = await lead();
    const second = await follow();
    if (how === 'crash') first.browser.crash();
    else {
      first.session.close();
      first.line.end();
    }
    await clock.advance(500);
    expect([how, network.sockets.length]).toEqual([how, 2]);
    network.socket.open();
    network.socket.receive(aWelcome());
    expect(second.states.at(-1)).toMatchObject({ state: 'online' });
    const third = await follow();
    expect([network.sockets.length, third.states.at(-1)?.state]).toEqual([2, 'online']);
  }
});

test('a lost line is lost for all, and comes back for all at once', async () => {
  await lead();
  const second = await follow();
  network.socket.close(1006);
  await clock.settle();
  expect(second.states.at(-1)?.state).toBe('waiting');
  await clock.advance(500);
  expect(network.sockets).toHaveLength(2);
  network.socket.open();
  network.socket.receive(aWelcome({ epoch: 'e1' }));
  await clock.settle();
  expect([second.states.at(-1)?.state, network.sockets.length]).toEqual(['online', 2]);
});

test('a silent leader is not waited for', async () => {
  const first = await lead();
  first.browser.freeze();
  const second = openTab();
  second.session.connect();
  await clock.settle();
  expect(network.sockets).toHaveLength(1);
  await clock.advance(1000);
  expect(network.sockets).toHaveLength(2);
  network.socket.open();
  expect(network.socket.sent.map(frame => frame.t)).toEqual(['hello']);
  network.socket.receive(aWelcome());
  expect(second.states.at(-1)).toMatchObject({ state: 'online' });
});

test('another visitor’s tab gets a line of its own', async () => {
  await lead();
  const other = await follow('another-visitor-4567');
  expect(network.sockets).toHaveLength(2);
  network.socket.open();
  expect(network.socket.sentOf('hello')[0]?.token).toBe('another-visitor-4567');
  expect(other.told).toEqual([]);
});
