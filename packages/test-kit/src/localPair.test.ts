import { expect, test } from 'vitest';
import { localPair } from './localPair.js';

test('texts arrive in order and later, also those sent before anybody listened', async () => {
  const { client, server, tape } = localPair();
  const heard: string[] = [];
  client.send('one');
  await Promise.resolve();
  server.onText(text => heard.push(text));
  client.send('two');
  expect(heard).toEqual(['one']);
  await Promise.resolve();
  expect(heard).toEqual(['one', 'two']);
  expect(tape).toEqual([
    { from: 'client', text: 'one' },
    { from: 'client', text: 'two' },
  ]);
});

test('a close reaches both ends once, and ends the sending', async () => {
  const { client, server, tape } = localPair();
  const closes: unknown[] = [];
  client.onClose((code, reason) => closes.push(['client', code, reason]));
  server.onClose((code, reason) => closes.push(['server', code, reason]));
  server.close(4000, 'bye');
  client.close(1000, 'again');
  client.send('lost');
  await Promise.resolve();
  expect(closes).toEqual([
    ['client', 4000, 'bye'],
    ['server', 4000, 'bye'],
  ]);
  expect(tape).toEqual([]);
});
