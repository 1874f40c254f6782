import { type Conversation, DEFAULT_LIMITS } from '@handrail/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { agentOf, type Client, connect, newId, STORY, visitorOf } from '../../test/client.js';
import { LINES, type TransportName } from '../../test/lines.js';
import { ORIGIN, startServer } from '../../test/startServer.js';
import type { HandrailServer, ServerOptions } from '../createServer.js';
import { createMemoryStore } from '../store/memory.js';
import type { ServerLimits } from './serverLimits.js';

const servers: HandrailServer[] = [];
const start = async (limits: Partial<ServerLimits> = {}, options: Partial<ServerOptions> = {}) => {
  const server = await startServer({ limits: { drainMs: 0, ...limits }, ...options });
  servers.push(server);
  return server;
};
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

describe.each(Object.keys(LINES) as TransportName[])('over %s', transport => {
  const visitor = (server: HandrailServer) => visitorOf(server, 'shop', transport);
  const agent = (server: HandrailServer, id = 'maya') => agentOf(server, id, transport);

  test('what is sent is acknowledged, once, and reaches the other side in order', async () => {
    const server = await start();
    const [ana, maya] = await Promise.all([visitor(server), agent(server)]);
    const conversation = await ana.start();
    const id = newId();
    const got = await Promise.all([
      ana.send(conversation, 'message', { text: 'one' }, { id }),
      ana.send(conversation, 'message', { text: 'two' }),
      ana.send(conversation, 'message', { text: 'three' }),
    ]);
    expect(got.map(one => one.t === 'ack' && one.seq)).toEqual([2, 3, 4]);
    const repeats = ana.frames.length;
    ana.put({ t: 'send', id, conversation, kind: 'message', body: { text: 'one' } });
    await expect.poll(() => ana.frames.slice(repeats)).toContainEqual(got[0]);
    expect(await ana.send(conversation, 'message', { text: 'else' }, { id })).toBeTruthy();
    for (const client of [ana, maya]) {
      // Without a socket one's own event comes beside its acknowledgement, and again with the feed.
      const all = () => client.frames.flatMap(frame => (frame.t === 'events' ? frame.events : []));
      const events = () => [...new Map(all().map(event => [event.seq, event])).values()];
      await expect.poll(() => events().map(event => event.seq)).toEqual([1, 2, 3, 4]);
      expect(events().map(event => event.kind === 'message' && event.body.text)).toEqual([
        false,
        'one',
        'two',
        'three',
      ]);
    }
  });

  test('what is refused says why, by its id', async () => {
    const ana = await visitor(await start());
    const conversation = await ana.start();
    const id = newId();
    ana.raw(JSON.stringify({ t: 'send', id, conversation, kind: 'message', body: { text: 7 } }));
    expect(await ana.next('nack')).toMatchObject({ id, conversation, code: 'bad_request', path: '/body/text' });
    ana.put({ t: 'send', id, conversation, kind: 'note', body: { text: 'x' } });
    expect(await ana.next('nack')).toMatchObject({ id, code: 'forbidden' });
    ana.put({ t: 'presence', available: true });
    expect(await ana.next('error')).toMatchObject({ code: 'forbidden' });
  });

  test('the server decides about every cursor: ok, gap, reset', async () => {
    const server = await start();
    const ana = await visitor(server);
    const conversation = await ana.start();
    await ana.send(conversation, 'message', { text: 'one' });
    const back = async (cursors: Record<string, number>, epoch = 'epoch-1') => {
      const client = await connect(server, { token: ana.token, origin: null, transport });
      const { resume, resumes } = await client.hello({ epoch, cursors });
      return { client, resume, one: resumes?.[conversation] };
    };
    expect(await back({ [conversation]: 2 })).toMatchObject({ resume: 'ok', one: 'ok' });
    const behind = await back({ [conversation]: 1 });
    expect(behind).toMatchObject({ resume: 'gap', one: 'gap' });
    expect((await behind.client.next('events')).events.map(event => event.seq)).toEqual([2]);
    expect(await back({ [conversation]: 9 })).toMatchObject({ resume: 'reset', one: 'reset' });
    const older = await back({ [conversation]: 2 }, 'another');
    expect(older).toMatchObject({ resume: 'reset' });
    expect((await older.client.next('events')).events.map(event => event.seq)).toEqual([1, 2]);
  });

  test('an agent goes on from one place in the whole log', async () => {
    const server = await start();
    const ana = await visitorOf(server);
    const maya = await agent(server);
    const conversation = await ana.start();
    await maya.next('events', frame => frame.events.at(-1)?.rev === 1);
    await ana.send(conversation, 'message', { text: 'one' });
    await maya.next('events', frame => frame.events.at(-1)?.rev === 2);
    const client = await connect(server, { token: maya.token, origin: null, transport });
    expect(await client.hello({ epoch: 'epoch-1', rev: 1 })).toMatchObject({ resume: 'gap' });
    expect((await client.next('events')).events.map(event => event.rev)).toEqual([2]);
  });

  test('a gap is fetched; a conversation of somebody else is not there', async () => {
    const server = await start();
    const [ana, ben] = await Promise.all([visitor(server), visitor(server)]);
    const conversation = await ana.start();
    await ana.send(conversation, 'message', { text: 'one' });
    const place = ana.frames.length;
    ana.put({ t: 'fetch', conversation, after: 1 });
    await expect
      .poll(() => ana.frames.slice(place).flatMap(one => (one.t === 'events' ? one.events.map(two => two.seq) : [])))
      .toContain(2);
    ben.put({ t: 'fetch', conversation, after: 0 });
    expect(await ben.next('error')).toMatchObject({ code: 'not_found', path: '/conversation' });
  });

  test('typing, marks and presence pass to the other side', async () => {
    const server = await start();
    const [ana, maya] = await Promise.all([visitor(server), agent(server)]);
    const conversation = await ana.start();
    await maya.next('events');
    expect(await typing(maya, conversation, ana.next('typing'))).toMatchObject({
      conversation,
      from: { kind: 'agent', name: 'Maya' },
      on: true,
    });
    maya.put({ t: 'marks', conversation, delivered: 1, read: 1 });
    // What moves between two polls stands in the record that the next one is greeted with.
    const isRead = ({ id, marks }: Conversation) => id === conversation && marks.agent.read === 1;
    await ana.told('marks', frame =>
      frame.t === 'marks'
        ? frame.side === 'agent' && frame.read === 1
        : (frame.t === 'welcome' || frame.t === 'events') && (frame.conversations ?? []).some(isRead),
    );
    expect(await typing(ana, conversation, maya.next('typing'))).toMatchObject({ from: { kind: 'visitor' } });
    maya.put({ t: 'presence', available: false });
    await ana.told('away', frame => 'availability' in frame && frame.availability.state === 'away');
  });

  test('a token is refreshed in place, but not to another person; at its end the connection ends', async () => {
    let now = Date.now();
    const data = createMemoryStore({ epoch: 'epoch-1', now: () => now });
    const server = await start({ silenceMs: 1e12 }, { now: () => now, data });
    const grant = async (id: string) => (await server.agentGrant(await server.signInCode(id)))?.token ?? '';
    const [maya, old] = await Promise.all([agent(server), agent(server)]);
    maya.put({ t: 'token', token: await grant('omar') });
    expect(await maya.closed).toMatchObject({ code: 4500 });
    now += 31 * 86_400_000;
    expect(await old.closed).toMatchObject({ code: 4001 });
  });

  test('a heartbeat says how far the store is, also when asked', async () => {
    const server = await start({ beatMs: 200, silenceMs: 60_000 });
    const [ana, maya] = await Promise.all([visitor(server), agent(server)]);
    const conversation = await ana.start();
    expect(await maya.next('beat', frame => frame.rev === 1)).toBeTruthy();
    expect(await ana.next('beat', frame => frame.seqs?.[conversation] === 1)).toBeTruthy();
    const slow = await visitor(await start());
    slow.put({ t: 'ping' });
    expect(await slow.next('beat')).toEqual({ t: 'beat', seqs: {} });
  });

  test.each([
    ['an unknown token', { token: 'hv_unknown-unknown' }, 4500, 'unauthenticated'],
    ['an unknown site', { site: 'nowhere' }, 4503, 'unknown_site'],
    ['no common version', { versions: [7, 8] }, 4505, 'unsupported_version'],
    ['a wrong field', { device: 'x' }, 4501, 'bad_frame'],
  ])('hello with %s ends the connection', async (_name, more, close, code) => {
    const server = await start();
    const { token } = await server.visitorGrant('shop');
    const client = await connect(server, { token, origin: null, transport });
    client.put({ t: 'hello', versions: [1], site: 'shop', token, device: newId(), ...more });
    expect(await client.next('error')).toMatchObject({ code });
    expect(await client.closed).toMatchObject({ code: close });
  });

  test('what comes before hello is refused, and the connection ends', async () => {
    const server = await start();
    const { token } = await server.visitorGrant('shop');
    const client = await connect(server, { token, transport });
    client.put({ t: 'ping' });
    expect(await client.next('error')).toMatchObject({ code: 'unauthenticated', expected: 'hello', got: 'ping' });
    expect(await client.closed).toMatchObject({ code: 4501 });
  });

  test('a page of another site is refused at hello', async () => {
    const server = await start();
    const { token } = await server.visitorGrant('shop');
    const other = await connect(server, { token, origin: 'https://other.example', transport });
    other.put({ t: 'hello', versions: [1], site: 'shop', token, device: newId() });
    expect(await other.next('error')).toMatchObject({ code: 'origin_not_allowed' });
    expect(await other.closed).toMatchObject({ code: 4502 });
    const own = await connect(server, { token, origin: ORIGIN, transport });
    expect((await own.hello()).you.kind).toBe('visitor');
  });

  test('too many events are refused, then closed with 4029; too many frames too', async () => {
    const server = await start({ eventsPerTenSeconds: 4, framesPerTenSeconds: 50 });
    const ana = await visitor(server);
    const conversation = await ana.start();
    const got = [];
    for (let i = 0; i < 5; i++) got.push(await ana.send(conversation, 'message', { text: `${i}` }));
    expect(got.map(one => one.t)).toEqual(['ack', 'ack', 'ack', 'nack', 'nack']);
    expect(got.at(-1)).toMatchObject({ code: 'rate_limited', retryAfter: expect.any(Number) });
    for (let i = 0; i < 5; i++) ana.put({ t: 'send', id: newId(), conversation, kind: 'message', body: { text: 'x' } });
    expect(await ana.closed).toMatchObject({ code: 4029 });
    const ben = await visitor(server);
    for (let i = 0; i < 60; i++) ben.put({ t: 'ping' });
    expect(await ben.closed).toMatchObject({ code: 4029 });
  });

  test('nonsense is answered frame by frame, then closed with 4501; what is right beside it counts', async () => {
    const ana = await visitor(await start({ badFramesPerTenSeconds: 200 }));
    const conversation = await ana.start();
    const nonsense = fuzz(conversation);
    for (const text of nonsense) ana.raw(text);
    expect(await ana.send(conversation, 'message', { text: 'still here' })).toMatchObject({ t: 'ack', seq: 2 });
    const answers = ana.frames.filter(frame => frame.t === 'error' || frame.t === 'nack');
    expect(answers).toHaveLength(nonsense.length);
    for (const { code } of answers) expect(['bad_frame', 'unknown_frame', 'bad_request']).toContain(code);
    const ben = await visitor(await start({ badFramesPerTenSeconds: 5 }));
    for (let i = 0; i < 7; i++) ben.raw('nonsense');
    expect(await ben.closed).toMatchObject({ code: 4501 });
  });

  test('a frame that is too large is closed with 4501', async () => {
    const ana = await visitor(await start());
    ana.raw(JSON.stringify({ t: 'ping', x: 'x'.repeat(DEFAULT_LIMITS.frameBytes) }));
    expect(await ana.closed).toMatchObject({ code: 4501 });
  });

  test('a long log arrives whole, in pieces', async () => {
    const server = await start({ eventsPerTenSeconds: 1e5, framesPerTenSeconds: 1e5, unacked: 1e4 });
    const ana = await visitorOf(server);
    const conversation = await ana.start();
    const text = 'x'.repeat(4_000);
    await Promise.all(Array.from({ length: 150 }, () => ana.send(conversation, 'message', { text })));
    const late = await connect(server, { token: ana.token, origin: null, transport });
    await late.hello();
    const seqs = () => late.frames.flatMap(frame => (frame.t === 'events' ? frame.events.map(one => one.seq) : []));
    await expect.poll(() => seqs().length, { timeout: 10_000 }).toBe(151);
    expect(seqs()).toEqual(Array.from({ length: 151 }, (_, i) => i + 1));
  });

  test('a server that stops says bye and when to come back', async () => {
    const server = await start({ drainMs: 2_000 });
    const clients = await Promise.all([agent(server), visitor(server)]);
    await expect.poll(() => server.connections()).toBe(2);
    const stopped = server.close();
    servers.length = 0;
    for (const client of clients) {
      expect(await client.next('bye')).toMatchObject({ code: 4000, retryAfter: expect.any(Number) });
      expect(await client.closed).toMatchObject({ code: 4000 });
    }
    await stopped;
  });
});

/** Frames that are none, one per way of being wrong. */
function fuzz(conversation: string): string[] {
  const right = { t: 'send', id: newId(), conversation, kind: 'started', body: { story: STORY } };
  const wrong: unknown[] = [null, 7, 'text', [], {}, { t: 7 }, { t: '__proto__' }, { t: 'dance' }, { t: 'ping', x: 1 }];
  for (const key of Object.keys(right)) {
    for (const value of [null, 7, [], {}, 'x'.repeat(300)]) wrong.push({ ...right, [key]: value });
  }
  return wrong.map(value => JSON.stringify(value));
}

/** Typing is kept nowhere, so it is lost between two polls; who goes on typing says it again every three seconds. */
async function typing<T>(client: Client, conversation: string, heard: Promise<T>): Promise<T> {
  const say = () => client.put({ t: 'typing', conversation, on: true });
  say();
  const again = setInterval(say, 2_100);
  return heard.finally(() => clearInterval(again));
}
