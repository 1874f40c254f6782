import { expect, test } from 'vitest';
import { fakeNetwork } from './fakeSocket.js';

test('opens, carries frames both ways and keeps the tape', async () => {
  const network = fakeNetwork((frame, socket) => {
    if (frame.t === 'ping') socket.receive({ t: 'beat' });
  });
  const client = new network.WebSocket('ws://test/');
  const heard: string[] = [];
  client.onopen = () => heard.push('open');
  client.onmessage = (event: { data: string }) => heard.push(event.data);
  client.onclose = (event: { code: number }) => heard.push(`close ${event.code}`);
  expect(() => client.send('{"t":"ping"}')).toThrow('before the connection is open');
  network.socket.open();
  client.send('{"t":"ping"}');
  expect(heard).toEqual(['open']);
  await Promise.resolve();
  network.socket.close(4000);
  client.send('{"t":"ping"}');
  expect(heard).toEqual(['open', '{"t":"beat"}', 'close 4000']);
  expect(network.socket.sent).toEqual([{ t: 'ping' }]);
  expect(network.socket.sentOf('hello')).toEqual([]);
});

test('remembers how the client closed, and refuses codes a browser refuses', () => {
  const network = fakeNetwork();
  expect(() => network.socket).toThrow('no connection');
  const client = new network.WebSocket('ws://test/');
  expect(() => client.close(1001)).toThrow('got 1001');
  client.close(4009, 'silence');
  expect(network.socket.closedByClient).toEqual({ code: 4009, reason: 'silence' });
  expect(network.socket.isOpen).toBe(false);
});
