import { readFileSync } from 'node:fs';
import { backoff } from '@handrail/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { fastOrFull } from './mode.js';
import { newId, newVisitor, rawClient, STORY } from './rawClient.js';
import { type FaultyServer, startServer } from './startServer.js';
import { tellNote } from './tell.js';
import { pause, until } from './until.js';

const CROWD = fastOrFull(2_000, 10_000);
/** Nobody healthy may be kept out for longer. */
const LONGEST_MS = fastOrFull(30_000, 90_000);

let server: FaultyServer;

beforeEach(async () => {
  // The limits of a server as it comes: every client has an address of its own.
  server = await startServer({ limits: { upgradesPerAddress: 20, upgradeBurstPerAddress: 200 } });
});
afterEach(() => server.remove());

/** Somebody of the crowd, who comes back as the clients of this repository do. */
interface Comer {
  readonly token: string;
  readonly address: string;
  attempt: number;
  socket: WebSocket | null;
  online: boolean;
}

function come(comer: Comer, lost: () => void): void {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/api/v1/socket`, {
    headers: { 'x-forwarded-for': comer.address },
    perMessageDeflate: false,
  });
  comer.socket = socket;
  let floorMs = 0;
  socket.on('unexpected-response', (request, response) => {
    floorMs = Number(response.headers['retry-after'] ?? 0) * 1_000;
    request.destroy();
    socket.emit('close');
  });
  socket.on('open', () => {
    const hello = { t: 'hello', versions: [1], site: 'shop', token: comer.token, device: newId() };
    socket.send(JSON.stringify(hello));
  });
  socket.once('message', () => {
    comer.online = true;
    comer.attempt = 0;
  });
  socket.on('error', () => {});
  socket.once('close', () => {
    comer.online = false;
    lost();
    setTimeout(() => come(comer, lost), floorMs + backoff(comer.attempt++, Math.random()));
  });
}

test(`${CROWD} clients lose their server at once and come back while others talk`, async () => {
  const crowd: Comer[] = [];
  for (let i = 0; i < CROWD; i += 50) {
    const some = Array.from({ length: 50 }, (_, j) => `10.${(i + j) >> 16}.${((i + j) >> 8) & 255}.${(i + j) & 255}`);
    const grants = await Promise.all(some.map(address => newVisitor(server.origin, address)));
    grants.forEach(({ token }, j) => {
      crowd.push({ token, address: some[j] as string, attempt: 0, socket: null, online: false });
    });
  }
  let leaving = false;
  const online = () => crowd.every(comer => comer.online);
  for (const comer of crowd) come(comer, () => {});
  await until('the crowd', online);
  await server.kill();
  await until('everybody to notice', () => crowd.every(comer => !comer.online));
  await server.start();
  const before = performance.now();
  const times: number[] = [];
  const watch = setInterval(() => {
    while (times.length < crowd.filter(comer => comer.online).length) times.push(performance.now() - before);
  }, 50);
  const talk = measureTalk(() => leaving);
  await until('everybody to be back', online, LONGEST_MS);
  clearInterval(watch);
  leaving = true;
  const latencies = (await talk).sort((a, b) => a - b);
  const at = (list: readonly number[], part: number) => Math.round(list[Math.floor(list.length * part)] ?? 0);
  const back = Math.round(performance.now() - before);
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readStatus())?.[1] ?? 0) / 1024;
  tellNote(
    `${CROWD.toLocaleString('en')} clients come back at once`,
    `half after ${at(times, 0.5)} ms, all after ${back} ms; meanwhile one who talks waits ${at(latencies, 0.5)} ms (p50), ` +
      `${at(latencies, 0.99)} ms (p99)${rss > 0 ? `; the server then holds ${Math.round(rss)} MiB` : ''}`,
  );
  for (const { socket } of crowd) {
    socket?.removeAllListeners('close');
    socket?.terminate();
  }
  expect(latencies.length).toBeGreaterThan(0);
});

/** Milliseconds of each acknowledgement of somebody who talks while it lasts. */
async function measureTalk(over: () => boolean): Promise<number[]> {
  const { token } = await newVisitor(server.origin, '192.0.2.7');
  const client = await comeIn();
  await client.hello(token);
  const conversation = newId();
  client.put({ t: 'send', id: newId(), conversation, kind: 'started', body: { story: STORY } });
  await client.next('ack');
  const latencies: number[] = [];
  while (!over()) {
    const [id, before] = [newId(), performance.now()];
    client.put({ t: 'send', id, conversation, kind: 'message', body: { text: 'hello' } });
    await client.next('ack', ack => ack.id === id);
    latencies.push(performance.now() - before);
    client.forget();
    await pause(20);
  }
  client.socket.close();
  return latencies;
}

async function comeIn() {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rawClient(server.origin, { headers: { 'x-forwarded-for': '192.0.2.7' } });
    } catch (error) {
      if (attempt > 30) throw error;
      await pause(500);
    }
  }
}

function readStatus(): string {
  return process.platform === 'linux' ? readFileSync(`/proc/${server.pid}/status`, 'utf8') : '';
}
