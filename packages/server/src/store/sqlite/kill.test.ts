import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { LogEvent } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { type Client, connect, newId, STORY } from '../../../test/client.js';

const SCRIPT = fileURLToPath(new URL('../../../test/serverProcess.mjs', import.meta.url));
const VISITORS = 6;
const ROUNDS = 5;
const WINDOW = 16;

interface Started {
  readonly process: ChildProcess;
  readonly address: string;
  readonly tokens: readonly string[];
  readonly agent: string | null;
}

/** A customer with an outbox: everything sent and not acknowledged is sent again after each crash. */
interface Writer {
  readonly conversation: string;
  readonly token: string;
  /** In the order they were written. */
  readonly ids: string[];
  readonly acked: Map<string, number>;
}

test(`kill -9 under load, ${ROUNDS} times: nothing acknowledged is lost, nothing doubled, one order`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-kill-'));
  let server = await startProcess(folder, VISITORS);
  const { agent } = server;
  try {
    const writers: Writer[] = server.tokens.map(token => ({
      token,
      conversation: newId(),
      ids: [newId()],
      acked: new Map(),
    }));
    for (let round = 0; round < ROUNDS; round++) {
      const clients = await Promise.all(writers.map(writer => write(server, writer)));
      await new Promise(resolve => setTimeout(resolve, 150 + Math.random() * 250));
      server.process.kill('SIGKILL');
      await Promise.all(clients.map(client => client.closed));
      server = await startProcess(folder, 0);
    }
    let acknowledged = 0;
    for (const writer of writers) {
      const events = await readAll(server, writer);
      acknowledged += writer.acked.size;
      check(writer, events);
    }
    process.stdout.write(`kill -9: ${acknowledged} acknowledged in ${ROUNDS} rounds, 0 missing, 0 doubled\n`);
    expect(acknowledged).toBeGreaterThan(500);
    const revs = await readAsAgent(server, agent ?? '');
    expect(revs).toEqual(Array.from({ length: revs.length }, (_, i) => i + 1));
  } finally {
    server.process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

function check(writer: Writer, events: readonly LogEvent[]): void {
  const at = new Map(events.map(event => [event.id, event.seq]));
  const missing = [...writer.acked].filter(([id, seq]) => at.get(id) !== seq);
  expect(missing).toEqual([]);
  expect(at.size).toBe(events.length);
  expect(events.map(event => event.seq)).toEqual(events.map((_, i) => i + 1));
  // Unacknowledged: absent, or there once and in the order of writing.
  const written = writer.ids.filter(id => at.has(id));
  expect(events.map(event => event.id)).toEqual(written);
}

/** Sends again what has no acknowledgement, then goes on writing with a full window. */
async function write(server: Started, writer: Writer): Promise<Client> {
  const client = await connect(server as never, { token: writer.token, origin: null });
  await client.hello();
  const unacked = writer.ids.filter(id => !writer.acked.has(id));
  const put = (id: string) => {
    const first = id === writer.ids[0];
    const body = first ? { story: STORY } : { text: `text of ${id}` };
    if (client.socket.readyState !== client.socket.OPEN) return;
    client.put({
      t: 'send',
      id,
      conversation: writer.conversation,
      kind: first ? 'started' : 'message',
      body,
    } as never);
  };
  client.socket.on('message', data => {
    const frame = JSON.parse(String(data)) as { t: string; id: string; seq: number };
    if (frame.t !== 'ack') return;
    const before = writer.acked.get(frame.id);
    if (before !== undefined) expect(frame.seq).toBe(before);
    writer.acked.set(frame.id, frame.seq);
    const id = newId();
    writer.ids.push(id);
    put(id);
  });
  while (unacked.length < WINDOW) {
    const id = newId();
    writer.ids.push(id);
    unacked.push(id);
  }
  unacked.forEach(put);
  return client;
}

async function readAll(server: Started, writer: Writer): Promise<LogEvent[]> {
  const client = await connect(server as never, { token: writer.token, origin: null });
  const welcome = await client.hello();
  const last = welcome.conversations[0]?.lastSeq ?? 0;
  await client.next('events', frame => frame.events.at(-1)?.seq === last);
  client.socket.terminate();
  return client.frames.flatMap(frame => (frame.t === 'events' ? frame.events : []));
}

async function readAsAgent(server: Started, token: string): Promise<(number | undefined)[]> {
  const client = await connect(server as never, { token, origin: null });
  const { epoch, rev = 0 } = await client.hello();
  client.socket.terminate();
  const again = await connect(server as never, { token, origin: null });
  await again.hello({ epoch, rev: 0 });
  await again.next('events', frame => frame.events.at(-1)?.rev === rev);
  again.socket.terminate();
  return again.frames.flatMap(frame => (frame.t === 'events' ? frame.events.map(event => event.rev) : []));
}

async function startProcess(folder: string, visitors: number): Promise<Started> {
  const child = spawn(process.execPath, [SCRIPT, folder, String(visitors)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { process: child, ...(JSON.parse(line) as Omit<Started, 'process'>) };
}
