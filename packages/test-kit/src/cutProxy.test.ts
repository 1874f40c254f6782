import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type CutProxy, cutProxy } from './cutProxy.js';

let server: WebSocketServer;
let proxy: CutProxy;
let heard: string[];

beforeEach(async () => {
  heard = [];
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', socket => {
    socket.on('error', () => {});
    socket.on('message', data => {
      heard.push(String(data).slice(0, 20));
      socket.send(`echo ${data}`);
    });
  });
  await once(server, 'listening');
  proxy = await cutProxy((server.address() as AddressInfo).port);
});

afterEach(async () => {
  await proxy.close();
  server.close();
});

async function client() {
  const socket = new WebSocket(`ws://127.0.0.1:${proxy.port}/`);
  const echoes: string[] = [];
  const closes: number[] = [];
  socket.on('message', data => echoes.push(String(data)));
  socket.on('close', code => closes.push(code));
  socket.on('error', () => {});
  await new Promise(resolve => {
    socket.once('open', resolve);
    socket.once('close', resolve);
  });
  return { socket, echoes, closes };
}

test('passes everything on, late and in order when told to', async () => {
  const { socket, echoes } = await client();
  proxy.delay(30);
  const before = performance.now();
  socket.send('a');
  socket.send('b');
  await vi.waitFor(() => expect(echoes).toEqual(['echo a', 'echo b']));
  expect(performance.now() - before).toBeGreaterThan(50);
  expect(proxy.connections()).toBe(1);
});

test('a blackhole down: the server hears, the client does not', async () => {
  const { socket, echoes, closes } = await client();
  proxy.blackhole('down');
  socket.send('a');
  await vi.waitFor(() => expect(heard).toEqual(['a']));
  await new Promise(resolve => setTimeout(resolve, 30));
  expect([echoes, closes]).toEqual([[], []]);
});

test('cuts in the middle of a frame', async () => {
  const { socket, echoes, closes } = await client();
  proxy.cutAfter('up', 100);
  socket.send('x'.repeat(10_000));
  await vi.waitFor(() => expect(closes).toEqual([1006]));
  expect([heard, echoes]).toEqual([[], []]);
});

test('cuts at once, and refuses to let anybody back', async () => {
  const { closes } = await client();
  proxy.refuse(true);
  proxy.cut();
  await vi.waitFor(() => expect(closes).toEqual([1006]));
  const again = await client();
  expect(again.socket.readyState).toBe(WebSocket.CLOSED);
  proxy.refuse(false);
  expect((await client()).socket.readyState).toBe(WebSocket.OPEN);
});
