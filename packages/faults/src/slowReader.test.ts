import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FULL } from './mode.js';
import { newId, newVisitor, type RawClient, rawClient, STORY } from './rawClient.js';
import { type FaultyServer, startServer } from './startServer.js';
import { tellNote } from './tell.js';
import { pause } from './until.js';

/** Customers, each with a window that writes and one that does not read. */
const CUSTOMERS = 25;
/** Messages of 16 KiB each: together more than the kernel's buffers and the server's limit hold. */
const MESSAGES = 350;
/** Goal of the design, per reader. */
const MOST_BYTES = 1.2 * 1024 * 1024;

let server: FaultyServer;

beforeEach(async () => {
  const hook = new URL('./collectGarbage.mjs', import.meta.url).href;
  server = await startServer({
    limits: { cutMs: 600_000, silenceMs: 600_000 },
    env: { NODE_OPTIONS: `--import=${hook}` },
  });
});
afterEach(() => server.remove());

/** Bytes the server's process holds in memory. */
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) * 1024;

test.runIf(FULL && process.platform === 'linux')(
  'clients that never read cost at most 1.2 MiB each, and miss nothing',
  async () => {
    const customers = await Promise.all(Array.from({ length: CUSTOMERS }, (_, i) => openCustomer(`192.0.2.${i + 1}`)));
    const write = async () => {
      await Promise.all(customers.map(customer => customer.write(MESSAGES)));
      server.signal('SIGUSR2');
      await pause(1_000);
      return memory();
    };
    // The same load twice before, while everybody reads: what the load itself costs is not the readers' fault.
    await write();
    const before = await write();
    for (const { idle } of customers) idle.socket.pause();
    const after = await write();
    const each = Math.max(0, after - before) / CUSTOMERS;
    const note = `${(each / 1024 / 1024).toFixed(2)} MiB of the server's memory each, of ${CUSTOMERS} (goal: 1.2)`;
    tellNote('a client that never reads', note);
    expect(each).toBeLessThan(MOST_BYTES);
    for (const { idle } of customers) idle.socket.resume();
    for (const { idle } of customers) await sawEverything(idle, 3 * MESSAGES + 1);
  },
);

test('a client that never reads is cut after a while, comes back and misses nothing', async () => {
  await server.remove();
  server = await startServer({ limits: { cutMs: 500, lastWordMs: 200 } });
  const { idle, token, conversation, write } = await openCustomer('192.0.2.1');
  const { epoch } = idle.frames.find(frame => frame.t === 'welcome') as { epoch: string };
  idle.socket.pause();
  await write(1_000);
  await pause(1_500);
  idle.socket.resume();
  expect([1006, 4008]).toContain(await idle.closed);
  const last = seqsOf(idle).at(-1) ?? 0;
  expect(last).toBeLessThan(1_001);
  const again = await rawClient(server.origin);
  await again.hello(token, { epoch, cursors: { [conversation]: last } });
  await again.next('events', ({ events }) => events.at(-1)?.seq === 1_001);
  expect([...seqsOf(idle), ...seqsOf(again)]).toEqual(Array.from({ length: 1_001 }, (_, i) => i + 1));
});

/** A customer with two windows; resolves when both are welcomed and the conversation has begun. */
async function openCustomer(address: string) {
  const { token } = await newVisitor(server.origin, address);
  const [writer, idle] = await Promise.all([rawClient(server.origin), rawClient(server.origin)]);
  await Promise.all([writer.hello(token), idle.hello(token)]);
  const conversation = newId();
  const send = async (
    what: { kind: 'started'; body: { story: typeof STORY } } | { kind: 'message'; body: { text: string } },
  ) => {
    const id = newId();
    writer.put({ t: 'send', id, conversation, ...what });
    await writer.next('ack', ack => ack.id === id);
    writer.forget();
  };
  await send({ kind: 'started', body: { story: STORY } });
  return {
    token,
    conversation,
    idle,
    async write(count: number) {
      for (let i = 0; i < count; i++) await send({ kind: 'message', body: { text: `${i} ${'x'.repeat(16_000)}` } });
    },
  };
}

const seqsOf = ({ frames }: RawClient) =>
  frames.flatMap(frame => (frame.t === 'events' ? frame.events.map(event => event.seq) : []));

async function sawEverything(client: RawClient, last: number): Promise<void> {
  await client.next('events', ({ events }) => events.at(-1)?.seq === last);
  expect(seqsOf(client)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
}
