import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type FaultProxy, faultProxy } from './faultProxy.js';

let server: WebSocketServer;
let proxy: FaultProxy;
let heard: string[];
/** Bytes of each read of the server's socket. */
let reads: number[];

beforeEach(async () => {
  heard = [];
  reads = [];
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket, request) => {
    request.socket.prependListener('data', data => reads.push(data.length));
    socket.on('error', () => {});
    socket.on('message', data => {
      heard.push(String(data).slice(0, 20));
      socket.send(`echo ${data}`);
    });
  });
  await once(server, 'listening');
  proxy = await faultProxy((server.address() as AddressInfo).port);
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

test('a blackhole down: the server hears, the client does not; lifted, the connection is reset', async () => {
  const { socket, echoes, closes } = await client();
  proxy.blackhole('down');
  socket.send('a');
  await vi.waitFor(() => expect(heard).toEqual(['a']));
  await new Promise(resolve => setTimeout(resolve, 30));
  expect([echoes, closes]).toEqual([[], []]);
  proxy.heal();
  await vi.waitFor(() => expect(closes).toEqual([1006]));
  expect(echoes).toEqual([]);
});

test('a blackhole up: the client hears, the server does not', async () => {
  const { socket, closes } = await client();
  proxy.blackhole('up');
  socket.send('lost');
  const [peer] = server.clients;
  peer?.send('still here');
  await once(socket, 'message');
  proxy.heal();
  await vi.waitFor(() => expect(closes).toEqual([1006]));
  expect(heard).toEqual([]);
});

test('a hole nothing fell into leaves the connection alone', async () => {
  const { socket, echoes } = await client();
  proxy.blackhole('up');
  proxy.heal();
  socket.send('a');
  await vi.waitFor(() => expect(echoes).toEqual(['echo a']));
});

test('cuts in the middle of a frame', async () => {
  const { socket, echoes, closes } = await client();
  proxy.cutAfter('up', 100);
  socket.send('x'.repeat(10_000));
  await vi.waitFor(() => expect(closes).toEqual([1006]));
  expect([heard, echoes]).toEqual([[], []]);
  expect(reads.reduce((sum, bytes) => sum + bytes, 0)).toBe(100);
});

test('chops frames into single bytes, and they still arrive', async () => {
  const { socket, echoes } = await client();
  proxy.chop(1);
  socket.send('x'.repeat(100));
  await vi.waitFor(() => expect(echoes[0]).toHaveLength(105));
  expect(reads.length).toBeGreaterThan(20);
});

test('throttles', async () => {
  const { socket, echoes } = await client();
  proxy.throttle(20_000);
  const before = performance.now();
  socket.send('x'.repeat(4_000));
  await vi.waitFor(() => expect(echoes).toHaveLength(1), 5_000);
  expect(performance.now() - before).toBeGreaterThan(350);
});

test('closes one half: the server reads the end, and what it says still arrives', async () => {
  const plain = createServer({ allowHalfOpen: true }, socket => {
    socket.resume();
    socket.on('end', () => socket.end('heard the end'));
  }).listen(0, '127.0.0.1');
  await once(plain, 'listening');
  proxy.aim((plain.address() as AddressInfo).port);
  const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
  const answered: string[] = [];
  socket.on('data', data => answered.push(String(data)));
  await vi.waitFor(() => expect(proxy.connections()).toBe(1));
  proxy.halfClose('up');
  await vi.waitFor(() => expect(answered).toEqual(['heard the end']));
  socket.destroy();
  plain.close();
});

test('cuts at once, and refuses to let anybody back', async () => {
  const { closes } = await client();
  proxy.refuse();
  proxy.cut();
  await vi.waitFor(() => expect(closes).toEqual([1006]));
  const again = await client();
  expect(again.socket.readyState).toBe(WebSocket.CLOSED);
  proxy.heal();
  expect((await client()).socket.readyState).toBe(WebSocket.OPEN);
});

test('aims at another server', async () => {
  const other = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(other, 'listening');
  proxy.aim((other.address() as AddressInfo).port);
  const { socket } = await client();
  expect([socket.readyState, other.clients.size, server.clients.size]).toEqual([WebSocket.OPEN, 1, 0]);
  other.close();
});
