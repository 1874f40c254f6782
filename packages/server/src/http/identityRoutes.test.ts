import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { agentOf, type Client, connect, newId, STORY, visitorOf } from '../../test/client.js';
import { postIdentity, signed, signIn, WITH_IDENTITY } from '../../test/identity.js';
import type { TransportName } from '../../test/lines.js';
import { startServer } from '../../test/startServer.js';
import type { HandrailServer, ServerOptions } from '../createServer.js';
import type { ServerLimits } from '../gateway/serverLimits.js';

const servers: HandrailServer[] = [];
const start = async (limits: Partial<ServerLimits> = {}, options: Partial<ServerOptions> = {}) => {
  const server = await startServer({ config: WITH_IDENTITY, limits: { drainMs: 0, ...limits }, ...options });
  servers.push(server);
  return server;
};
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

const TRANSPORTS: TransportName[] = ['webSocket', 'eventStream', 'longPoll'];

async function lineOf(server: HandrailServer, token: string, transport?: TransportName): Promise<Client> {
  const client = await connect(server, { token, ...(transport ? { transport } : {}) });
  await client.hello();
  return client;
}

test('an anonymous question is the person’s after the sign-in, on every device, and the team sees who it is', async () => {
  const server = await start();
  const agent = await agentOf(server);
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  await visitor.send(conversation, 'message', { text: 'Where is my parcel?' });

  const claims = { name: 'Ana Costa', email: 'ana@mail.example', plan: 'gold' };
  const grant = await signIn(server, 'ana', visitor.token, claims);
  expect(grant).toMatchObject({ open: 1, expiresIn: 900_000, refreshExpiresIn: 3_600_000 });
  expect(grant.attributes).toContainEqual({ name: 'plan', value: 'gold', verified: true });
  expect(await visitor.closed).toMatchObject({ code: 4001 });

  const phone = await signIn(server, 'ana');
  expect(phone.visitor).toBe(grant.visitor);
  for (const { token } of [grant, phone]) {
    const client = await connect(server, { token });
    const welcome = await client.hello();
    expect(welcome.you).toEqual({ kind: 'visitor', id: grant.visitor });
    expect(welcome.conversations.map(one => [one.id, one.identified])).toEqual([
      [conversation, { id: 'ana', name: 'Ana Costa', email: 'ana@mail.example' }],
    ]);
    const { events } = await client.next('events');
    expect(events.map(event => event.kind)).toEqual(['started', 'message', 'identified']);
  }
  const told = await agent.next('events', ({ events }) => events.some(event => event.kind === 'identified'));
  expect(told.conversations[0]).toMatchObject({ visitor: grant.visitor, identified: { name: 'Ana Costa' } });
});

test('a device that is there already gets the conversation that came along, and what is answered', async () => {
  const server = await start();
  const agent = await agentOf(server);
  const desk = await lineOf(server, (await signIn(server, 'ana')).token);
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  // Whose it was is remembered from now on.
  visitor.put({ t: 'typing', conversation, on: true });
  await agent.next('typing');
  await signIn(server, 'ana', visitor.token);
  const { events } = await desk.next('events');
  expect(events.map(event => event.kind)).toEqual(['started', 'identified']);
  expect(await desk.send(conversation, 'message', { text: 'From my desk' })).toMatchObject({ t: 'ack', seq: 3 });
  // What was remembered is not what counts.
  desk.put({ t: 'fetch', conversation, before: 4, limit: 2 });
  expect((await desk.next('events', frame => frame.before === 4)).events).toHaveLength(2);
  await agent.send(conversation, 'owner', { owner: 'human', reason: 'accepted' });
  await agent.send(conversation, 'message', { text: 'Hello Ana' });
  await desk.next('events', frame => frame.events.some(event => event.sender.kind === 'agent'));
});

test('what was sent before the sign-in and is sent again after it stands once in the log', async () => {
  const server = await start();
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  const id = newId();
  const first = await visitor.send(conversation, 'message', { text: 'once' }, { id });
  const known = await lineOf(server, (await signIn(server, 'ana', visitor.token)).token);
  expect(await known.send(conversation, 'message', { text: 'once' }, { id })).toEqual(first);
});

test('the story says what is signed, and what the page only says', async () => {
  const server = await start();
  const person = await lineOf(server, (await signIn(server, 'ana', undefined, { plan: 'gold' })).token);
  const stranger = await visitorOf(server);
  const lie = { name: 'id', value: 'boss', verified: true };
  const story = { ...STORY, attributes: [lie, { name: 'cart', value: '3 items', verified: false }] };
  const attributesIn = async (client: Client) => {
    const conversation = newId();
    await client.send(conversation, 'started', { story });
    const { events, conversations } = await client.next('events');
    const [begun] = events;
    return { said: begun?.kind === 'started' && begun.body.story.attributes, record: conversations[0] };
  };
  const said = [
    { ...lie, verified: false },
    { name: 'cart', value: '3 items', verified: false },
  ];
  const known = await attributesIn(person);
  expect(known.said).toEqual([
    { name: 'id', value: 'ana', verified: true },
    { name: 'plan', value: 'gold', verified: true },
    ...said,
  ]);
  expect(known.record?.identified).toEqual({ id: 'ana' });
  const unknown = await attributesIn(stranger);
  expect(unknown.said).toEqual(said);
  expect(unknown.record?.identified).toBeUndefined();
});

test('an address that was typed moves nothing, and a known person’s conversations never move', async () => {
  const server = await start();
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  await visitor.send(conversation, 'form', { contact: { email: 'ana@mail.example', text: 'Hello' } });
  const ana = await signIn(server, 'ana', undefined, { email: 'ana@mail.example' });
  expect(ana.open).toBe(0);
  const own = await lineOf(server, ana.token);
  await own.start();
  const ben = await signIn(server, 'ben', ana.token);
  expect(ben.open).toBe(0);
  const welcome = await (await connect(server, { token: ben.token })).hello();
  expect(welcome.conversations).toEqual([]);
  expect((await server.store.conversationsOf('shop', ana.visitor)).length).toBe(1);
});

test.each(TRANSPORTS)('signing out closes every connection of the sign-in with 4500, over %s', async transport => {
  const server = await start();
  const grant = await signIn(server, 'ana');
  const elsewhere = await lineOf(server, (await signIn(server, 'ana')).token, transport);
  const next = await signIn(server, 'ana', grant.token);
  const tabs = await Promise.all([grant, next].map(({ token }) => lineOf(server, token, transport)));
  const { status } = await postIdentity(server, '/revoke', { site: 'shop', token: next.token });
  expect(status).toBe(204);
  for (const tab of tabs) expect(await tab.closed).toMatchObject({ code: 4500 });
  for (const { token } of [grant, next]) {
    const back = await connect(server, { token, transport });
    back.put({ t: 'hello', versions: [1], site: 'shop', token, device: newId() });
    expect(await back.closed).toMatchObject({ code: 4500 });
  }
  const refused = await postIdentity(server, '/refresh', { site: 'shop', refresh: next.refresh });
  expect([refused.status, refused.answer.error.code]).toEqual([401, 'unauthenticated']);
  const conversation = await elsewhere.start();
  expect(await elsewhere.send(conversation, 'message', { text: 'still here' })).toMatchObject({ t: 'ack' });
  await elsewhere.end();
});

test.each(TRANSPORTS)(
  'an anonymous visitor who signs in comes back with 4001, over %s; who signs out with 4500',
  async transport => {
    const server = await start();
    const [one, two] = [await visitorOf(server, 'shop', transport), await visitorOf(server, 'shop', transport)];
    await signIn(server, 'ana', one.token);
    expect(await one.closed).toMatchObject({ code: 4001 });
    await postIdentity(server, '/revoke', { site: 'shop', token: two.token });
    expect(await two.closed).toMatchObject({ code: 4500 });
  },
);

test('an anonymous token that was taken over is expired at first, and unknown a minute later', async () => {
  let now = Date.UTC(2026, 4, 14);
  const server = await start({}, { now: () => now });
  const { token } = await server.visitorGrant('shop');
  const body = { site: 'shop', token: await signed('ana', {}, 'shop', now), id: 'ana', current: token };
  expect((await postIdentity(server, '', body)).status).toBe(200);
  const identify = async () => {
    const got = await server.parts.identify({ site: 'shop', token, origin: undefined, host: undefined });
    return got.ok || got.close;
  };
  expect(await identify()).toBe(4001);
  now += 60_000;
  expect(await identify()).toBe(4500);
});

test('a refresh is good once; shown again it ends the sign-in and its connections', async () => {
  const server = await start();
  const grant = await signIn(server, 'ana', undefined, { plan: 'gold' });
  const next = await postIdentity(server, '/refresh', { site: 'shop', refresh: grant.refresh });
  expect(next.status).toBe(200);
  expect(next.answer).toMatchObject({ visitor: grant.visitor, attributes: grant.attributes, open: 0 });
  expect(next.headers.get('cache-control')).toBe('no-store');
  const line = await lineOf(server, grant.token);
  line.put({ t: 'token', token: next.answer.token });
  line.put({ t: 'ping' });
  await line.next('beat');
  const reused = await postIdentity(server, '/refresh', { site: 'shop', refresh: grant.refresh });
  expect(reused.status).toBe(401);
  expect(await line.closed).toMatchObject({ code: 4500 });
  expect((await postIdentity(server, '/refresh', { site: 'shop', refresh: next.answer.refresh })).status).toBe(401);
});

test('a session ends after its time with 4001, and goes on when a new token is shown in place', async () => {
  let now = Date.now();
  const server = await start({ identitySessionMs: 5000, helloMs: 50 }, { now: () => now });
  const [ana, ben] = [await signIn(server, 'ana'), await signIn(server, 'ben')];
  const [kept, left] = [await lineOf(server, ana.token), await lineOf(server, ben.token)];
  now += 4000;
  const { answer } = await postIdentity(server, '/refresh', { site: 'shop', refresh: ana.refresh });
  kept.put({ t: 'token', token: answer.token });
  kept.put({ t: 'ping' });
  await kept.next('beat');
  now += 2000;
  expect(await left.closed).toMatchObject({ code: 4001 });
  kept.put({ t: 'ping' });
  await kept.next('beat');
});

test('a token of another sign-in makes a connection say hello anew; one of somebody else ends it', async () => {
  const server = await start();
  const [one, two, ben] = [await signIn(server, 'ana'), await signIn(server, 'ana'), await signIn(server, 'ben')];
  const first = await lineOf(server, one.token);
  first.put({ t: 'token', token: two.token });
  expect(await first.closed).toMatchObject({ code: 4010 });
  const second = await lineOf(server, one.token);
  second.put({ t: 'token', token: ben.token });
  expect(await second.closed).toMatchObject({ code: 4500 });
});

test('no token of any kind is in the log, however much it tells', async () => {
  let lines = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines += String(chunk);
      done();
    },
  });
  const server = await start({}, { log: pino({ level: 'trace' }, sink) });
  const token = await signed('ana');
  const anonymous = await server.visitorGrant('shop');
  const body = { site: 'shop', token, id: 'ana', current: anonymous.token };
  const { answer } = await postIdentity(server, '', body);
  await postIdentity(server, '', { ...body, id: 'ben' });
  await postIdentity(server, '/refresh', { site: 'shop', refresh: answer.refresh });
  await lineOf(server, answer.token);
  await postIdentity(server, '/revoke', { site: 'shop', token: answer.token });
  expect(lines).toContain('/api/v1/identity');
  for (const secret of [token, token.split('.')[2], anonymous.token, answer.token, answer.refresh])
    expect(lines).not.toContain(secret);
});
