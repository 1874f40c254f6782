import { expect, test } from 'vitest';
import { fakeServer } from './fakeServer.js';
import { aHello, aStory, countedIds } from './fixtures.js';

test('welcomes, stores once, and resumes after a cursor', async () => {
  const server = fakeServer();
  const newId = countedIds();
  const [id, conversation] = [newId(), newId()];
  const client = new server.network.WebSocket('ws://test/');
  const heard: string[] = [];
  client.onmessage = (event: { data: string }) => heard.push(JSON.parse(event.data).t);
  server.network.socket.open();
  const send = { t: 'send', id, conversation, kind: 'started', body: { story: aStory() } };
  for (const frame of [aHello(), send, send, aHello({ cursors: { [conversation]: 1 } })])
    client.send(JSON.stringify(frame));
  await Promise.resolve();
  expect(heard).toEqual(['welcome', 'ack', 'events', 'ack', 'welcome', 'events']);
  expect(server.logs.get(conversation)).toMatchObject([{ id, seq: 1 }]);
  server.answers = false;
  client.send(JSON.stringify(send));
  await Promise.resolve();
  expect(heard).toHaveLength(6);
  expect((await server.fetch('/knowledge.json')).status).toBe(404);
  expect(server.requests).toEqual(['GET /knowledge.json']);
});
