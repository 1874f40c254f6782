import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type WebProxy, webProxy } from './webProxy.js';

let proxy: WebProxy;
let stop: () => void;
afterEach(async () => {
  await proxy.close();
  stop();
});

/** Writes half an answer and keeps the rest until it is told to end it. */
async function start() {
  let finish: () => void = () => undefined;
  const server = createServer((_asked, answer) => {
    answer.write('half,');
    finish = () => answer.end('whole');
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', socket => socket.on('message', data => socket.send(`echo ${data}`)));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  proxy = await webProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  stop = () => {
    sockets.close();
    server.close();
    server.closeAllConnections();
  };
  return { finish: () => finish() };
}

const dial = () => {
  const socket = new WebSocket(proxy.origin.replace('http', 'ws'));
  const end = new Promise<string>(resolve => {
    socket.on('open', () => socket.send('hello'));
    socket.on('message', data => resolve(String(data)));
    socket.on('error', error => resolve(error.message));
  });
  return { socket, end };
};

test('lets everything through, piece by piece', async () => {
  const { finish } = await start();
  const response = await fetch(`${proxy.origin}/a`);
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('half,');
  finish();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('whole');
  expect(await dial().end).toBe('echo hello');
  expect(proxy.requests).toEqual(['/a', '/']);
});

test('keeps an answer until it is complete', async () => {
  const { finish } = await start();
  proxy.holdBack(true);
  let isThere = false;
  const response = fetch(proxy.origin).then(got => {
    isThere = true;
    return got.text();
  });
  await expect.poll(() => proxy.requests.length).toBe(1);
  proxy.upgrades('pass');
  expect(await dial().end).toBe('echo hello');
  expect(isThere).toBe(false);
  finish();
  expect(await response).toBe('half,whole');
});

test('refuses upgrades, or never answers them', async () => {
  await start();
  proxy.upgrades('refuse');
  expect(await dial().end).toBe('Unexpected server response: 400');
  proxy.upgrades('hang');
  const { socket } = dial();
  await expect.poll(() => proxy.requests.length).toBe(2);
  expect(socket.readyState).toBe(WebSocket.CONNECTING);
  socket.terminate();
});
