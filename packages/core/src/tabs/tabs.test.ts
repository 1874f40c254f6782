import { anEvent, type FakeServer, type FakeTab, fakeServer, fakeTabs, manualClock, SENDERS } from '@handrail/test-kit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHandrail } from '../createHandrail.js';
import type { Handrail } from '../handrail.js';
import { memoryStorage } from '../storage/memory.js';
import type { Storage } from '../storage/storage.js';
import type { TabsLike } from './tabs.js';

vi.setConfig({ testTimeout: 20_000 });

/** Parts of the client are fetched at their first use, which takes its time on a busy machine. */
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 10 });

let server: FakeServer;
let clock: ReturnType<typeof manualClock>;
let newTab: () => FakeTab;
let newStorage: () => Storage;
let clients: Handrail[];

/** One storage as several pages see it: a change is told to all but the page that made it, a moment later. */
function sharedStorage(): () => Storage {
  const kept = memoryStorage();
  const pages = new Set<{ changed(key: string | null): void }>();
  return () => {
    const page = { changed: (_: string | null) => {} };
    pages.add(page);
    const tell = (key: string) => {
      for (const other of pages) if (other !== page) queueMicrotask(() => other.changed(key));
    };
    return {
      get: kept.get,
      keys: kept.keys,
      set(key, value) {
        if (kept.get(key) !== value) tell(key);
        return kept.set(key, value);
      },
      remove(key) {
        if (kept.get(key) !== null) tell(key);
        kept.remove(key);
      },
      listen(changed) {
        page.changed = changed;
        return () => {
          page.changed = () => {};
        };
      },
    };
  };
}

function open(tab = newTab()): Handrail {
  const client = createHandrail({
    server: 'https://help.example',
    site: 'demo',
    environment: {
      now: clock.now,
      setTimeout: clock.setTimeout,
      clearTimeout: clock.clearTimeout,
      fetch: server.fetch,
      WebSocket: server.network.WebSocket,
      storage: newStorage(),
      tabs: tab as unknown as TabsLike,
    },
  });
  clients.push(client);
  return client;
}

async function inQueue(client = open()) {
  await client.requestHuman();
  await until(() => expect(server.network.sockets).toHaveLength(1));
  server.network.socket.open();
  await until(() => expect(client.$owner.get()).toBe('queue'));
  return client;
}

/** What the customer wrote, as this page shows it. */
const texts = (client: Handrail) =>
  client.$messages
    .get()
    .flatMap(item => (item.kind === 'message' && item.from === 'visitor' ? [[item.text, item.state]] : []));

beforeEach(() => {
  server = fakeServer();
  clock = manualClock();
  newTab = fakeTabs();
  newStorage = sharedStorage();
  clients = [];
});

afterEach(() => {
  for (const client of clients) client.destroy();
});

test('two tabs, one socket: both see both sides of the conversation', async () => {
  const one = await inQueue();
  const two = open();
  await until(() => expect(two.$owner.get()).toBe('queue'));
  expect(server.network.sockets).toHaveLength(1);

  await two.sendMessage('from the second tab');
  await until(() => expect(texts(one)).toEqual([['from the second tab', 'sent']]));
  await until(() => expect(texts(two)).toEqual([['from the second tab', 'sent']]));

  const { id, lastSeq } = one.$conversation.get() ?? { id: '', lastSeq: 0 };
  server.push(server.network.socket, anEvent(id, lastSeq + 1, 'message', { text: 'hello' }, { sender: SENDERS.agent }));
  await until(() => expect([one.getUnreadCount(), two.getUnreadCount()]).toEqual([1, 1]));
  await two.markRead();
  await until(() => expect([one.getUnreadCount(), two.getUnreadCount()]).toEqual([0, 0]));
});

test('the tab that held the line ends: the other goes on, with what was written meanwhile', async () => {
  const tab = newTab();
  await inQueue(open(tab));
  const two = open();
  await until(() => expect(two.$connection.get().state).toBe('online'));
  tab.crash();
  await two.sendMessage('are you there?');
  await clock.advance(1000);
  await until(() => expect(server.network.sockets).toHaveLength(2));
  server.network.socket.open();
  await until(() => expect(texts(two)).toEqual([['are you there?', 'sent']]));
});

test('a draft and the bot’s part are the same in every tab', async () => {
  const one = open();
  const two = open();
  one.setDraft('where is my');
  await until(() => expect(two.$draft.get()).toBe('where is my'));
  await one.newConversation();
  one.setDraft('where is my order?');
  await one.sendMessage('where is my order?');
  await until(() => expect(texts(two).map(([text]) => text)).toEqual(['where is my order?']));
  expect(two.$draft.get()).toBe('');
  // What somebody is writing while the page sends something is not lost.
  one.setDraft('and when');
  await one.sendMessage('Order NB-204815');
  expect(one.$draft.get()).toBe('and when');
});

test('signing out in one tab forgets the visitor in all', async () => {
  const one = await inQueue();
  await one.sendMessage('a secret');
  const two = open();
  await until(() => expect(texts(two)).toHaveLength(1));
  await one.logout();
  await until(() => expect([two.$conversations.get(), two.$connection.get().state]).toEqual([[], 'closed']));
  await two.requestHuman();
  await until(() => expect(server.requests.filter(line => line.endsWith('/visitors'))).toHaveLength(2));
});
