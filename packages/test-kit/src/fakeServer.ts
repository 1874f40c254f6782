import type { Availability, ClientFrame, Conversation, LogEvent } from '@handrail/protocol';
import { type FakeNetwork, type FakeSocket, fakeNetwork } from './fakeSocket.js';
import { aConversation, anEvent, aWelcome, NOON, SENDERS } from './fixtures.js';

/** What the SDK needs of a response. */
interface FakeResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A server with one site inside the process, for a visitor's client: `fetch` and `WebSocket` are its whole network. */
export interface FakeServer {
  readonly network: FakeNetwork;
  readonly fetch: (url: string, init?: { method?: string }) => Promise<FakeResponse>;
  /** Every request, as `METHOD url`. Visitors and availability are answered, everything else is 404. */
  readonly requests: readonly string[];
  /** The log of every conversation. */
  readonly logs: Map<string, LogEvent[]>;
  availability: Availability;
  /** Whether frames are answered; `false` eats them. */
  answers: boolean;
  /** Puts an event into its log and tells the client, as if somebody else had written it. */
  push(socket: FakeSocket, event: LogEvent): void;
}

/** Answers `hello` with what the cursors miss, and `send` with an ack and the event; a repeated id is stored once. */
export function fakeServer(): FakeServer {
  const logs = new Map<string, LogEvent[]>();
  const records = new Map<string, Conversation>();
  const requests: string[] = [];
  let visitors = 0;

  async function fetch(url: string, init?: { method?: string }): Promise<FakeResponse> {
    requests.push(`${init?.method ?? 'GET'} ${url}`);
    const isGrant = url.endsWith('/visitors');
    const found = isGrant || url.includes('/availability');
    if (isGrant) visitors += 1;
    const body = isGrant ? { visitor: `v${visitors}`, token: `visitor-token-${visitors}` } : server.availability;
    return {
      ok: found,
      status: found ? 200 : 404,
      headers: { get: () => null },
      json: async () => (found ? body : {}),
      arrayBuffer: async () => new ArrayBuffer(0),
    };
  }

  function push(socket: FakeSocket, event: LogEvent) {
    const { conversation, seq } = event;
    logs.set(conversation, [...(logs.get(conversation) ?? []), event]);
    const before = records.get(conversation) ?? aConversation(conversation, { owner: 'bot' });
    const owner = event.kind === 'owner' ? { owner: event.body.owner } : {};
    const record: Conversation = { ...before, ...owner, lastSeq: seq, updatedAt: NOON + seq };
    records.set(conversation, record);
    socket.receive({ t: 'events', events: [event], conversations: [record] });
  }

  function answer(frame: ClientFrame, socket: FakeSocket) {
    if (!server.answers) return;
    if (frame.t === 'hello') welcome(frame.cursors ?? {}, socket);
    if (frame.t === 'send') store(frame, socket);
  }

  function welcome(cursors: Readonly<Record<string, number>>, socket: FakeSocket) {
    const conversations = [...records.values()];
    socket.receive(aWelcome({ conversations, resumes: {} }));
    for (const [id, log] of logs) {
      const events = log.filter(event => event.seq > (cursors[id] ?? 0));
      socket.receive({ t: 'events', events, conversations });
    }
  }

  function store({ id, conversation, kind, body, as }: ClientFrame & { t: 'send' }, socket: FakeSocket) {
    const log = logs.get(conversation) ?? [];
    const known = log.find(event => event.id === id);
    const seq = known?.seq ?? log.length + 1;
    socket.receive({ t: 'ack', id, conversation, seq, at: NOON + seq });
    const sender = as === 'bot' ? SENDERS.bot : SENDERS.visitor;
    if (!known) push(socket, anEvent(conversation, seq, kind, body, { id, sender }));
  }

  const server: FakeServer = {
    network: fakeNetwork(answer),
    fetch,
    requests,
    logs,
    availability: { state: 'online' },
    answers: true,
    push,
  };
  return server;
}
