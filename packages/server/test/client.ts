import {
  type BodyOf,
  type ClientFrame,
  createIds,
  type EventKind,
  type ServerFrame,
  type ServerFrameKind,
} from '@handrail/protocol';
import { SERVER_FRAMES } from '@handrail/protocol/schema';
import { Value } from 'typebox/value';
import type { WebSocket } from 'ws';
import type { HandrailServer } from '../src/createServer.js';
import { LINES, type TransportName } from './lines.js';
import { ORIGIN } from './startServer.js';

type Frame<K extends ServerFrameKind> = Extract<ServerFrame, { t: K }>;

export const newId = createIds({
  now: Date.now,
  random: bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
});

export const STORY = {
  page: { url: `${ORIGIN}/cart`, title: 'Cart' },
  locale: 'en',
  transcript: [],
  searches: [],
  articles: [],
  attributes: [],
};

/** A bare client for tests: shows what comes over the wire, checks every frame against the protocol, does nothing by itself. */
export interface Client {
  /** Throws for a client without one. */
  readonly socket: WebSocket;
  /** Every frame so far. */
  readonly frames: ServerFrame[];
  /** Resolves with the first frame of a kind that was not taken yet and fits. */
  next<K extends ServerFrameKind>(kind: K, fits?: (frame: Frame<K>) => boolean): Promise<Frame<K>>;
  /** Resolves with the first frame of any kind that fits and was not taken. */
  told(what: string, fits: (frame: ServerFrame) => boolean): Promise<ServerFrame>;
  put(frame: ClientFrame): void;
  raw(text: string | Buffer): void;
  hello(more?: Partial<Extract<ClientFrame, { t: 'hello' }>>): Promise<Frame<'welcome'>>;
  /** Sends an event and resolves with its acknowledgement or refusal. */
  send<K extends EventKind>(
    conversation: string,
    kind: K,
    body: BodyOf<K>,
    more?: { id?: string; as?: 'bot' },
  ): Promise<Frame<'ack'> | Frame<'nack'>>;
  /** Starts a conversation and returns its id. */
  start(): Promise<string>;
  closed: Promise<{ code: number; reason: string }>;
  end(): Promise<void>;
}

export interface ClientOptions {
  readonly token: string;
  readonly site?: string;
  readonly origin?: string | null;
  readonly transport?: TransportName;
}

/** Opens a line; rejects with the HTTP status when a socket's upgrade is refused. */
export async function connect(
  server: HandrailServer,
  { token, site = 'shop', origin = ORIGIN, transport = 'webSocket' }: ClientOptions,
) {
  const frames: ServerFrame[] = [];
  const taken = new Set<ServerFrame>();
  const waiting = new Set<() => void>();
  let tellClosed: (close: { code: number; reason: string }) => void = () => undefined;
  const closed = new Promise<{ code: number; reason: string }>(resolve => {
    tellClosed = resolve;
  });
  const line = await LINES[transport]({
    server,
    token,
    site,
    origin,
    closed: (code, reason) => tellClosed({ code, reason }),
    received(text) {
      const frame = JSON.parse(text) as ServerFrame;
      const [wrong] = Value.Errors(SERVER_FRAMES[frame.t], frame);
      if (wrong) throw new Error(`The server sent a wrong ${frame.t} frame at ${wrong.instancePath}: ${wrong.message}`);
      frames.push(frame);
      for (const look of [...waiting]) look();
    },
  });
  const first = (what: string, fits: (frame: ServerFrame) => boolean) =>
    new Promise<ServerFrame>((resolve, reject) => {
      const give = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`No ${what} frame came; got ${JSON.stringify(frames).slice(0, 2000)}`));
      }, 5000);
      const look = () => {
        const found = frames.find(frame => !taken.has(frame) && fits(frame));
        if (!found) return;
        taken.add(found);
        waiting.delete(look);
        clearTimeout(give);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  const client: Client = {
    get socket() {
      if (!line.socket) throw new Error(`A client over ${transport} has no socket.`);
      return line.socket;
    },
    frames,
    closed,
    next: (kind, fits = () => true) => first(kind, frame => frame.t === kind && fits(frame as never)) as Promise<never>,
    told: first,
    put: frame => line.put(JSON.stringify(frame)),
    raw: line.put,
    hello(more = {}) {
      client.put({ t: 'hello', versions: [1], site, token, device: newId(), ...more });
      return client.next('welcome');
    },
    async send(conversation, kind, body, { id = newId(), as } = {}) {
      client.put({ t: 'send', id, conversation, kind, body, ...(as ? { as } : {}) } as ClientFrame);
      return first(
        'ack or nack',
        frame => (frame.t === 'ack' || frame.t === 'nack') && frame.id === id,
      ) as Promise<never>;
    },
    async start() {
      const conversation = newId();
      await client.send(conversation, 'started', { story: STORY });
      return conversation;
    },
    async end() {
      line.end();
      await closed;
    },
  };
  return client;
}

/** A visitor that said hello. */
export async function visitorOf(server: HandrailServer, site = 'shop', transport?: TransportName) {
  const { token, visitor } = await server.visitorGrant(site);
  const client = await connect(server, { token, site, origin: null, ...(transport ? { transport } : {}) });
  await client.hello();
  return extend(client, { token, visitor });
}

/** An agent that said hello. */
export async function agentOf(server: HandrailServer, id = 'maya', transport?: TransportName) {
  const grant = await server.agentGrant(await server.signInCode(id));
  if (!grant) throw new Error(`no grant for ${id}`);
  const client = await connect(server, {
    token: grant.token,
    site: grant.site,
    origin: null,
    ...(transport ? { transport } : {}),
  });
  await client.hello();
  return extend(client, { token: grant.token });
}

/** Adds to a client without reading its getters. */
function extend<T extends object>(client: Client, more: T): Client & T {
  return Object.assign(client, more);
}
