import type { ClientFrame, Conversation } from '@handrail/protocol';
import {
  aConversation,
  aLog,
  anEvent,
  aWelcome,
  countedIds,
  type FakeSocket,
  fakeNetwork,
  manualClock,
} from '@handrail/test-kit';
import { beforeEach, expect, test } from 'vitest';
import type { ResponseLike } from '../environment.js';
import type { Agent } from './agent.js';
import { createAgent } from './createAgent.js';

const id = countedIds()();
let clock: ReturnType<typeof manualClock>;
let network: ReturnType<typeof fakeNetwork>;
let requests: string[];
let status: number;
let slow: Promise<void> | null;

beforeEach(() => {
  clock = manualClock();
  network = fakeNetwork();
  requests = [];
  status = 200;
  slow = null;
});

async function fetch(_: string, init?: { body?: string }): Promise<ResponseLike> {
  requests.push(init?.body ?? '');
  await slow;
  const ok = status === 200;
  const grant = { token: 'session-token-0123456789', agent: { id: 'a1', name: 'Mara', role: 'agent' }, site: 'demo' };
  const json = async () => (ok ? grant : { error: { code: 'unauthenticated', message: 'Used already.' } });
  return { ok, status, headers: { get: () => null }, json, arrayBuffer: async () => new ArrayBuffer(0) };
}

const make = (token = 'hs_one-time-code-0123', getToken?: () => Promise<string>) => {
  const { now, setTimeout, clearTimeout } = clock;
  const environment = { now, setTimeout, clearTimeout, fetch, WebSocket: network.WebSocket };
  return createAgent({ server: 'https://help.example/', token, environment, ...(getToken ? { getToken } : {}) });
};
const record = (more: Partial<Conversation> = {}) => aConversation(id, { ownerSeq: 2, lastSeq: 2, ...more });
const welcome = (more = {}) =>
  aWelcome({
    you: { kind: 'agent', id: 'a1', name: 'Mara' },
    resume: 'reset',
    rev: 10,
    conversations: [record()],
    ...more,
  });

async function welcomed(agent: Agent = make()) {
  await clock.settle();
  network.socket.open();
  network.socket.receive(welcome());
  return agent;
}
const lastSend = (socket: FakeSocket) => socket.sentOf('send').at(-1) as ClientFrame & { t: 'send' };

test('a code becomes a session once, and the session is used from then on', async () => {
  const agent = make();
  const ready = agent.ready();
  expect(agent.token()).toBeNull();
  await welcomed(agent);
  await ready;
  await agent.ready();
  expect(requests).toEqual(['{"code":"hs_one-time-code-0123"}']);
  expect(network.socket.sent[0]).toMatchObject({ t: 'hello', token: 'session-token-0123456789', site: 'demo' });
  expect([agent.token(), agent.$me.get()?.name]).toEqual(['session-token-0123456789', 'Mara']);
  network.socket.close();
  await clock.advance(1_000);
  network.socket.open();
  expect(network.socket.sent[0]).toMatchObject({ token: 'session-token-0123456789', epoch: 'epoch-1', rev: 10 });
  expect(requests).toHaveLength(1);
});

test('a session that has run out ends with a word, or goes on with another token', async () => {
  const agent = await welcomed(make('ha_session-token-0123456'));
  network.socket.close(4001);
  await clock.advance(60_000);
  expect(agent.$connection.get()).toMatchObject({ state: 'closed', code: 'token_expired' });
  const other = await welcomed(make('ha_session-token-0123456', async () => 'ha_another-token-0123456'));
  network.socket.close(4001);
  await clock.advance(1_000);
  network.socket.open();
  expect(network.socket.sent[0]).toMatchObject({ t: 'hello', token: 'ha_another-token-0123456' });
  expect(other.token()).toBe('ha_another-token-0123456');
});

test('a code that is still being exchanged is not spent twice', async () => {
  let answer = () => {};
  slow = new Promise(resolve => (answer = resolve));
  make();
  await clock.advance(60_000);
  answer();
  await clock.settle();
  await clock.advance(1_000);
  expect([requests.length, network.sockets.length]).toEqual([1, 1]);
});

test('ready rejects with the reason: a used code, a refused token, the end of the client', async () => {
  status = 401;
  await expect(make().ready()).rejects.toMatchObject({ code: 'unauthenticated' });
  status = 200;
  const agent = await welcomed(make('session-token-0123456789'));
  network.socket.close(4503, 'removed');
  await expect(agent.ready()).rejects.toMatchObject({ code: 'forbidden' });
  const other = make('session-token-0123456789');
  const ready = other.ready();
  other.destroy();
  await expect(ready).rejects.toMatchObject({ code: 'destroyed' });
});

test('takes a conversation; a faster colleague is told as a conflict', async () => {
  const agent = await welcomed();
  const errors: string[] = [];
  agent.on('error', error => errors.push(error.code));
  const taken = agent.take(id);
  const frame = lastSend(network.socket);
  expect(frame).toMatchObject({ kind: 'owner', body: { owner: 'human', reason: 'accepted', after: 2 } });
  network.socket.receive({ t: 'nack', id: frame.id, conversation: id, code: 'owner_changed', message: 'Too late.' });
  await expect(taken).rejects.toMatchObject({ code: 'owner_changed' });
  expect(errors).toEqual(['owner_changed']);
  const reply = agent.reply(id, 'Hello');
  const sent = lastSend(network.socket);
  network.socket.receive({ t: 'ack', id: sent.id, conversation: id, seq: 3, at: 5 });
  expect(await reply).toEqual({ seq: 3, at: 5 });
});

test('opening reads the log, to its end and again after a return', async () => {
  const agent = await welcomed();
  agent.open(id);
  expect(network.socket.sentOf('fetch')).toEqual([{ t: 'fetch', conversation: id, after: 0 }]);
  network.socket.receive({ t: 'events', events: aLog(id, 2), conversations: [record({ lastSeq: 3 })] });
  expect(network.socket.sentOf('fetch').at(-1)).toEqual({ t: 'fetch', conversation: id, after: 2 });
  expect(agent.$messages.get()).toHaveLength(2);
  network.socket.close();
  await clock.advance(1_000);
  network.socket.open();
  network.socket.receive(welcome({ resume: 'ok' }));
  expect(network.socket.sentOf('fetch')).toEqual([{ t: 'fetch', conversation: id, after: 2 }]);
});

test('a heartbeat ahead of the log leads to a new hello, unless the events come meanwhile', async () => {
  await welcomed();
  const first = network.socket;
  first.receive({ t: 'beat', rev: 11 });
  first.receive({
    t: 'events',
    events: [anEvent(id, 1, 'message', { text: 'a' }, { rev: 11 })],
    conversations: [record()],
  });
  await clock.advance(3_000);
  expect(first.closedByClient).toBeNull();
  first.receive({ t: 'beat', rev: 12 });
  await clock.advance(3_000);
  expect(first.closedByClient?.code).toBe(4010);
  await clock.advance(1_000);
  network.socket.open();
  expect(network.socket.sent[0]).toMatchObject({ epoch: 'epoch-1', rev: 11 });
});

test('tells who waits, who is there, and keeps its own availability', async () => {
  const agent = await welcomed();
  const waiting: string[] = [];
  agent.on('waiting', ({ conversation }) => waiting.push(conversation));
  const queued = anEvent(id, 1, 'owner', { owner: 'queue', reason: 'asked' }, { rev: 11 });
  network.socket.receive({ t: 'events', events: [queued], conversations: [record()] });
  network.socket.receive({ t: 'presence', agents: [{ id: 'a2', name: 'Ivo', available: true }] });
  agent.setAvailable(false);
  agent.markRead(id);
  agent.setTyping(id, true);
  expect([waiting, agent.$colleagues.get().length, agent.$available.get()]).toEqual([[id], 1, false]);
  expect(network.socket.sent.slice(-3).map(frame => frame.t)).toEqual(['presence', 'marks', 'typing']);
});

test('tags are checked before they are sent', async () => {
  const agent = await welcomed();
  agent.addTags(id, ['returns', 'returns']).catch(() => {});
  agent.removeTags(id, 'gold').catch(() => {});
  await clock.settle();
  expect(agent.$unsent.get().map(({ frame }) => [frame.kind, frame.body])).toEqual([
    ['context', { addTags: ['returns'] }],
    ['context', { removeTags: ['gold'] }],
  ]);
  await expect(agent.addTags(id, '')).rejects.toMatchObject({ code: 'bad_request' });
});

test('after destroy nothing connects again', async () => {
  const agent = await welcomed();
  agent.destroy();
  await expect(agent.reply(id, 'x')).rejects.toMatchObject({ code: 'destroyed' });
  await clock.advance(600_000);
  expect([network.sockets.length, clock.pending()]).toEqual([1, 0]);
});
