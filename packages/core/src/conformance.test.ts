import type { ClientFrame, Conversation, ServerFrame } from '@handrail/protocol';
import {
  aWelcome,
  countedIds,
  type FakeSocket,
  fakeNetwork,
  filled,
  fits,
  goodHello,
  logEvent,
  manualClock,
  type Names,
  readTranscripts,
  type Transcript,
} from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { type Agent, createAgent } from './agent/index.js';
import { defaultEnvironment, type FetchLike } from './environment.js';
import { createLive } from './live.js';
import type { Unsent } from './outbox.js';
import type { Connection } from './session.js';
import { memoryStorage } from './storage/memory.js';
import { createStores } from './stores.js';
import type { Thread } from './thread.js';
import { createThreads } from './threads.js';

const TOKEN = 'hv_token-of-a-person-0123';
/** Signs of life and positions, which a client may send when it likes. */
const ASIDE = ['marks', 'ping'];

/** A client as a transcript moves it. */
interface Played {
  act(what: Readonly<Record<string, unknown>>): void;
  thread(id: string): Thread | undefined;
  unsent(): readonly Unsent[];
  connection(): Connection;
}

/** Plays the server of a transcript against a real client. */
function open(transcript: Transcript) {
  const clock = manualClock();
  const network = fakeNetwork();
  const newId = countedIds();
  const { now, setTimeout, clearTimeout } = clock;
  const fetch: FetchLike = async url => ({
    ok: !url.endsWith('/socket'),
    status: url.endsWith('/socket') ? 503 : 200,
    headers: { get: () => null },
    json: async () => ({ visitor: 'v1', token: TOKEN }),
    arrayBuffer: async () => new ArrayBuffer(0),
  });
  const environment = { now, setTimeout, clearTimeout, fetch, WebSocket: network.WebSocket };
  const client = transcript.as === 'agent' ? playAgent(environment) : playVisitor(environment);
  const names: Names = new Map<string, unknown>([
    ['$site', 'demo'],
    ['$token', TOKEN],
    ['$epoch', 'epoch-1'],
    ['$visitor', 'v1'],
  ]);
  const heard = new Map<FakeSocket, number>();

  const socket = async () => {
    await clock.settle();
    network.socket.open();
    await clock.settle();
    return network.socket;
  };
  /** A connection that ended is followed by another, by itself. */
  const comeBack = async () => {
    const before = network.sockets.length;
    for (let second = 0; second < 60 && network.sockets.length === before; second++) await clock.advance(1_000);
    await socket();
  };
  const say = async (frame: unknown) => {
    network.socket.receive(filled(frame, names, newId) as ServerFrame);
    await clock.settle();
  };
  /** The next frame the client sent, aside from signs of life. */
  const hear = async (line: unknown) => {
    await clock.settle();
    const { sent } = network.socket;
    let next = heard.get(network.socket) ?? 0;
    while (ASIDE.includes(sent[next]?.t ?? '') && (line as { t: string }).t !== sent[next]?.t) next += 1;
    const frame = sent[next] as ClientFrame | undefined;
    heard.set(network.socket, next + 1);
    expect(fits(line, frame, names), `expected ${JSON.stringify(line)}, got ${JSON.stringify(frame)}`).toBe(true);
  };
  /** Nothing was sent that no line spoke of, aside from signs of life. */
  const waits = async () => {
    await clock.settle();
    const rest = network.socket.sent.slice(heard.get(network.socket) ?? 0);
    expect(rest.filter(({ t }) => !ASIDE.includes(t))).toEqual([]);
  };
  return { clock, network, names, newId, client, socket, comeBack, say, hear, waits };
}

type Environment = Parameters<typeof defaultEnvironment>[1];

function playVisitor(environment: NonNullable<Environment>): Played {
  const storage = memoryStorage();
  const stores = createStores('en');
  const threads = createThreads(stores.$threads, environment.now as () => number);
  const live = createLive({
    environment: defaultEnvironment(storage, environment),
    storage,
    prefix: 'p:',
    server: 'https://help.example',
    site: 'demo',
    connectTimeout: 4_000,
    historyPage: 50,
    stores,
    threads,
    shareLine: null,
    entered: () => {},
    forgotten: () => {},
    failed: () => {},
  });
  live.connect();
  return {
    act({ write, older, conversation, body }) {
      if (older) return live.older(String(older));
      live.write(String(conversation), write as 'message', body as { text: string }).catch(() => {});
    },
    thread: threads.get,
    unsent: stores.$unsent.get,
    connection: stores.$connection.get,
  };
}

function playAgent(environment: NonNullable<Environment>): Played {
  const agent: Agent = createAgent({ server: 'https://help.example', token: TOKEN, environment });
  return {
    act({ take, tag, untag, tags, reply, edit, remove, conversation, text, available }) {
      if (tag) agent.addTags(String(tag), tags as string[]).catch(() => {});
      if (untag) agent.removeTags(String(untag), tags as string[]).catch(() => {});
      if (take) agent.take(String(take)).catch(() => {});
      if (reply) agent.reply(String(reply), String(text)).catch(() => {});
      if (edit) agent.edit(String(conversation), String(edit), String(text)).catch(() => {});
      if (remove) agent.remove(String(conversation), String(remove)).catch(() => {});
      if (available !== undefined) agent.setAvailable(Boolean(available));
    },
    thread: id => agent.$threads.get().get(id),
    unsent: agent.$unsent.get,
    connection: agent.$connection.get,
  };
}

type Here = ReturnType<typeof open>;

/** What the server knows already, as it tells a client that asks for the first time. */
async function welcome({ names, newId, say, hear, client }: Here, transcript: Transcript) {
  const { site: _, ...hello } = goodHello(transcript, names) as ClientFrame & { t: 'hello' };
  await hear({ ...hello, device: '$device' });
  const isAgent = transcript.as === 'agent';
  const before = transcript.lines.filter(line => line.before);
  const records = before.map(line => `?record ${line.before} ${line.events?.length} ${ownerAfter(line.events ?? [])}`);
  const rev = before.reduce((sum, line) => sum + (line.events?.length ?? 0), 0);
  const you = { kind: 'agent', id: 'a1', name: 'Mara', role: 'agent' } as const;
  await say(
    isAgent
      ? aWelcome({
          you,
          resume: 'reset',
          rev,
          available: true,
          conversations: filled(records, names, newId) as Conversation[],
        })
      : aWelcome(),
  );
  expect(client.connection().state).toBe('online');
}

function ownerAfter(words: readonly string[]): string {
  return words.includes('taken') ? 'human' : words.includes('queued') ? 'queue' : 'bot';
}

/** A log as it arrives: whole, or with a hole, which the last event or a heartbeat shows. */
async function tellLog(here: Here, { log = '', events = [], missed, told }: Transcript['lines'][number]) {
  const { names, newId, say } = here;
  const conversation = String(filled(log, names, newId));
  const until = missed ? missed[0] - 1 : events.length;
  const record = (count: number) => `?record ${log} ${count} ${ownerAfter(events.slice(0, count))}`;
  const entries = events.map((word, place) => logEvent(conversation, place + 1, word));
  await say({ t: 'events', events: entries.slice(0, until), conversations: [record(until)] });
  if (!missed) return;
  if (told === 'beat') return say({ t: 'beat', seqs: { [conversation]: events.length } });
  await say({ t: 'events', events: entries.slice(missed[1]), conversations: [record(events.length)] });
}

const transcripts = readTranscripts().filter(({ runs }) => runs?.includes('client') ?? true);

test.each(transcripts)('the client keeps to: $name', async transcript => {
  const here = open(transcript);
  const { clock, network, names, newId, client } = here;
  await here.socket();
  for (const line of transcript.lines) {
    if (line.hello) await welcome(here, transcript);
    if (line.log) await tellLog(here, line);
    if (line.cut) {
      network.socket.close(1006);
      await here.comeBack();
    }
    if (line.do) client.act(filled(line.do, names, newId) as Record<string, unknown>);
    if (line.client) await here.hear(line.client.t === 'hello' ? { ...line.client, device: '$device' } : line.client);
    if (line.server ?? line.also) await here.say(line.server ?? line.also);
    if (line.waits) await here.waits();
    if (line.close) {
      network.socket.close(line.close);
      await clock.settle();
      const ends = transcript.lines.some(one => one.ends);
      if (!ends && !transcript.lines.some(one => one.quiet)) await here.comeBack();
    }
    if (line.leaves) {
      expect(network.socket.closedByClient?.code).toBe(line.leaves);
      network.socket.close(line.leaves);
      await here.comeBack();
    }
    if (line.quiet) {
      const before = network.sockets.length;
      await clock.advance(line.quiet - 1);
      expect(network.sockets).toHaveLength(before);
      await here.comeBack();
    }
    if (line.ends) {
      expect(client.connection()).toMatchObject({ state: 'closed', code: line.ends });
      await clock.advance(120_000);
      expect(network.sockets).toHaveLength(1);
    }
    for (const [name, texts] of Object.entries(line.shows ?? {})) {
      const { events = [] } = client.thread(String(names.get(name))) ?? {};
      expect(events.flatMap(event => (event.kind === 'message' ? [event.body.text] : []))).toEqual(texts);
      expect(events.map(event => event.seq)).toEqual(events.map((_, place) => (events[0]?.seq ?? 1) + place));
    }
    for (const [name, code] of Object.entries(line.unsent ?? {})) {
      const entry = client.unsent().find(one => one.frame.id === names.get(name));
      expect(entry?.refused?.code).toBe(code);
    }
  }
});
