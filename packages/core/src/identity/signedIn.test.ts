import { aConversation, aWelcome, fakeNetwork, fakeTabs, manualClock, seededRandom } from '@handrail/test-kit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BrowserStorage, browserStorage } from '../../test/browserStorage.js';
import { identityServer } from '../../test/identityServer.js';
import { createHandrail } from '../createHandrail.js';
import type { Handrail } from '../handrail.js';
import type { Storage } from '../storage/storage.js';

vi.setConfig({ testTimeout: 20_000 });

/** Parts of the client are fetched at their first use, which takes its time on a busy machine. */
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 10 });

const PREFIX = 'handrail:demo:';
let clock: ReturnType<typeof manualClock>;
let server: ReturnType<typeof identityServer>;
let network: ReturnType<typeof fakeNetwork>;
let shared: BrowserStorage;
let kept: Storage;
let tellings: (() => void)[];
let newTab: ReturnType<typeof fakeTabs>;
let clients: Handrail[];
/** Whether pages hear at once of what others stored. */
let isAwake: boolean;

beforeEach(() => {
  clock = manualClock();
  server = identityServer(clock.now);
  network = fakeNetwork((frame, socket) => {
    if (frame.t === 'hello') socket.receive(aWelcome({ resumes: {} }));
    else if (frame.t === 'ping') socket.receive({ t: 'beat' });
    else if (frame.t === 'send') {
      const { id, conversation } = frame;
      socket.receive({ t: 'ack', id, conversation, seq: 1, at: 1 });
      const record = aConversation(conversation, { owner: 'bot', lastSeq: 1 });
      socket.receive({ t: 'events', events: [], conversations: [record] });
    }
  });
  shared = browserStorage(telling => {
    tellings.push(telling);
    if (isAwake) queueMicrotask(deliver);
  });
  kept = shared.kept;
  tellings = [];
  newTab = fakeTabs();
  clients = [];
  isAwake = true;
});
afterEach(() => {
  for (const client of clients) client.destroy();
});

function open(): Handrail {
  const storage = shared.page();
  const { now, setTimeout, clearTimeout } = clock;
  const client = createHandrail({
    server: 'https://help.example',
    site: 'demo',
    environment: {
      now,
      setTimeout,
      clearTimeout,
      fetch: server.fetch,
      WebSocket: network.WebSocket,
      storage,
      tabs: newTab() as never,
    },
  });
  clients.push(client);
  return client;
}

function deliver() {
  for (const telling of tellings.splice(0)) telling();
}

const ana = { getToken: async () => 'ana' };

async function asked(client: Handrail, text: string) {
  await client.leaveMessage({ email: 'a@mail.example', text });
  await until(() => expect(network.sockets.length).toBeGreaterThan(0));
  network.socket.open();
  await until(() => expect(client.$connection.get().state).toBe('online'));
}

test('an anonymous question goes on under the person’s name over a new connection, and nothing is lost', async () => {
  const client = open();
  await asked(client, 'Where is my parcel?');
  await client.identify({ id: 'ana', plan: 'gold' }, ana);
  const exchange = server.requests.find(({ path }) => path === '/identity');
  expect(exchange?.body.current).toBe('anonymous-token-1');
  network.socket.close(4001, 'signed in');
  await client.leaveMessage({ email: 'a@mail.example', text: 'Written in between' });
  await clock.advance(1500);
  expect(network.sockets).toHaveLength(2);
  network.socket.open();
  await until(() => expect(network.socket.sentOf('hello')[0]?.token).toBe('session-1'));
  await until(() => expect(JSON.stringify(network.socket.sentOf('send'))).toContain('Written in between'));
  expect(client.$identity.get()?.state).toBe('verified');
});

test('a conversation begun by a person tells what the page says of them', async () => {
  const client = open();
  await client.identify({ id: 'ana', plan: 'gold' }, ana);
  await asked(client, 'Hello');
  await until(() => expect(network.socket.sentOf('send').length).toBeGreaterThan(0));
  const [started] = network.socket.sentOf('send');
  expect(started?.kind === 'started' && started.body.story.attributes).toEqual([
    { name: 'plan', value: 'gold', verified: false },
  ]);
  await clock.advance(14 * 60_000);
  await until(() => expect(network.socket.sentOf('token')).toEqual([{ t: 'token', token: 'session-2' }]));
});

test('signing out ends the session on the server and leaves nothing here', async () => {
  const client = open();
  await client.identify({ id: 'ana' }, ana);
  await asked(client, 'secret');
  client.setDraft('half a sentence');
  await client.logout();
  expect(server.revoked).toEqual(['session-1']);
  expect(kept.keys('')).toEqual([]);
  expect([client.$identity.get(), client.$conversations.get(), client.$draft.get()]).toEqual([null, [], '']);
  expect(network.socket.closedByClient?.code).toBe(1000);
  await clock.advance(3_600_000);
  expect(kept.keys('')).toEqual([]);
});

test('an anonymous visitor who signs out is forgotten by the server too; one who never was is not asked for', async () => {
  const nobody = open();
  await nobody.logout();
  expect(server.requests).toEqual([]);
  const client = open();
  await asked(client, 'secret');
  await client.logout();
  expect(server.revoked).toEqual(['anonymous-token-1']);
});

test('identify, logout, identify in one breath: the last word counts', async () => {
  const client = open();
  const first = client.identify({ id: 'ana' }, ana).catch(error => error.code);
  const out = client.logout();
  const second = client.identify({ id: 'ben' }, { getToken: async () => 'ben' });
  await Promise.all([out, second]);
  expect([await first, client.$identity.get()?.id]).toEqual(['destroyed', 'ben']);
  expect(JSON.parse(kept.get(`${PREFIX}identity`) ?? '').id).toBe('ben');
});

test('a tab that slept while one signed out and the next signed in shows nothing of the first to the second', async () => {
  const [one, two] = [open(), open()];
  await one.identify({ id: 'ana' }, ana);
  await asked(one, 'secret of ana');
  await one.ask('secret to the bot');
  await until(() => expect(two.$conversations.get().length).toBeGreaterThan(0));
  isAwake = false;
  await one.logout();
  await one.identify({ id: 'ben' }, { getToken: async () => 'ben' });
  await one.ask('of ben');
  await until(() => expect(kept.get(`${PREFIX}state`)).toContain('of ben'));
  isAwake = true;
  deliver();
  await until(() => expect(two.$identity.get()?.id).toBe('ben'));
  await clock.settle();
  const shown = JSON.stringify([two.$conversations.get(), two.$messages.get()]);
  expect(shown).not.toContain('secret');
  await two.ask('more of ben');
  await clock.settle();
  expect(kept.get(`${PREFIX}state`)).not.toContain('secret');
  expect(JSON.parse(kept.get(`${PREFIX}identity`) ?? '').id).toBe('ben');
});

test('closed for good after another tab signed out, a tab keeps no text for whoever comes next', async () => {
  const client = open();
  await asked(client, 'Hello');
  isAwake = false;
  await client.leaveMessage({ email: 'a@mail.example', text: 'never arrived' });
  for (const key of kept.keys(PREFIX)) kept.remove(key);
  kept.set(`${PREFIX}visitor`, JSON.stringify({ visitor: 'person-ben', token: 'session-9', device: 'd' }));
  network.socket.close(4500, 'signed out');
  await until(() => expect(client.$conversations.get()).toEqual([]));
  expect([client.$draft.get(), kept.keys(PREFIX)]).toEqual(['', [`${PREFIX}visitor`]]);
});

test('a reload goes on as the same person', async () => {
  const first = open();
  await first.identify({ id: 'ana' }, ana);
  first.destroy();
  const client = open();
  await until(() => expect(client.$identity.get()).toMatchObject({ id: 'ana', state: 'verified' }));
  expect(server.paths()).toEqual(['/identity']);
});

test.each([1, 2, 3, 4, 5, 6])(
  'people at one machine never see each other, whatever happens in its tabs: history %i',
  async seed => {
    const random = seededRandom(seed);
    const tabs = [open(), open()] as const;
    let sleeping: Handrail | null = null;
    /** Goes up whenever whoever comes next is somebody else. */
    let life = 0;
    let who: string | null = null;
    let said = 0;
    async function settled() {
      await clock.advance(1);
      if (isAwake) deliver();
      await clock.settle();
    }
    async function wake() {
      [isAwake, sleeping] = [true, null];
      deliver();
      await settled();
    }
    for (let step = 0; step < 30; step++) {
      const awake = tabs.filter(tab => tab !== sleeping);
      const tab = random.pick(awake);
      const what = random.pick(['say', 'say', 'identify', 'identify', 'logout', 'sleep', 'wake']);
      if (what === 'say') await tab.ask(`life ${life}. word ${++said}`);
      if (what === 'identify') {
        const id = random.pick(['ana', 'ben']);
        if (who !== null && who !== id) life += 1;
        who = id;
        await tab.identify({ id }, { getToken: async () => id });
      }
      if (what === 'logout') {
        await tab.logout();
        [life, who] = [life + 1, null];
      }
      if (what === 'sleep' && !sleeping) [isAwake, sleeping] = [false, random.pick(tabs)];
      if (what === 'wake') await wake();
      await settled();
      const seen = (client: Handrail) =>
        JSON.stringify([client.$conversations.get(), client.$messages.get(), client.$draft.get()]);
      for (const one of tabs) {
        if (one === sleeping) continue;
        const lives = new Set([...seen(one).matchAll(/life (\d+)\./g)].map(([, number]) => Number(number)));
        expect(
          [...lives].filter(number => number !== life),
          `seed ${seed}, step ${step}: ${what}`,
        ).toEqual([]);
      }
      for (const key of kept.keys(PREFIX))
        for (const [, number] of (kept.get(key) ?? '').matchAll(/life (\d+)\./g))
          expect(Number(number), key).toBe(life);
    }
    await wake();
    for (const tab of tabs) expect(tab.$identity.get()?.id ?? null).toBe(who);
  },
);
