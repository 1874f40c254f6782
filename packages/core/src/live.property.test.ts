import { aStory, countedIds, manualClock } from '@handrail/test-kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LossyServer, lossyServer } from '../test/lossyServer.js';
import { defaultEnvironment, type FetchLike } from './environment.js';
import { createLive } from './live.js';
import { memoryStorage } from './storage/memory.js';
import type { Storage } from './storage/storage.js';
import { createStores } from './stores.js';
import { createThreads } from './threads.js';

/** Tabs of one browser. */
const TABS = 2;
const tabs = fc.nat(TABS - 1);
const any = fc.nat(30);

/** What may happen, in any order. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), at: tabs }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('say' as const), at: any }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('deliver' as const), at: any }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('repeat' as const), at: any }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), at: any }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('epoch' as const), at: any }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), at: tabs }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('logout' as const), at: tabs }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), at: fc.integer({ min: 1, max: 5_000 }) }) },
);

type Clock = ReturnType<typeof manualClock>;

/** One tab: the live part with the stores a client gives it. */
function openTab(server: LossyServer, clock: Clock, storage: Storage, fetch: FetchLike) {
  const { now, setTimeout, clearTimeout } = clock;
  const environment = {
    ...defaultEnvironment(storage, { now, setTimeout, clearTimeout, fetch }),
    WebSocket: server.network.WebSocket,
  };
  const stores = createStores('en');
  const threads = createThreads(stores.$threads, now);
  const entered = new Map<string, number>();
  const live = createLive({
    environment,
    storage,
    prefix: 'p:',
    server: 'https://help.example',
    site: 'demo',
    connectTimeout: 4_000,
    historyPage: 3,
    stores,
    threads,
    shareLine: null,
    // Told as news at most once: what was delivered before is history.
    entered: events => {
      for (const { id } of events) entered.set(id, (entered.get(id) ?? 0) + 1);
    },
    forgotten: () => {},
    failed: () => {},
  });
  return { live, threads, stores, entered };
}

function world() {
  const clock = manualClock();
  const server = lossyServer();
  const newId = countedIds();
  let visitors = 0;
  // The socket's own address says no, so that what does not open here is a bad network, none without WebSocket.
  const fetch: FetchLike = async url => ({
    ok: !String(url).endsWith('/socket'),
    status: String(url).endsWith('/socket') ? 503 : 200,
    headers: { get: () => null },
    json: async () => ({ visitor: `v${++visitors}`, token: `hv_token-of-visitor-${visitors}` }),
    arrayBuffer: async () => new ArrayBuffer(0),
  });
  const storage = memoryStorage();
  const open = () => openTab(server, clock, storage, fetch);
  return {
    clock,
    server,
    newId,
    open,
    kept: () => storage,
    async settle() {
      for (const socket of server.network.sockets) socket.open();
      await clock.settle();
    },
    /** Everybody reads every log back to its beginning, a page at a time. */
    async readBack(tabs: readonly ReturnType<typeof openTab>[]) {
      const partly = () =>
        tabs.flatMap(({ live, threads }) => threads.all().flatMap(one => (one.start > 0 ? [{ live, one }] : [])));
      for (let turn = 0; turn < 60 && partly().length > 0; turn++) {
        for (const { live, one } of partly()) live.older(one.id);
        server.deliverAll();
        await clock.settle();
      }
    },
    /** Fair weather for as long as clients may take to come back. */
    async calm() {
      for (let turn = 0; turn < 35; turn++) {
        for (const socket of server.network.sockets) socket.open();
        server.deliverAll();
        await clock.settle();
        if (server.waiting() === 0) await clock.advance(1_000);
      }
    },
  };
}

test('what a visitor writes arrives once and in order, and every tab shows the one log, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async steps => {
      const here = world();
      const { server, clock, newId } = here;
      const open = Array.from({ length: TABS }, here.open);
      /** Texts of each tab's conversation; a tab writes in one of its own, as tabs that began alone do. */
      let written = new Map<string, string[]>();
      let mine = open.map(() => null as string | null);
      const past = new Set<string>();
      let count = 0;

      function write(tab: number) {
        const { live } = open[tab] as (typeof open)[number];
        const id = mine[tab] ?? newId();
        if (mine[tab] === null) {
          mine[tab] = id;
          written.set(id, []);
          void live.write(id, 'started', { story: aStory() }).catch(() => {});
        }
        const text = `text ${++count}`;
        written.get(id)?.push(text);
        void live.write(id, 'message', { text }).catch(() => {});
      }
      function signOut() {
        for (const id of written.keys()) past.add(id);
        for (const { live, threads } of open) {
          live.forget();
          threads.clear();
        }
        written = new Map();
        mine = open.map(() => null);
      }

      for (const { do: what, at } of steps) {
        const id = [...written.keys()][at % Math.max(1, written.size)];
        if (what === 'write') write(at);
        else if (what === 'say' && id && server.logs.has(id)) server.say(id);
        else if (what === 'deliver') server.deliver(at);
        else if (what === 'repeat') server.repeat(at);
        else if (what === 'cut') server.cut(at);
        else if (what === 'epoch') {
          server.newEpoch();
          // Everything is read anew.
          for (const { entered } of open) entered.clear();
        } else if (what === 'logout') signOut();
        else if (what === 'wait') await clock.advance(at);
        else if (what === 'reload') {
          open[at]?.live.close();
          open[at] = here.open();
          open[at]?.live.connect();
        }
        await here.settle();
      }
      for (const { live } of open) live.connect();
      await here.calm();
      await here.readBack(open);

      expect(server.intrusions).toEqual([]);
      expect(here.kept().keys('p:outbox:')).toEqual([]);
      for (const { threads, stores, entered } of open) {
        expect(stores.$unsent.get()).toEqual([]);
        expect(threads.all().filter(thread => past.has(thread.id))).toEqual([]);
        expect([...entered.values()].filter(times => times > 1)).toEqual([]);
      }
      for (const [id, texts] of written) {
        const log = server.logs.get(id) ?? [];
        const said = log.flatMap(event =>
          event.kind === 'message' && event.sender.kind === 'visitor' ? [event.body.text] : [],
        );
        expect(said).toEqual(texts);
        for (const { threads } of open)
          expect(threads.get(id)?.events.map(event => event.id)).toEqual(log.map(event => event.id));
      }
      for (const { live } of open) live.close();
    }),
    { numRuns: 200, seed: 20_261_126 },
  );
}, 120_000);
