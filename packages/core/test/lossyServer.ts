import type { ClientFrame, Conversation, Hello, LogEvent, Resume, ServerFrame } from '@handrail/protocol';
import {
  aConversation,
  anEvent,
  aWelcome,
  type FakeNetwork,
  type FakeSocket,
  fakeNetwork,
  NOON,
  SENDERS,
} from '@handrail/test-kit';

/** One frame on its way to a client. */
interface Letter {
  readonly socket: FakeSocket;
  readonly frame: ServerFrame;
}

/**
 * A server that keeps the protocol's word on a network that does not: what it says waits until a test delivers it, out
 * of order or twice. It decides cursors as the real one does.
 */
export interface LossyServer {
  readonly network: FakeNetwork;
  readonly logs: ReadonlyMap<string, readonly LogEvent[]>;
  /** Frames that name a conversation of somebody else. */
  readonly intrusions: readonly ClientFrame[];
  /** Frames under way. */
  waiting(): number;
  /** Writes an event as an agent. */
  say(conversation: string): void;
  /** Delivers a frame under way, before older ones when both are parts of logs. */
  deliver(index: number): void;
  /** Delivers the oldest frame of every connection until nothing is under way. */
  deliverAll(): void;
  /** Puts a copy of a frame under way. */
  repeat(index: number): void;
  /** Ends a connection without a word; what was under way on it is gone. */
  cut(index: number): void;
  /** Another epoch, as after a backup was put in place: every cursor is void. */
  newEpoch(): void;
}

/** Answers of one connection to `fetch` that are under way at once; more are refused, as the real server does. */
const FETCHES_AT_ONCE = 4;

export function lossyServer(): LossyServer {
  const logs = new Map<string, LogEvent[]>();
  const owners = new Map<string, string>();
  const readers = new Map<FakeSocket, string>();
  const fetched = new WeakSet<ServerFrame>();
  const intrusions: ClientFrame[] = [];
  const site: LogEvent[] = [];
  let post: Letter[] = [];
  let epoch = 1;

  const put = (socket: FakeSocket, frame: ServerFrame) => void post.push({ socket, frame });
  const mayRead = (token: string, id: string) => token.startsWith('ha_') || owners.get(id) === token;
  const lengthOf = (id: string) => logs.get(id)?.length ?? 0;
  const recordOf = (id: string): Conversation =>
    aConversation(id, { lastSeq: lengthOf(id), owner: 'human', updatedAt: NOON + lengthOf(id) });
  const part = (id: string, after: number): ServerFrame & { t: 'events' } => ({
    t: 'events',
    events: logs.get(id)?.slice(after) ?? [],
    conversations: [recordOf(id)],
  });

  const page = (id: string, before: number, limit = 200): ServerFrame & { t: 'events' } => ({
    t: 'events',
    events: logs.get(id)?.slice(Math.max(0, before - 1 - limit), before - 1) ?? [],
    conversations: [recordOf(id)],
    before,
  });

  function append(id: string, event: LogEvent): LogEvent {
    const stored: LogEvent = { ...event, seq: lengthOf(id) + 1, rev: site.length + 1 };
    logs.set(id, [...(logs.get(id) ?? []), stored]);
    site.push(stored);
    for (const [socket, token] of readers) if (mayRead(token, id)) put(socket, part(id, stored.seq - 1));
    return stored;
  }

  function welcomeAgent({ rev, ...hello }: Hello, socket: FakeSocket) {
    const fits = hello.epoch === `epoch-${epoch}` && rev !== undefined;
    const shown = fits ? [] : [...logs.keys()].map(recordOf);
    const place = fits ? rev : site.length;
    put(
      socket,
      aWelcome({ epoch: `epoch-${epoch}`, resume: fits ? 'gap' : 'reset', conversations: shown, rev: place }),
    );
    for (const event of site.slice(place))
      put(socket, { t: 'events', events: [event], conversations: [recordOf(event.conversation)] });
  }

  function welcomeVisitor({ token, cursors = {}, ...hello }: Hello, socket: FakeSocket) {
    const mine = [...logs.keys()].filter(id => mayRead(token, id));
    const same = hello.epoch === `epoch-${epoch}` || Object.keys(cursors).length === 0;
    const judge = (id: string): Resume =>
      same && mine.includes(id) && (cursors[id] ?? 0) <= lengthOf(id) ? 'gap' : 'reset';
    const resumes = Object.fromEntries([...Object.keys(cursors), ...mine].map(id => [id, judge(id)]));
    const places = new Map(mine.map(id => [id, resumes[id] === 'gap' ? (cursors[id] ?? 0) : 0]));
    const starts: Record<string, number> = {};
    for (const [id, place] of places) {
      const start = lengthOf(id) - (hello.latest ?? lengthOf(id));
      if (place > 0 || start <= 0) continue;
      starts[id] = start;
      places.set(id, start);
    }
    put(socket, aWelcome({ epoch: `epoch-${epoch}`, resumes, starts, conversations: mine.map(recordOf) }));
    for (const [id, place] of places) put(socket, part(id, place));
  }

  function store(frame: ClientFrame & { t: 'send' }, socket: FakeSocket) {
    const { id, conversation, kind, body } = frame;
    const token = readers.get(socket) ?? '';
    if (kind === 'started' && !owners.has(conversation)) owners.set(conversation, token);
    if (!mayRead(token, conversation)) {
      intrusions.push(frame);
      return put(socket, { t: 'nack', id, conversation, code: 'not_found', message: 'There is none.' });
    }
    const known = logs.get(conversation)?.find(event => event.id === id);
    const sender = token.startsWith('ha_') ? SENDERS.agent : SENDERS.visitor;
    const { seq, at } = known ?? append(conversation, anEvent(conversation, 0, kind, body, { id, sender }));
    put(socket, { t: 'ack', id, conversation, seq, at });
  }

  function fetchLog(asked: ClientFrame & { t: 'fetch' }, socket: FakeSocket) {
    const { conversation } = asked;
    const running = post.filter(one => one.socket === socket && fetched.has(one.frame)).length;
    const message = 'Too many fetches are being answered.';
    if (running >= FETCHES_AT_ONCE) return put(socket, { t: 'error', code: 'rate_limited', message, retryAfter: 1 });
    const frame =
      asked.before === undefined ? part(conversation, asked.after) : page(conversation, asked.before, asked.limit);
    fetched.add(frame);
    put(socket, frame);
  }

  const network = fakeNetwork((frame, socket) => {
    if (!socket.isOpen) return;
    if (frame.t === 'hello') {
      readers.set(socket, frame.token);
      (frame.token.startsWith('ha_') ? welcomeAgent : welcomeVisitor)(frame, socket);
    } else if (frame.t === 'send') store(frame, socket);
    else if (frame.t === 'fetch') fetchLog(frame, socket);
  });

  const hand = (letter: Letter) => {
    post.splice(post.indexOf(letter), 1);
    if (letter.socket.isOpen) letter.socket.receive(letter.frame);
  };
  const end = (socket: FakeSocket) => {
    readers.delete(socket);
    post = post.filter(one => one.socket !== socket);
    if (socket.isOpen) socket.close(1006);
  };
  const cutAll = () => [...readers.keys()].forEach(end);

  return {
    network,
    logs,
    intrusions,
    waiting: () => post.length,
    say(id) {
      append(
        id,
        anEvent(id, 0, 'message', { text: 'an answer' }, { id: `answer-${site.length}`, sender: SENDERS.agent }),
      );
    },
    deliver(index) {
      const wanted = post[index % Math.max(1, post.length)];
      if (!wanted) return;
      const before = post.slice(0, post.indexOf(wanted)).filter(one => one.socket === wanted.socket);
      const isFree = [wanted, ...before].every(({ frame }) => frame.t === 'events');
      hand(isFree ? wanted : (before[0] ?? wanted));
    },
    deliverAll() {
      for (let letter = post[0]; letter; letter = post[0]) hand(letter);
    },
    repeat(index) {
      const letter = post[index % Math.max(1, post.length)];
      if (letter && letter.frame.t !== 'welcome') post.push({ ...letter });
    },
    cut(index) {
      const sockets = [...readers.keys()];
      const socket = sockets[index % Math.max(1, sockets.length)];
      if (socket) end(socket);
    },
    newEpoch() {
      epoch += 1;
      cutAll();
    },
  };
}
