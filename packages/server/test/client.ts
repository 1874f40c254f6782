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
import { WebSocket } from 'ws';
import type { HandrailServer } from '../src/createServer.js';
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
  readonly socket: WebSocket;
  /** Every frame so far. */
  readonly frames: ServerFrame[];
  /** Resolves with the first frame of a kind that was not taken yet and fits. */
  next<K extends ServerFrameKind>(kind: K, fits?: (frame: Frame<K>) => boolean): Promise<Frame<K>>;
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
}

/** Opens a socket; rejects with the HTTP status when the upgrade is refused. */
export async function connect(server: HandrailServer, { token, site = 'shop', origin = ORIGIN }: ClientOptions) {
  const url = `${server.address.replace('http', 'ws')}/api/v1/socket`;
  const socket = new WebSocket(url, origin === null ? {} : { origin });
  const frames: ServerFrame[] = [];
  const taken = new Set<ServerFrame>();
  const waiting = new Set<() => void>();
  socket.on('message', data => {
    const frame = JSON.parse(String(data)) as ServerFrame;
    const [wrong] = Value.Errors(SERVER_FRAMES[frame.t], frame);
    if (wrong) throw new Error(`The server sent a wrong ${frame.t} frame at ${wrong.instancePath}: ${wrong.message}`);
    frames.push(frame);
    for (const look of [...waiting]) look();
  });
  const closed = new Promise<{ code: number; reason: string }>(resolve =>
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
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
    socket,
    frames,
    closed,
    next: (kind, fits = () => true) => first(kind, frame => frame.t === kind && fits(frame as never)) as Promise<never>,
    put: frame => socket.send(JSON.stringify(frame)),
    raw: text => socket.send(text),
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
      socket.close();
      await closed;
    },
  };
  return client;
}

/** A visitor that said hello. */
export async function visitorOf(server: HandrailServer, site = 'shop') {
  const { token, visitor } = await server.visitorGrant(site);
  const client = await connect(server, { token, site, origin: null });
  await client.hello();
  return Object.assign(client, { token, visitor });
}

/** An agent that said hello. */
export async function agentOf(server: HandrailServer, id = 'maya') {
  const grant = await server.agentGrant(await server.signInCode(id));
  if (!grant) throw new Error(`no grant for ${id}`);
  const client = await connect(server, { token: grant.token, site: grant.site, origin: null });
  await client.hello();
  return Object.assign(client, { token: grant.token });
}
