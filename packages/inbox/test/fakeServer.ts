import type { Environment, SocketLike } from '@handrail/core';
import type { ClientFrame, Conversation, LogEvent, Send, ServerFrame, You } from '@handrail/protocol';

/** A site as the fake server holds it. */
export interface FakeSite {
  readonly conversations: readonly Conversation[];
  readonly logs: ReadonlyMap<string, readonly LogEvent[]>;
}

/** What a test does with the fake server. */
export interface FakeServer {
  readonly environment: Partial<Environment>;
  /** Frames the inbox sent, oldest first. */
  readonly received: ClientFrame[];
  /** Pushes a frame to the inbox. */
  push(frame: ServerFrame): void;
  /** Cuts the line; `code` 4500 refuses the token. */
  cut(code?: number): void;
  /** Cuts the line and answers no new one. */
  pause(): void;
  /** Appends to the log of a conversation and tells. */
  say(event: Omit<LogEvent, 'seq' | 'id' | 'rev'>, change?: Partial<Conversation>): void;
  record(id: string): Conversation;
}

/** Options of the fake server. */
export interface FakeOptions {
  readonly site: FakeSite;
  readonly you: You;
  readonly now: () => number;
  /** Refuses these sends. */
  readonly refuse?: (
    frame: Send,
  ) => { code: 'owner_changed' | 'text_too_long' | 'at_capacity'; message: string } | null;
  /** Close code instead of a welcome. */
  readonly refuseHello?: number;
  /** Answer of `POST /api/v1/sign-in`. */
  readonly signIn?: (code: string) => { status: number; body: unknown };
  /** Answer of `GET /api/v1/report`. Default: none comes. */
  readonly report?: (address: URL) => { status: number; body: unknown };
  /** No answer to anything: loading forever. */
  readonly silent?: boolean;
}

/** One agent's line to a server that lives in the page. Answers on the next turn of the event loop. */
export function createFakeServer(options: FakeOptions): FakeServer {
  const records = new Map(options.site.conversations.map(record => [record.id, record]));
  const logs = new Map([...options.site.logs].map(([id, log]) => [id, [...log]]));
  const received: ClientFrame[] = [];
  let line: FakeSocket | null = null;
  let rev = 1000;
  let paused = false;

  const push = (frame: ServerFrame) => line?.deliver(JSON.stringify(frame));
  const enter = (event: Omit<LogEvent, 'seq' | 'rev'>, change: Partial<Conversation>) => {
    const log = logs.get(event.conversation) ?? [];
    const before = records.get(event.conversation);
    if (!before) return 0;
    const seq = log.length + 1;
    log.push({ ...event, body: bodyOf(event, log), seq, rev: ++rev } as LogEvent);
    const record = { ...before, ...change, lastSeq: seq, updatedAt: event.at };
    records.set(record.id, record);
    push({ t: 'events', events: log.slice(-1), conversations: [record] });
    return seq;
  };

  function answer(frame: ClientFrame) {
    received.push(frame);
    if (options.silent) return;
    if (frame.t === 'hello') {
      if (options.refuseHello) line?.end(options.refuseHello);
      else push(welcome(options, [...records.values()]));
      push({ t: 'presence', agents: [{ id: options.you.id, name: options.you.name ?? '', available: true }] });
    } else if (frame.t === 'fetch') {
      const events = (logs.get(frame.conversation) ?? []).filter(event => event.seq > (frame.after ?? 0));
      const record = records.get(frame.conversation);
      push({ t: 'events', events, conversations: record ? [record] : [] });
    } else if (frame.t === 'send') {
      accept(frame);
    }
  }

  function accept(frame: Send) {
    const refused = options.refuse?.(frame);
    if (refused) return push({ t: 'nack', id: frame.id, conversation: frame.conversation, ...refused });
    const at = options.now();
    const sender = { kind: 'agent', id: options.you.id, name: options.you.name ?? '' } as const;
    const body = frame.kind === 'owner' && frame.body.owner === 'human' ? { ...frame.body, agent: sender } : frame.body;
    const event = { ...frame, body, sender, at } as unknown as Omit<LogEvent, 'seq' | 'rev'>;
    const seq = enter(event, changeOf(frame, sender, at));
    push({ t: 'ack', id: frame.id, conversation: frame.conversation, seq, at });
  }

  class FakeSocket implements SocketLike {
    readonly bufferedAmount = 0;
    onopen: ((event: never) => void) | null = null;
    onmessage: ((event: never) => void) | null = null;
    onclose: ((event: never) => void) | null = null;
    onerror: ((event: never) => void) | null = null;
    constructor() {
      line = this;
      setTimeout(() => {
        if (paused) this.end(1006);
        else this.onopen?.({} as never);
      });
    }
    send(text: string) {
      const frame = JSON.parse(text) as ClientFrame;
      setTimeout(() => {
        if (line === this) answer(frame);
      });
    }
    deliver(data: string) {
      this.onmessage?.({ data } as never);
    }
    end(code: number) {
      line = null;
      this.onclose?.({ code, reason: '' } as never);
    }
    close(code = 1000) {
      this.end(code);
    }
  }

  return {
    environment: {
      WebSocket: FakeSocket,
      now: options.now,
      fetch: async (url, init) => {
        const { code } = JSON.parse(init?.body ?? '{}') as { code: string };
        const isReport = url.includes('/api/v1/report');
        if (isReport && !options.report) return new Promise<never>(() => {});
        const { status, body } = (isReport ? options.report?.(new URL(url)) : options.signIn?.(code)) ?? {
          status: 404,
          body: null,
        };
        const headers = { get: () => null };
        return {
          ok: status < 300,
          status,
          headers,
          json: async () => body,
          arrayBuffer: async () => new ArrayBuffer(0),
        };
      },
    },
    received,
    push,
    cut: (code = 1006) => line?.end(code),
    pause() {
      paused = true;
      line?.end(1006);
    },
    say: (event, change = {}) => {
      enter({ ...event, id: crypto.randomUUID() } as Omit<LogEvent, 'seq' | 'rev'>, change);
    },
    record(id) {
      const record = records.get(id);
      if (!record) throw new Error(`fakeServer: no conversation ${id}`);
      return record;
    },
  };
}

/** The server says where an edited or deleted message stands. */
function bodyOf({ kind, body }: Omit<LogEvent, 'seq' | 'rev'>, log: readonly LogEvent[]): unknown {
  if (kind !== 'edited' && kind !== 'deleted') return body;
  const { message } = body as { message: string };
  return { ...body, messageSeq: log.find(event => event.id === message)?.seq ?? 0 };
}

function changeOf(frame: Send, sender: { kind: 'agent'; id: string; name: string }, at: number): Partial<Conversation> {
  switch (frame.kind) {
    case 'message':
      return { preview: { text: frame.body.text, sender, at } };
    case 'owner':
      return frame.body.owner === 'human'
        ? { owner: 'human', assignee: { id: sender.id, name: sender.name } }
        : { owner: frame.body.owner };
    case 'closed':
      return { status: 'closed', closedAt: at, owner: 'bot' };
    case 'reopened':
      return { status: 'open' };
    default:
      return {};
  }
}

function welcome({ you }: FakeOptions, conversations: readonly Conversation[]): ServerFrame {
  return {
    t: 'welcome',
    version: 1,
    epoch: 'one',
    you,
    resume: 'reset',
    conversations,
    rev: 1000,
    availability: { state: 'online' },
    available: true,
    limits: { textBytes: 16_384, frameBytes: 65_536, storyBytes: 49_152, unacked: 32, beatMs: 25_000 },
  };
}
