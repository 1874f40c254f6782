import type { Conversation, LogEvent } from '@handrail/protocol';
import { manualClock } from '@handrail/test-kit';
import { afterEach, expect, test } from 'vitest';
import { agentOf, visitorOf } from '../../test/client.js';
import { CONFIG, startServer } from '../../test/startServer.js';
import type { HandrailServer, ServerOptions } from '../createServer.js';
import { createMemoryStore } from '../store/memory.js';

const MINUTE = 60_000;
const servers: HandrailServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

const clock = () => manualClock(Date.parse('2026-01-05T12:00Z'));
/** Looks every 50 ms, by a clock that stands still. */
async function start(time: ReturnType<typeof clock>, options: Partial<ServerOptions> = {}) {
  const server = await startServer({ now: time.now, limits: { drainMs: 0, graceMs: 1 }, ...options });
  servers.push(server);
  return server;
}
const minutes = (time: ReturnType<typeof clock>, count: number) => time.jump(time.now() + count * MINUTE);

type Client = Awaited<ReturnType<typeof visitorOf>>;
const asks = (visitor: Client, conversation: string) =>
  visitor.send(conversation, 'owner', { owner: 'queue', reason: 'asked' });
const event = (client: Client | Awaited<ReturnType<typeof agentOf>>, fits: (event: LogEvent) => boolean) =>
  client.next('events', frame => frame.events.some(fits)).then(frame => frame.conversations.at(-1) as Conversation);
const isNotice = (notice: string) => (one: LogEvent) => one.kind === 'notice' && one.body.notice === notice;
const takes = { owner: 'human', reason: 'accepted' } as const;

test('who waits long is asked, twice, and keeps the place', async () => {
  const time = clock();
  const server = await start(time);
  const [first, second] = [await visitorOf(server), await visitorOf(server)];
  const conversation = await first.start();
  await asks(first, conversation);
  const other = await second.start();
  minutes(time, 1);
  await asks(second, other);
  minutes(time, 4);
  const record = await event(first, isNotice('long_wait'));
  expect(record).toMatchObject({ owner: 'queue', waitingSince: time.now() - 5 * MINUTE, turn: { reminders: 1 } });
  minutes(time, 5);
  expect((await event(first, one => isNotice('long_wait')(one) && one.seq === 4)).turn?.reminders).toBe(2);
  const { events } = await second.next('events', frame => frame.events.some(isNotice('long_wait')));
  expect(events.find(isNotice('long_wait'))).toMatchObject({ conversation: other, sender: { kind: 'system' } });
});

test('a server that was down asks what was due meanwhile, and no question twice', async () => {
  const time = clock();
  const data = createMemoryStore({ epoch: 'e', now: time.now });
  const before = await start(time, { data });
  const visitor = await visitorOf(before);
  const conversation = await visitor.start();
  await asks(visitor, conversation);
  minutes(time, 5);
  await event(visitor, isNotice('long_wait'));
  await servers.pop()?.close();
  minutes(time, 1);
  const after = await start(time, { data });
  const agent = await agentOf(after);
  minutes(time, 4);
  await event(agent, one => isNotice('long_wait')(one) && one.seq === 4);
  expect((await data.events(conversation, 0, 9)).map(one => one.kind)).toEqual([
    'started',
    'owner',
    'notice',
    'notice',
  ]);
});

test('an agent who is gone gives the conversation back, in its first place, and gets it first when back', async () => {
  const time = clock();
  const server = await start(time);
  const visitor = await visitorOf(server);
  const [maya, omar] = [await agentOf(server), await agentOf(server, 'omar')];
  const conversation = await visitor.start();
  await asks(visitor, conversation);
  const asked = time.now();
  minutes(time, 2);
  await maya.send(conversation, 'owner', takes);
  await maya.end();
  minutes(time, 3);
  const record = await event(visitor, one => one.kind === 'owner' && one.body.reason === 'agent_gone');
  expect(record).toMatchObject({ owner: 'queue', ownerReason: 'agent_gone', waitingSince: asked, requestedAt: asked });
  expect(record).toMatchObject({ lastAgent: { id: 'maya', until: time.now() } });
  expect(record).not.toHaveProperty('assignee');
  const back = await agentOf(server);
  const meant = (frame: { conversations: Readonly<Record<string, { meantFor?: string }>> }) =>
    frame.conversations[conversation]?.meantFor === 'maya';
  await omar.next('desk', meant);
  await back.next('desk', meant);
  await omar.send(conversation, 'owner', takes);
  expect(await back.next('desk', frame => conversation in frame.conversations && !meant(frame))).toBeTruthy();
});

test('a new conversation soon after the end is meant for the same agent, a later one for anybody', async () => {
  const time = clock();
  const server = await start(time);
  const [visitor, agent] = [await visitorOf(server), await agentOf(server)];
  for (const [pause, isMeant] of [
    [4, true],
    [6, false],
  ] as const) {
    const conversation = await visitor.start();
    await asks(visitor, conversation);
    await agent.send(conversation, 'owner', takes);
    await agent.send(conversation, 'closed', { reason: 'solved' });
    minutes(time, pause);
    const next = await visitor.start();
    await asks(visitor, next);
    const { conversations } = await agent.next('desk', frame => next in frame.conversations);
    expect(conversations[next]?.meantFor).toBe(isMeant ? 'maya' : undefined);
    await agent.send(next, 'closed', { reason: 'solved' });
    minutes(time, 60);
  }
});

test('a team is asked first, then everybody; handed on, the next one is', async () => {
  const time = clock();
  const [shop, ...others] = CONFIG.sites;
  const teams = [
    { id: 'returns', name: 'Returns' },
    { id: 'workshop', name: 'Workshop' },
  ];
  const config = {
    sites: [{ ...shop, teams } as typeof shop & {}, ...others],
    agents: CONFIG.agents.map(agent => (agent.id === 'maya' ? { ...agent, teams: ['returns'] } : agent)),
  };
  const server = await start(time, { config });
  const visitor = await visitorOf(server);
  const [maya, omar] = [await agentOf(server), await agentOf(server, 'omar')];
  const welcome = maya.frames.find(frame => frame.t === 'welcome');
  expect(welcome?.teams).toEqual([
    { id: 'returns', name: 'Returns', mine: true },
    { id: 'workshop', name: 'Workshop', mine: false },
  ]);
  const conversation = await visitor.start();
  await visitor.send(conversation, 'owner', { owner: 'queue', reason: 'flow', team: 'returns' });
  const asked = async (client: typeof omar, whom: string) =>
    client.next('desk', frame => frame.conversations[conversation]?.team === whom);
  await asked(omar, 'first');
  minutes(time, 2);
  await asked(omar, 'all');
  await maya.send(conversation, 'owner', takes);
  // Nobody of the workshop is here: everybody is asked at once.
  await maya.send(conversation, 'owner', { owner: 'queue', reason: 'transferred', team: 'workshop' });
  const record = await event(omar, one => one.kind === 'owner' && one.body.reason === 'transferred');
  expect(record).toMatchObject({ owner: 'queue', team: 'workshop', lastAgent: { id: 'maya' } });
  await asked(omar, 'all');
  await omar.send(conversation, 'owner', takes);
  await omar.send(conversation, 'owner', { owner: 'bot', reason: 'returned' });
  expect(await event(omar, one => one.kind === 'owner' && one.body.owner === 'bot')).not.toHaveProperty('team');
  // One that is not there is nobody.
  const other = await visitor.start();
  await visitor.send(other, 'owner', { owner: 'queue', reason: 'flow', team: 'gone' });
  await omar.next('desk', frame => frame.conversations[other]?.team === 'all');
});

test('an agent with enough to do is not there for more, unless by force', async () => {
  const time = clock();
  const agents = CONFIG.agents.map(agent => (agent.id === 'maya' ? { ...agent, capacity: 2 } : agent));
  const server = await start(time, { config: { ...CONFIG, agents } });
  const [visitor, agent] = [await visitorOf(server), await agentOf(server)];
  const conversations = await Promise.all(['a', 'b', 'c'].map(() => visitor.start()));
  for (const id of conversations) await asks(visitor, id);
  const got = await Promise.all(conversations.map(id => agent.send(id, 'owner', takes)));
  expect(got.map(one => one.t)).toEqual(['ack', 'ack', 'nack']);
  expect(got[2]).toMatchObject({ code: 'at_capacity', path: '/body/force', got: '2' });
  expect((await server.availability('shop')).state).toBe('away');
  await visitor.next('availability', frame => frame.availability.state === 'away');
  expect(await agent.send(conversations[2] ?? '', 'owner', { ...takes, force: true })).toMatchObject({ t: 'ack' });
  for (const id of conversations.slice(0, 2)) await agent.send(id, 'closed', { reason: 'solved' });
  await visitor.next('availability', frame => frame.availability.state === 'online');
});

test('when an answer is due, by the target and the hours of the site', async () => {
  const time = clock();
  const hours = { zone: 'UTC', mon: ['09:00-12:02'], tue: ['09:00-17:00'] };
  const handoff = { firstResponse: 4, nextResponse: 8 };
  const sites = CONFIG.sites.map(site => ({ ...site, hours, handoff }));
  const server = await start(time, { config: { ...CONFIG, sites } });
  const [visitor, agent] = [await visitorOf(server), await agentOf(server)];
  const conversation = await visitor.start();
  await asks(visitor, conversation);
  const due = async (fits: (at: string | null) => boolean) => {
    const dueOf = (frame: { conversations: Readonly<Record<string, { due?: { at: number; target: string } }>> }) => {
      const at = frame.conversations[conversation]?.due;
      return at ? `${at.target} ${new Date(at.at).toISOString().slice(5, 16)}` : null;
    };
    return dueOf(await agent.next('desk', frame => conversation in frame.conversations && fits(dueOf(frame))));
  };
  expect(await due(() => true)).toBe('first 01-06T09:02');
  await agent.send(conversation, 'owner', takes);
  await agent.send(conversation, 'message', { text: 'Hello.' });
  expect(await due(at => at !== 'first 01-06T09:02')).toBeNull();
  minutes(time, 1);
  await visitor.send(conversation, 'message', { text: 'And?' });
  expect(await due(() => true)).toBe('next 01-06T09:07');
  await agent.send(conversation, 'closed', { reason: 'solved' });
  expect(await due(() => true)).toBeNull();
});

test('a silent agent is vouched for; a silent customer is asked, then the conversation ends', async () => {
  const time = clock();
  const server = await start(time);
  const [visitor, agent] = [await visitorOf(server), await agentOf(server)];
  const conversation = await visitor.start();
  await asks(visitor, conversation);
  await agent.send(conversation, 'owner', takes);
  minutes(time, 5);
  await event(visitor, one => one.kind === 'notice' && one.body.name === 'Maya');
  await agent.send(conversation, 'message', { text: 'Here you are.' });
  minutes(time, 15);
  await event(visitor, isNotice('still_there'));
  await visitor.send(conversation, 'message', { text: 'Yes.' });
  await agent.send(conversation, 'message', { text: 'Good.' });
  minutes(time, 15);
  await event(visitor, one => isNotice('still_there')(one) && one.seq > 6);
  minutes(time, 15);
  const ended = await event(visitor, one => one.kind === 'closed');
  expect(ended).toMatchObject({ status: 'closed', lastAgent: { id: 'maya' } });
  const log = await server.store.events(conversation, 0, 20);
  expect(log.at(-1)).toMatchObject({ kind: 'closed', body: { reason: 'idle' }, sender: { kind: 'system' } });
});
