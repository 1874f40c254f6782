import { type ClientFrame, createIds, type ServerFrame } from '@handrail/protocol';
import { type ClientOptions, WebSocket } from 'ws';

type Frame<K extends ServerFrame['t']> = Extract<ServerFrame, { t: K }>;

export const newId = createIds({
  now: Date.now,
  random: bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
});

/** A client that does nothing by itself. */
export interface RawClient {
  readonly socket: WebSocket;
  /** Every frame so far, or since `forget`. */
  readonly frames: readonly ServerFrame[];
  forget(): void;
  /** Resolves with the first frame of a kind that was not taken yet and fits. */
  next<K extends ServerFrame['t']>(kind: K, fits?: (frame: Frame<K>) => boolean): Promise<Frame<K>>;
  put(frame: ClientFrame): void;
  hello(token: string, more?: Partial<Extract<ClientFrame, { t: 'hello' }>>): Promise<Frame<'welcome'>>;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
}

/** Opens a socket; rejects with `Unexpected server response: <status>` when the upgrade is refused. */
export async function rawClient(origin: string, options: ClientOptions = {}): Promise<RawClient> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/v1/socket`, options);
  const frames: ServerFrame[] = [];
  const taken = new Set<ServerFrame>();
  const waiting = new Set<() => void>();
  socket.on('message', data => {
    frames.push(JSON.parse(String(data)) as ServerFrame);
    for (const look of waiting) look();
  });
  const closed = new Promise<number>(resolve => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {});
  const put = (frame: ClientFrame) => socket.send(JSON.stringify(frame));
  const next: RawClient['next'] = (kind, fits = () => true) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = frames.find(frame => !taken.has(frame) && frame.t === kind && fits(frame as never));
        if (!found) return;
        taken.add(found);
        waiting.delete(look);
        clearTimeout(giveUp);
        resolve(found as never);
      };
      const giveUp = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`No ${kind} frame came; got ${JSON.stringify(frames.slice(-5)).slice(0, 1_000)}`));
      }, 20_000);
      waiting.add(look);
      look();
    });
  return {
    socket,
    frames,
    forget() {
      frames.length = 0;
      taken.clear();
    },
    closed,
    put,
    next,
    hello(token, more = {}) {
      put({ t: 'hello', versions: [1], site: 'shop', token, device: newId(), ...more });
      return next('welcome');
    },
  };
}

/** The whole log of a conversation, over a connection of its own. */
export async function readLog(origin: string, token: string, conversation: string) {
  const client = await rawClient(origin);
  await client.hello(token);
  const log: { id: string; seq: number; text?: string }[] = [];
  for (;;) {
    const after = log.at(-1)?.seq ?? 0;
    client.put({ t: 'fetch', conversation, after });
    const { events, conversations } = await client.next('events', frame =>
      frame.conversations.some(one => one.id === conversation),
    );
    // What the server sends after hello by itself may overlap with what was asked for.
    for (const { id, seq, kind, body } of events)
      if (seq > after) log.push({ id, seq, ...(kind === 'message' ? { text: body.text } : {}) });
    const last = conversations.find(one => one.id === conversation)?.lastSeq ?? 0;
    if ((log.at(-1)?.seq ?? 0) >= last) break;
  }
  client.socket.terminate();
  return log;
}

/** A new visitor of the shop. */
export async function newVisitor(origin: string, address = '192.0.2.1'): Promise<{ visitor: string; token: string }> {
  const response = await fetch(`${origin}/api/v1/visitors`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ site: 'shop' }),
  });
  if (!response.ok) throw new Error(`visitors: HTTP ${response.status}`);
  return (await response.json()) as { visitor: string; token: string };
}

/** A story a conversation can begin with. */
export const STORY = {
  page: { url: 'https://shop.example/cart', title: 'Cart' },
  locale: 'en',
  transcript: [],
  searches: [],
  articles: [],
  attributes: [],
};
