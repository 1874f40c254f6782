import { anEvent, fakeServer, manualClock, SENDERS } from '@handrail/test-kit';
import { expect, test, vi } from 'vitest';
import { createHandrail } from './createHandrail.js';
import type { MessageItem } from './timeline.js';

vi.setConfig({ testTimeout: 20_000 });

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 8_000, interval: 10 });

/** A client whose conversation a person took and gave back. */
async function givenBack() {
  const server = fakeServer();
  const { now, setTimeout, clearTimeout } = manualClock();
  const environment = { now, setTimeout, clearTimeout, fetch: server.fetch, WebSocket: server.network.WebSocket };
  const client = createHandrail({ server: 'https://help.example', site: 'demo', environment });
  await client.requestHuman();
  await until(() => expect(server.network.sockets).toHaveLength(1));
  server.network.socket.open();
  await until(() => expect(client.$owner.get()).toBe('queue'));
  const id = client.$current.get() ?? '';
  const bodies = [
    { owner: 'human', reason: 'accepted' },
    { owner: 'bot', reason: 'returned' },
  ] as const;
  for (const body of bodies) {
    const seq = (server.logs.get(id)?.length ?? 0) + 1;
    server.push(server.network.socket, anEvent(id, seq, 'owner', body, { sender: SENDERS.agent }));
  }
  await until(() => expect(client.$owner.get()).toBe('bot'));
  const said = () =>
    client.$messages.get().filter((item): item is MessageItem => item.kind === 'message' && item.from === 'bot');
  return { client, said };
}

test('a conversation a person gave back can ask for a person again', async () => {
  const { client, said } = await givenBack();
  const before = said().length;
  await client.requestHuman();
  await until(() => expect(client.$owner.get()).toBe('queue'));
  expect(said()[before]?.text).toBe('This is the automated assistant again. What else can I help you with?');
  client.destroy();
});

test('what the customer writes there is answered by the bot, which says once that it is back', async () => {
  const { client, said } = await givenBack();
  await client.sendMessage('Hello?');
  await client.sendMessage('Still there?');
  const texts = said().map(({ text }) => text);
  expect(texts.filter(text => text.startsWith('This is the automated assistant again'))).toHaveLength(1);
  expect(said().at(-1)?.text).not.toContain('assistant again');
  expect(client.$owner.get()).toBe('bot');
  client.destroy();
});
