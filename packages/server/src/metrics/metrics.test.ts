import { afterEach, expect, test } from 'vitest';
import { agentOf, connect, newId, visitorOf } from '../../test/client.js';
import { startServer } from '../../test/startServer.js';
import type { HandrailServer } from '../createServer.js';
import { registerHttp } from '../http/registerHttp.js';

const servers: HandrailServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

async function start(metrics?: 'off' | 'open' | { token: string }) {
  const server = await startServer({
    limits: { drainMs: 0 },
    http: async (app, parts) =>
      void (await app.register(scope => registerHttp(scope, parts, metrics ? { metrics } : {}))),
  });
  servers.push(server);
  const read = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(`${server.address}/metrics`, { headers });
    // A body that is left unread keeps its connection, and the server would wait for it.
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const values = async () => {
    const lines = (await read()).text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
    return new Map(lines.map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
  };
  return { server, read, values };
}

test('counts what people did, without what they said', async () => {
  const { server, read, values } = await start('open');
  const agent = await agentOf(server);
  const visitor = await visitorOf(server);
  const conversation = await visitor.start();
  const id = newId();
  await visitor.send(conversation, 'message', { text: 'my secret is tangerine' }, { id });
  await visitor.send(conversation, 'message', { text: 'my secret is tangerine' }, { id });
  await visitor.send(conversation, 'message', { text: 'another body' }, { id });
  await visitor.send(conversation, 'owner', { owner: 'queue', reason: 'asked', after: 0 });
  await agent.next('events', frame => frame.conversations[0]?.owner === 'queue');

  const seen = await values();
  const appends = (kind: string, result: string) =>
    seen.get(`handrail_appends_total{kind="${kind}",sender="visitor",result="${result}"}`);
  expect(appends('message', 'ok')).toBe(1);
  expect(appends('message', 'repeated')).toBe(1);
  expect(appends('message', 'id_conflict')).toBe(1);
  expect(seen.get('handrail_append_seconds_count')).toBe(5);
  expect(seen.get('handrail_frames_received_total{kind="send"}')).toBe(5);
  expect(seen.get('handrail_hellos_total{result="ok"}')).toBe(2);
  expect(seen.get('handrail_connections')).toBe(2);
  expect(seen.get('handrail_conversations_waiting{site="shop"}')).toBe(1);
  expect(seen.get('handrail_agents_available{site="shop"}')).toBe(1);
  expect((await read()).text).not.toMatch(/tangerine|another body/);
});

test('counts refused hellos by their code', async () => {
  const { server, values } = await start('open');
  const stranger = await connect(server, { token: 'hv_nobody-knows-this' });
  stranger.put({ t: 'hello', versions: [1], site: 'shop', token: 'hv_nobody-knows-this', device: newId() });
  await stranger.closed;
  expect((await values()).get('handrail_hellos_total{result="unauthenticated"}')).toBe(1);
});

test('counts ended connections by close code, of either side', async () => {
  const { server, values } = await start('open');
  const stranger = await connect(server, { token: 'hv_nobody-knows-this' });
  stranger.put({ t: 'hello', versions: [1], site: 'shop', token: 'hv_nobody-knows-this', device: newId() });
  await stranger.closed;
  const [own, odd] = await Promise.all([visitorOf(server), visitorOf(server)]);
  own.socket.close(1000);
  odd.socket.close(4777);
  await Promise.all([own.closed, odd.closed]);
  await expect.poll(async () => (await values()).get('handrail_connections')).toBe(0);
  const seen = await values();
  const count = (code: string) => seen.get(`handrail_connections_closed_total{code="${code}"}`);
  expect([count('4500'), count('1000'), count('other')]).toEqual([1, 1, 1]);
});

test('times requests by route, never by address', async () => {
  const { server, values } = await start('open');
  for (const path of ['/api/v1/sites/no-such-site', '/nothing/here']) {
    await (await fetch(server.address + path)).text();
  }
  const seen = await values();
  const count = (route: string) =>
    seen.get(`handrail_http_request_seconds_count{method="GET",route="${route}",status="404"}`);
  expect([count('/api/v1/sites/:site'), count('none')]).toEqual([1, 1]);
  expect([...seen.keys()].some(key => key.includes('no-such-site'))).toBe(false);
});

test('is not there unless it is asked for', async () => {
  const { read } = await start();
  expect((await read()).status).toBe(404);
});

test('asks for the token of the settings', async () => {
  const { read } = await start({ token: 'a-token-of-the-operator' });
  const without = await read();
  expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  expect((await read({ authorization: 'Bearer a-token-of-the-operatoR' })).status).toBe(401);
  const within = await read({ authorization: 'Bearer a-token-of-the-operator' });
  expect([within.status, within.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
});
