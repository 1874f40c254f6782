import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { agentOf, visitorOf } from '../../test/client.js';
import { startServer } from '../../test/startServer.js';
import type { HandrailServer } from '../createServer.js';

const servers: HandrailServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map(server => server.close())));

test('the log, at its most talkative, holds no words, tokens, files’ names or signatures', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: line => void lines.push(line) });
  const server = await startServer({ log, limits: { drainMs: 0 } });
  servers.push(server);
  const ana = await visitorOf(server);
  const maya = await agentOf(server);
  const conversation = await ana.start();
  await ana.send(conversation, 'message', { text: 'my secret is tangerine' });
  await maya.send(conversation, 'note', { text: 'a note on tangerine' });
  ana.raw('{"t":"send","text":"broken tangerine');

  const id = '018bcfe5-6800-7000-8000-0000000000f1';
  const headers = { authorization: `Bearer ${ana.token}` };
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const files = `${server.address}/api/v1/files`;
  await fetch(`${files}?site=shop`, {
    method: 'POST',
    headers: {
      ...headers,
      'upload-length': '9',
      'upload-metadata': `id ${base64(id)},name ${base64('tangerine.txt')}`,
    },
  });
  await fetch(`${files}/${id}?site=shop`, {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
    body: 'tangerine',
  });
  const { url } = (await (await fetch(`${files}/${id}/link?site=shop`, { headers })).json()) as { url: string };
  expect((await fetch(server.address + url)).status).toBe(200);
  await (await fetch(`${server.address}/nothing?token=${ana.token}`)).text();

  const text = lines.join('');
  expect(lines.length).toBeGreaterThan(8);
  expect(text).toContain('"method":"PATCH"');
  expect(text).not.toMatch(/tangerine/);
  expect(text).not.toContain(ana.token);
  expect(text).not.toContain(new URL(url, server.address).searchParams.get('sign'));
});
