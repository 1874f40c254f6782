import type { LogEvent } from '@handrail/protocol';
import { afterEach, expect, test } from 'vitest';
import { agentOf, connect, newId, STORY, visitorOf } from '../test/client.js';
import { startServer } from '../test/startServer.js';
import type { HandrailServer, ServerOptions } from './createServer.js';

const servers: HandrailServer[] = [];
const start = async (options?: Partial<ServerOptions>) => {
  const server = await startServer({ limits: { drainMs: 0 }, ...options });
  servers.push(server);
  return server;
};
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

const seqs = (events: readonly LogEvent[]) => events.map(event => event.seq);

test('a visitor and an agent talk', async () => {
  const server = await start();
  const agent = await agentOf(server);
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  await visitor.send(conversation, 'owner', { owner: 'queue', reason: 'asked', after: 0 });
  const queued = await agent.next('events', frame => frame.conversations[0]?.owner === 'queue');
  expect(queued.conversations[0]?.waitingSince).toBe(queued.conversations[0]?.updatedAt);
  expect(await visitor.next('queue')).toEqual({ t: 'queue', conversation, position: 1 });

  await agent.send(conversation, 'owner', { owner: 'human', reason: 'accepted', after: 2 });
  await agent.send(conversation, 'message', { text: 'Hello, **I am Maya**.' });
  const said = await visitor.next('events', frame => frame.events.some(event => event.kind === 'message'));
  const message = said.events.find(event => event.kind === 'message');
  expect(message).toMatchObject({
    seq: 4,
    sender: { kind: 'agent', id: 'maya', name: 'Maya' },
    body: { text: 'Hello, **I am Maya**.', tree: [{ t: 'p', c: ['Hello, ', { t: 'strong', c: ['I am Maya'] }, '.'] }] },
  });
  expect(message).not.toHaveProperty('rev');
  await visitor.send(conversation, 'message', { text: 'Hello **Maya**' });
  const heard = await agent.next('events', frame => frame.events.some(event => event.seq === 5));
  expect(heard.events.at(-1)).toMatchObject({ rev: 5, body: { text: 'Hello **Maya**' } });
  expect(heard.events.at(-1)?.body).not.toHaveProperty('tree');
});

test('an acknowledgement comes after the commit and before the event', async () => {
  const server = await start();
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  const ack = await visitor.send(conversation, 'message', { text: 'one' });
  expect(ack).toMatchObject({ t: 'ack', conversation, seq: 2 });
  expect(seqs(await server.store.events(conversation, 1, 9))).toEqual([2]);
  await visitor.next('events', frame => frame.events.some(event => event.seq === 2));
  const at = visitor.frames.findIndex(frame => frame.t === 'ack' && frame.seq === 2);
  const event = visitor.frames.findIndex(frame => frame.t === 'events' && frame.events.some(one => one.seq === 2));
  expect(at).toBeLessThan(event);
});

test('a repeat gets the same acknowledgement and no second event; another body is a conflict', async () => {
  const server = await start();
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  const id = newId();
  const first = await visitor.send(conversation, 'message', { text: 'one' }, { id });
  expect(await visitor.send(conversation, 'message', { text: 'one' }, { id })).toEqual(first);
  expect(await visitor.send(conversation, 'message', { text: 'two' }, { id })).toMatchObject({
    t: 'nack',
    code: 'id_conflict',
  });
  await visitor.send(conversation, 'message', { text: 'three' });
  await visitor.next('events', frame => frame.events.some(event => event.seq === 3));
  const events = visitor.frames.flatMap(frame => (frame.t === 'events' ? frame.events : []));
  expect(seqs(events)).toEqual([1, 2, 3]);
});

test('of two agents who accept at once, exactly one wins', async () => {
  const server = await start();
  const [maya, omar, visitor] = await Promise.all([agentOf(server), agentOf(server, 'omar'), visitorOf(server)]);
  for (let round = 0; round < 5; round++) {
    const conversation = await visitor.start();
    await visitor.send(conversation, 'owner', { owner: 'queue', reason: 'asked' });
    const take = { owner: 'human', reason: 'accepted', after: 2 } as const;
    const got = await Promise.all([maya, omar].map(agent => agent.send(conversation, 'owner', take)));
    expect(got.map(one => (one.t === 'ack' ? 'ack' : one.code)).sort()).toEqual(['ack', 'owner_changed']);
  }
});

test('the bot writes only while it owns the conversation, and an agent only after taking it', async () => {
  const server = await start();
  const [agent, visitor] = await Promise.all([agentOf(server), visitorOf(server)]);
  const conversation = await visitor.start();
  const bot = (text: string) => visitor.send(conversation, 'message', { text }, { as: 'bot' });
  expect(await bot('Hello, I am a bot.')).toMatchObject({ t: 'ack' });
  expect(await agent.send(conversation, 'message', { text: 'Hi' })).toMatchObject({ code: 'owner_changed' });
  await visitor.send(conversation, 'owner', { owner: 'queue', reason: 'asked' });
  expect(await bot('Still here.')).toMatchObject({ t: 'nack', code: 'owner_changed' });
  expect(await agent.send(conversation, 'message', { text: 'Hi' }, { as: 'bot' })).toMatchObject({ code: 'forbidden' });
});

test('visitors see that something was noted, not what', async () => {
  const server = await start();
  const [agent, visitor] = await Promise.all([agentOf(server), visitorOf(server)]);
  const conversation = await visitor.start();
  await agent.send(conversation, 'note', { text: 'a secret' });
  const live = await visitor.next('events', frame => frame.events.some(event => event.seq === 2));
  visitor.put({ t: 'fetch', conversation, after: 1 });
  const fetched = await visitor.next('events', frame => frame.events[0]?.seq === 2 && frame !== live);
  for (const frame of [live, fetched]) {
    expect(frame.events.at(-1)).toEqual({
      id: 'hidden-2',
      conversation,
      seq: 2,
      at: expect.any(Number),
      sender: { kind: 'system', id: 'hidden' },
      kind: 'hidden',
      body: {},
    });
  }
  expect(JSON.stringify(visitor.frames)).not.toContain('secret');
  expect(await visitor.send(conversation, 'note', { text: 'mine' })).toMatchObject({ code: 'forbidden' });
});

test('agents file a conversation under tags, and no way tells the customer', async () => {
  const server = await start();
  const [agent, visitor] = await Promise.all([agentOf(server), visitorOf(server)]);
  const conversation = await visitor.start();
  await agent.send(conversation, 'context', { addTags: ['difficult', 'gold'] });
  await agent.send(conversation, 'context', { removeTags: ['gold'] });
  const told = await agent.next('events', frame => frame.events.some(event => event.seq === 3));
  expect(told.conversations[0]?.tags).toEqual(['difficult']);
  await visitor.next('events', frame => frame.events.some(event => event.seq === 3));
  visitor.put({ t: 'fetch', conversation, after: 1 });
  const fetched = await visitor.next('events', frame => frame.events.length === 2 && frame.events[0]?.seq === 2);
  expect(fetched.events.map(event => event.kind)).toEqual(['hidden', 'hidden']);
  await visitor.end();
  const again = await connect(server, { token: visitor.token });
  const welcome = await again.hello({ epoch: 'epoch-1', cursors: { [conversation]: 1 } });
  expect(welcome.conversations).toMatchObject([{ id: conversation, lastSeq: 3 }]);
  await again.next('events', frame => frame.events.at(-1)?.seq === 3);
  expect(JSON.stringify([...visitor.frames, ...again.frames])).not.toMatch(/difficult|gold/);
  const refused = await agent.send(conversation, 'context', { attributes: [{ name: 'a', value: 'b' }] });
  expect(refused).toMatchObject({ t: 'nack', code: 'forbidden' });
});

test('a visitor resumes by cursor: nothing missed, a gap, another history', async () => {
  const server = await start();
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  for (const text of ['a', 'b', 'c']) await visitor.send(conversation, 'message', { text });
  await visitor.end();
  const resume = async (cursor: number, epoch = 'epoch-1') => {
    const again = await connect(server, { token: visitor.token });
    const welcome = await again.hello({ epoch, cursors: { [conversation]: cursor } });
    await again.send(conversation, 'vote', { message: newId(), vote: 'yes' });
    await again.next('events', frame => frame.events.at(-1)?.kind === 'vote');
    const got = seqs(again.frames.flatMap(frame => (frame.t === 'events' ? frame.events : [])));
    await again.end();
    return [welcome.resume, welcome.resumes?.[conversation], got];
  };
  expect(await resume(4)).toEqual(['ok', 'ok', [5]]);
  expect(await resume(3)).toEqual(['gap', 'gap', [4, 5, 6]]);
  expect(await resume(99)).toEqual(['reset', 'reset', [1, 2, 3, 4, 5, 6, 7]]);
  expect(await resume(6, 'epoch-0')).toEqual(['reset', 'reset', [1, 2, 3, 4, 5, 6, 7, 8]]);
});

test("a cursor for a stranger's conversation is forgotten, and tells nothing", async () => {
  const server = await start();
  const [one, two] = await Promise.all([visitorOf(server), visitorOf(server)]);
  const conversation = await one.start();
  const again = await connect(server, { token: two.token });
  const nowhere = newId();
  const welcome = await again.hello({ epoch: 'epoch-1', cursors: { [conversation]: 0, [nowhere]: 0 } });
  expect(welcome).toMatchObject({ conversations: [], resumes: { [conversation]: 'reset', [nowhere]: 'reset' } });
  for (const unknown of [conversation, nowhere]) {
    again.put({ t: 'fetch', conversation: unknown, after: 0 });
    expect(await again.next('error')).toMatchObject({ code: 'not_found', got: unknown });
    again.put({ t: 'marks', conversation: unknown, delivered: 1, read: 1 });
    expect(await again.next('error')).toMatchObject({ code: 'not_found' });
    again.put({ t: 'typing', conversation: unknown, on: true });
    expect(await again.next('error')).toMatchObject({ code: 'not_found' });
    expect(await again.send(unknown, 'message', { text: 'hi' })).toMatchObject({ t: 'nack', code: 'not_found' });
  }
  expect(await again.send(conversation, 'started', { story: STORY })).toMatchObject({ code: 'not_found' });
});

test('an agent resumes by rev', async () => {
  const server = await start({ limits: { catchUpEvents: 3, drainMs: 0 } });
  const [agent, visitor] = await Promise.all([agentOf(server), visitorOf(server)]);
  const conversation = await visitor.start();
  await agent.next('events');
  await agent.end();
  const resume = async (more: { rev?: number; epoch?: string }) => {
    const again = await connect(server, { token: agent.token, origin: null });
    const { resume: decided, rev, conversations } = await again.hello(more);
    const mark = await visitor.send(conversation, 'message', { text: 'mark' });
    await again.next('events', frame => frame.events.some(event => event.id === mark.id));
    const revs = again.frames.flatMap(frame => (frame.t === 'events' ? frame.events.map(event => event.rev) : []));
    await again.end();
    return [decided, rev, conversations.length, revs];
  };
  expect(await resume({ rev: 1, epoch: 'epoch-1' })).toEqual(['ok', 1, 0, [2]]);
  expect(await resume({ rev: 1, epoch: 'epoch-1' })).toEqual(['gap', 1, 0, [2, 3]]);
  expect(await resume({})).toEqual(['reset', 3, 1, [4]]);
  expect(await resume({ rev: 3, epoch: 'epoch-0' })).toEqual(['reset', 4, 1, [5]]);
  expect(await resume({ rev: 1, epoch: 'epoch-1' })).toEqual(['reset', 5, 1, [6]]);
  expect(await resume({ rev: 99, epoch: 'epoch-1' })).toEqual(['reset', 6, 1, [7]]);
});

test('long gaps come in pages, in order, while new events go on', async () => {
  const server = await start({ limits: { eventsPerTenSeconds: 10_000, unacked: 1000, drainMs: 0 } });
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  const write = (n: number) =>
    Promise.all(
      Array.from({ length: n }, (_, i) => visitor.send(conversation, 'message', { text: `${i} ${'x'.repeat(3000)}` })),
    );
  await write(250);
  const late = await connect(server, { token: visitor.token });
  await late.hello();
  await write(30);
  await late.next('events', frame => frame.events.at(-1)?.seq === 281);
  const got = seqs(late.frames.flatMap(frame => (frame.t === 'events' ? frame.events : [])));
  expect(got).toEqual(Array.from({ length: 281 }, (_, i) => i + 1));
  for (const frame of late.frames) expect(JSON.stringify(frame).length).toBeLessThan(80_000);
});

test('marks and typing reach the other side, and no stranger', async () => {
  const server = await start();
  const [agent, visitor, stranger] = await Promise.all([agentOf(server), visitorOf(server), visitorOf(server)]);
  const conversation = await visitor.start();
  agent.put({ t: 'marks', conversation, delivered: 1, read: 1 });
  expect(await visitor.next('marks')).toEqual({ t: 'marks', conversation, side: 'agent', delivered: 1, read: 1 });
  visitor.put({ t: 'marks', conversation, delivered: 9, read: 0 });
  expect(await agent.next('marks')).toMatchObject({ side: 'visitor', delivered: 1, read: 0 });
  visitor.put({ t: 'typing', conversation, on: true });
  expect(await agent.next('typing')).toMatchObject({ from: { kind: 'visitor', id: visitor.visitor }, on: true });
  agent.put({ t: 'typing', conversation, on: true });
  agent.put({ t: 'typing', conversation, on: true });
  agent.put({ t: 'typing', conversation, on: false });
  expect(await visitor.next('typing')).toMatchObject({ from: { kind: 'agent', id: 'maya', name: 'Maya' }, on: true });
  expect(await visitor.next('typing')).toMatchObject({ on: false });
  stranger.put({ t: 'ping' });
  await stranger.next('beat');
  expect(stranger.frames.filter(frame => frame.t === 'marks' || frame.t === 'typing')).toEqual([]);
});

test('ping is answered with how far the store is', async () => {
  const server = await start();
  const [agent, visitor] = await Promise.all([agentOf(server), visitorOf(server)]);
  const conversation = await visitor.start();
  agent.put({ t: 'ping' });
  visitor.put({ t: 'ping' });
  expect(await agent.next('beat')).toEqual({ t: 'beat', rev: 1 });
  expect(await visitor.next('beat')).toEqual({ t: 'beat', seqs: { [conversation]: 1 } });
});

test('availability and positions follow who is here', async () => {
  const server = await start({ limits: { graceMs: 100, drainMs: 0 } });
  const [first, second] = [await visitorOf(server), await visitorOf(server)];
  expect(first.frames[0]).toMatchObject({ t: 'welcome', availability: { state: 'away', replyHours: 4 } });
  const agent = await agentOf(server);
  expect(await first.next('availability')).toMatchObject({
    availability: { state: 'online', agents: [{ id: 'maya', name: 'Maya' }] },
  });
  const conversations = [await first.start(), await second.start()];
  await first.send(conversations[0] ?? '', 'owner', { owner: 'queue', reason: 'asked' });
  await second.send(conversations[1] ?? '', 'owner', { owner: 'queue', reason: 'asked' });
  expect(await second.next('queue')).toMatchObject({ position: 2 });
  await agent.send(conversations[0] ?? '', 'owner', { owner: 'human', reason: 'accepted' });
  expect(await second.next('queue')).toMatchObject({ position: 1 });
  agent.put({ t: 'presence', available: false });
  expect(await agent.next('presence', frame => frame.agents[0]?.available === false)).toBeTruthy();
  expect(await first.next('availability')).toMatchObject({ availability: { state: 'away' } });
  agent.put({ t: 'presence', available: true });
  expect(await first.next('availability')).toMatchObject({ availability: { state: 'online' } });
  await agent.end();
  expect(await first.next('availability')).toMatchObject({ availability: { state: 'away' } });
});
