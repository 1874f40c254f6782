import { type FakeServer, fakeServer, manualClock } from '@handrail/test-kit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHandrail } from '../createHandrail.js';
import type { Handrail } from '../handrail.js';
import type { HandrailOptions } from '../options.js';
import { memoryStorage } from '../storage/memory.js';
import { createTestClient, testArticles } from '../testing/index.js';

vi.setConfig({ testTimeout: 20_000 });
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 10 });

let server: FakeServer;
let storage: ReturnType<typeof memoryStorage>;
const clients: Handrail[] = [];
const address = { url: 'https://shop.example/app', title: 'Shop' };

beforeEach(() => {
  server = fakeServer();
  storage = memoryStorage();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

function make(more: Partial<HandrailOptions> = {}): Handrail {
  const { now, setTimeout, clearTimeout } = manualClock();
  const { fetch, network } = server;
  const environment = {
    now,
    setTimeout,
    clearTimeout,
    fetch,
    WebSocket: network.WebSocket,
    storage,
    page: () => address,
  };
  const client = createHandrail({ server: 'https://help.example', site: 'demo', environment, ...more });
  clients.push(client);
  return client;
}

/** Asks for a person and answers with what reached the server. */
async function handOver(client: Handrail) {
  await client.requestHuman();
  await until(() => expect(server.network.sockets).toHaveLength(1));
  server.network.socket.open();
  await until(() => expect(client.$owner.get()).toBe('queue'));
}
const sent = (kind: string) =>
  server.network.socket.sent.flatMap(frame => (frame.t === 'send' && frame.kind === kind ? [frame.body] : []));

test('what was told before is in the story; pages by the name the site gave them', async () => {
  const client = make({ storyEvents: 2 });
  for (const name of ['one', 'two', 'three']) await client.track(name, { sum: 12, gift: true, none: null });
  await client.page('https://shop.example/cart?token=secret#x');
  await handOver(client);
  const [{ story }] = sent('started') as [{ story: { events: unknown; pages: unknown; page: unknown } }];
  const data = [
    { name: 'sum', value: '12' },
    { name: 'gift', value: 'true' },
  ];
  expect(story.events).toMatchObject([
    { name: 'two', data },
    { name: 'three', data },
  ]);
  expect(story.pages).toMatchObject([{ url: 'https://shop.example/cart', title: 'Shop' }]);
  expect(story.page).toMatchObject({ url: 'https://shop.example/cart' });
});

test('tags and attributes of the next conversation follow its beginning, and those of one that goes on at once', async () => {
  const client = make();
  void client.addTags(['returns', 'gold']);
  void client.removeTags('gold');
  void client.setConversationAttributes({ order: 'NB-1', topic: '' });
  await handOver(client);
  await until(() =>
    expect(sent('context')).toEqual([{ attributes: [{ name: 'order', value: 'NB-1' }], addTags: ['returns'] }]),
  );
  await client.track('paid');
  await client.setConversationAttributes({ order: null });
  await until(() => expect(sent('context')).toHaveLength(3));
  expect(sent('context').slice(1)).toMatchObject([
    { events: [{ name: 'paid' }] },
    { attributes: [{ name: 'order', value: '' }] },
  ]);
});

test('the own choice of articles stands before what is found for the page, and changes what is on the screen', async () => {
  const client = createTestClient();
  const shown: unknown[] = [];
  const ids = () => client.$suggestions.get()?.map(({ id }) => id) ?? null;
  client.on('suggestion:shown', ({ data }) => shown.push(data.ids));
  const [first, second] = testArticles.map(({ id }) => id) as [string, string];
  const named = vi.fn(async () => [second]);
  await client.suggest(named);
  expect(named).not.toHaveBeenCalled();
  expect(ids()).toBe(null);
  expect((await client.suggestions()).map(({ id }) => id)).toEqual([second]);
  expect(named).toHaveBeenCalledWith({ url: 'https://shop.example/', title: 'Shop' });
  await client.suggest([second, first]);
  expect(ids()).toEqual([second, first]);
  await client.suggestions(1);
  await client.suggest([]);
  expect(ids()).toEqual([]);
  await client.suggest(null);
  expect(ids()).toHaveLength(3);
  expect(shown).toHaveLength(4);
});

test('a choice that fails is told, and what is found is shown', async () => {
  const client = createTestClient();
  const errors = vi.fn();
  client.on('error', errors);
  await client.suggest(() => {
    throw new Error('no shop');
  });
  expect(await client.suggestions()).toHaveLength(3);
  expect(errors).toHaveBeenCalledTimes(1);
});

test('consent: what is told, what is kept, and what was kept before', async () => {
  const client = make();
  const heard: unknown[] = [];
  client.on('consent', ({ data }) => heard.push(data));
  client.setDraft('half a word');
  const keys = () => storage.keys('handrail:');
  expect(keys()).toEqual(['handrail:demo:draft']);
  await client.setConsent({ storage: false });
  expect(keys()).toEqual([]);
  client.setDraft('half a word more');
  expect(keys()).toEqual([]);
  await client.setConsent({ storage: false });
  expect(heard).toEqual([{ storage: false, analytics: true, ai: true }]);
  expect(client.$consent.get()).toEqual(heard[0]);
  await client.setConsent({ storage: true });
  expect(storage.get('handrail:demo:draft')).toBe('half a word more');
});

test('storage refused from the start is neither read nor written, and emptied', async () => {
  storage.set('handrail:demo:draft', 'of an earlier page');
  const client = make({ consent: { storage: false } });
  expect(client.$draft.get()).toBe('');
  expect(storage.keys('')).toEqual([]);
  client.setDraft('now');
  expect(storage.keys('')).toEqual([]);
});

test('without analytics no report of how a session ends leaves the page', async () => {
  const reports = () => server.requests.filter(url => url.endsWith('/api/v1/outcomes'));
  for (const analytics of [false, true]) {
    const client = make({ consent: { analytics } });
    await client.ask('Where is my order?');
    await client.endConversation();
    if (analytics) await until(() => expect(reports()).toHaveLength(1));
    else expect(reports()).toEqual([]);
  }
});

test.each([
  ['track', ['', {}], 'track: name: expected a text that is not empty, got "".'],
  ['track', ['a', { b: {} }], 'track: /b: expected a text, a number, true, false or null, got {}.'],
  [
    'track',
    ['a', Object.fromEntries(Array.from('abcdefghijklmnopqrstu', key => [key, 1]))],
    'at most 20 values, got 21',
  ],
  ['page', [7], 'page: url: expected a text that is not empty, got 7.'],
  ['suggest', [[1]], 'suggest: expected ids of articles, a function that gives them, or null, got [1].'],
  ['addTags', [7], 'addTags: expected a tag or a list of tags, got 7.'],
  ['addTags', [['a', '']], 'addTags: /1: expected a text that is not empty, got "".'],
  ['removeTags', [null], 'removeTags: expected a tag or a list of tags, got null.'],
  ['setConversationAttributes', [{ a: [] }], 'setConversationAttributes: /a: expected a text'],
  ['setConsent', [{ cookies: true }], 'setConsent: /cookies: expected one of storage, analytics, ai, got "cookies".'],
  ['setConsent', [{ ai: 'no' }], 'setConsent: /ai: expected true or false, got "no".'],
] as const)('%s(%j) is refused', async (method, given, words) => {
  const call = make()[method] as (...given: unknown[]) => Promise<void>;
  await expect(call(...given)).rejects.toMatchObject({ code: 'bad_request', message: expect.stringContaining(words) });
});

test('ready, and a snapshot of where everything stands', async () => {
  const client = make();
  const heard = vi.fn();
  client.once('ready', heard);
  await client.ready();
  await until(() => expect(heard).toHaveBeenCalledTimes(1));
  expect(client.getState()).toEqual({
    ...{ connection: { state: 'idle' }, availability: null, current: null, owner: 'bot', unread: 0, locale: 'en' },
    ...{ identity: null, consent: { storage: true, analytics: true, ai: true } },
  });
});
