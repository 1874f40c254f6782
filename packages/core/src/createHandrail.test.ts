import { anEvent, type FakeServer, fakeServer, manualClock, SENDERS } from '@handrail/test-kit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHandrail } from './createHandrail.js';
import type { HandrailEvents } from './events.js';
import type { Handrail } from './handrail.js';
import { memoryStorage } from './storage/memory.js';

vi.setConfig({ testTimeout: 20_000 });

/** Parts of the client are fetched at their first use, which takes its time on a busy machine. */
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 10 });

let server: FakeServer;
let clock: ReturnType<typeof manualClock>;
let storage: ReturnType<typeof memoryStorage>;
let written: string[];
let clients: Handrail[];

function make(more: { contact?: string } = {}, live = true): Handrail {
  const environment = {
    now: clock.now,
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    fetch: server.fetch,
    WebSocket: server.network.WebSocket,
    storage,
  };
  const where = live ? { server: 'https://help.example', site: 'demo' } : { knowledge: 'https://shop.example/help/' };
  const client = createHandrail({ ...where, ...more, environment });
  clients.push(client);
  return client;
}

beforeEach(() => {
  server = fakeServer();
  clock = manualClock();
  written = [];
  clients = [];
  const inner = memoryStorage();
  storage = {
    ...inner,
    set(key, value) {
      written.push(key);
      return inner.set(key, value);
    },
  };
});

afterEach(() => {
  for (const client of clients) client.destroy();
});

async function online(client: Handrail, sockets = 1) {
  await until(() => expect(server.network.sockets).toHaveLength(sockets));
  server.network.socket.open();
  await until(() => expect(client.$connection.get().state).toBe('online'));
}

async function inQueue(client = make()) {
  await client.requestHuman();
  await online(client);
  await until(() => expect(client.$owner.get()).toBe('queue'));
  return client;
}

function recorded(client: Handrail, ...types: (keyof HandrailEvents)[]) {
  const heard: [string, unknown][] = [];
  for (const type of types) client.on(type, event => heard.push([type, event.data]));
  return heard;
}

test('before the first act nothing is fetched, stored or connected', async () => {
  const client = make();
  client.$messages.subscribe(() => {});
  client.closeContact();
  client.getUnreadCount();
  await new Promise(resolve => setTimeout(resolve, 20));
  expect([server.requests, written, server.network.sockets, clock.pending()]).toEqual([[], [], [], 0]);
});

test('a screen tells what it shows, and changes nothing by it', () => {
  const client = make();
  const heard = recorded(client, 'open', 'viewchange', 'close');
  client.tellScreen('open', 'home');
  client.tellScreen('viewchange', 'chat');
  client.tellScreen('close', 'chat');
  expect(heard).toEqual([
    ['open', { view: 'home' }],
    ['viewchange', { view: 'chat' }],
    ['close', { view: 'chat' }],
  ]);
  expect([server.requests, written]).toEqual([[], []]);
});

test('asking for a person: token, hello, the story, then the queue, in this order', async () => {
  const client = make();
  const heard = recorded(client, 'conversation:start', 'handoff:requested', 'handoff:accepted', 'message:received');
  const unread = recorded(client, 'unread');
  await inQueue(client);
  const id = client.$current.get() as string;
  const { sent } = server.network.socket;
  expect(sent.map(frame => (frame.t === 'send' ? frame.kind : frame.t)).slice(0, 3)).toEqual([
    'hello',
    'started',
    'owner',
  ]);
  expect(sent[0]).toMatchObject({ token: 'visitor-token-1', site: 'demo' });
  await client.sendMessage(' Hello? ');
  await until(() => expect(client.$messages.get().at(-1)).toMatchObject({ text: 'Hello?', state: 'sent' }));
  const next = () => (server.logs.get(id)?.length ?? 0) + 1;
  const body = { owner: 'human', reason: 'accepted', agent: { id: 'a1', name: 'Mara' } } as const;
  server.push(server.network.socket, anEvent(id, next(), 'owner', body, { sender: SENDERS.agent }));
  server.push(server.network.socket, anEvent(id, next(), 'message', { text: 'Hi' }, { sender: SENDERS.agent }));
  expect(client.$owner.get()).toBe('human');
  expect(client.$unread.get()).toBe(1);
  expect(unread).toEqual([['unread', { count: 1 }]]);
  await client.markRead();
  expect(client.$unread.get()).toBe(0);
  expect(heard.map(([type]) => type)).toEqual([
    'conversation:start',
    'handoff:requested',
    'handoff:accepted',
    'message:received',
  ]);
});

test('a message written right after a reload goes to the person, not to the bot; history is not told again', async () => {
  const first = await inQueue();
  const id = first.$current.get() as string;
  await clock.settle();
  server.push(server.network.socket, anEvent(id, 3, 'message', { text: 'Hi' }, { sender: SENDERS.agent }));
  const delivered = server.network.socket.sentOf('marks').at(-1);
  expect(delivered).toMatchObject({ conversation: id, delivered: 3 });
  first.destroy();
  const second = make();
  const heard = recorded(second, 'message:received');
  await second.sendMessage('again me');
  await online(second, 2);
  await until(() => expect(server.logs.get(id)?.at(-1)).toMatchObject({ kind: 'message', body: { text: 'again me' } }));
  expect(server.network.socket.sentOf('send').map(frame => frame.kind)).toEqual(['message']);
  expect(server.requests.filter(one => one.endsWith('/visitors'))).toHaveLength(1);
  expect(heard).toEqual([]);
});

test('what was written offline goes out once, when the server is there', async () => {
  const client = await inQueue();
  server.answers = false;
  await client.sendMessage('lost on the way');
  expect(client.$messages.get().at(-1)).toMatchObject({ state: 'sending' });
  server.network.socket.close();
  await client.sendMessage('written offline');
  expect(client.$messages.get().slice(-2)).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
  server.answers = true;
  await clock.advance(500);
  await online(client, 2);
  const id = client.$current.get() as string;
  const texts = () => server.logs.get(id)?.flatMap(event => (event.kind === 'message' ? [event.body.text] : []));
  await until(() => expect(texts()).toEqual(['lost on the way', 'written offline']));
  expect(client.$messages.get().slice(-2)).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
});

test('nobody here: the form opens with what was said, and is left as a message', async () => {
  server.availability = { state: 'away' };
  const client = make();
  const heard = recorded(client, 'handoff:failed', 'form:submitted');
  await client.requestHuman();
  expect(client.$contact.get()).toMatchObject({ reason: 'away' });
  expect(server.network.sockets).toHaveLength(0);
  await expect(client.leaveMessage({ email: 'nobody', text: 'x' })).rejects.toMatchObject({ code: 'bad_request' });
  await client.leaveMessage({ email: 'a@b.co', text: 'Call me.' });
  await online(client);
  await until(() => expect(client.$owner.get()).toBe('queue'));
  expect(server.network.socket.sentOf('send').map(frame => frame.kind)).toEqual(['started', 'form', 'owner']);
  expect(heard.map(([type]) => type)).toEqual(['handoff:failed', 'form:submitted']);
});

test('a refusal is told, and the text is kept for another try', async () => {
  const client = await inQueue();
  const heard = recorded(client, 'error', 'message:failed');
  server.answers = false;
  await client.sendMessage('spam');
  const { socket } = server.network;
  const { id, conversation } = socket.sentOf('send').at(-1) as { id: string; conversation: string };
  socket.receive({ t: 'nack', id, conversation, code: 'forbidden', message: 'No.' });
  expect(client.$messages.get().at(-1)).toMatchObject({ text: 'spam', state: 'refused', error: { code: 'forbidden' } });
  expect(heard).toMatchObject([
    ['error', { code: 'forbidden', message: 'No.' }],
    ['message:failed', { id, conversation, code: 'forbidden' }],
  ]);
  server.answers = true;
  await client.retry(id);
  await until(() => expect(client.$messages.get().at(-1)).toMatchObject({ text: 'spam', state: 'sent' }));
});

test('a failing search is told as an error, and a listener that throws stops nobody', async () => {
  const client = make();
  const heard: string[] = [];
  client.on('error', () => {
    throw new Error('listener');
  });
  client.on('error', event => heard.push(event.data.code));
  await expect(client.search('x')).rejects.toMatchObject({ code: 'knowledge_failed' });
  expect(client.$search.get()).toMatchObject({ state: 'failed' });
  await expect(client.sendMessage('  ')).rejects.toMatchObject({ code: 'bad_request' });
  await expect(client.sendMessage('語'.repeat(6_000))).rejects.toMatchObject({ code: 'text_too_long' });
  expect(heard).toEqual(['knowledge_failed']);
});

test('logout wipes: nothing stored, nothing shown, and the next one is somebody else', async () => {
  const client = await inQueue();
  client.setDraft('half a sentence');
  server.answers = false;
  await client.sendMessage('secret');
  await client.logout();
  for (const key of new Set(written)) expect(storage.get(key), key).toBeNull();
  expect([client.$current.get(), client.$messages.get(), client.$conversations.get(), client.$draft.get()]).toEqual([
    null,
    [],
    [],
    '',
  ]);
  expect(server.network.socket.closedByClient?.code).toBe(1000);
  server.answers = true;
  server.logs.clear();
  await client.requestHuman();
  await online(client, 2);
  expect(server.network.socket.sentOf('hello')[0]?.token).toBe('visitor-token-2');
  expect(JSON.stringify(server.network.socket.sent)).not.toContain('secret');
});

test('destroy ends everything: no timer, no socket, and later calls reject', async () => {
  const client = await inQueue();
  const heard = recorded(client, 'connection');
  client.destroy();
  await until(() => expect(server.network.socket.closedByClient).not.toBeNull());
  const calls = [
    client.search('x'),
    client.sendMessage('x'),
    client.connect(),
    client.refreshAvailability(),
    client.logout(),
  ];
  for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'destroyed' });
  await clock.advance(600_000);
  expect([server.network.sockets.length, heard, clock.pending()]).toEqual([1, [], 0]);
});

test('static mode: no server is asked, a message goes to the mail program', async () => {
  const client = make({ contact: 'help@shop.example' }, false);
  await client.requestHuman();
  expect(client.$contact.get()).toMatchObject({ reason: 'offline' });
  const left = await client.leaveMessage({ email: 'a@b.co', text: 'Hello' });
  expect(left.mailto).toMatch(/^mailto:help@shop\.example\?subject=Hello&body=/);
  expect(await client.refreshAvailability()).toBeNull();
  expect(server.network.sockets).toEqual([]);
  expect(server.requests).toEqual([]);
});

test('a token the server does not know any more: the next message begins anew, and what never arrived is in the composer', async () => {
  const client = await inQueue();
  server.answers = false;
  await client.sendMessage('still there?');
  await until(() =>
    expect(client.$messages.get().some(item => item.kind === 'message' && item.text === 'still there?')).toBe(true),
  );
  server.network.socket.close(4500, 'bad token');
  await until(() => expect(client.$connection.get()).toMatchObject({ state: 'closed', code: 'unauthenticated' }));
  expect(client.$conversations.get()).toEqual([]);
  expect(client.$draft.get()).toBe('still there?');
  expect(storage.get('handrail:demo:visitor')).toBeNull();
  server.answers = true;
  await client.requestHuman();
  await online(client, 2);
  await until(() => expect(client.$owner.get()).toBe('queue'));
});
