import type {
  Attachment,
  Availability,
  BodyOf,
  ClientFrame,
  ErrorCodeName,
  EventKind,
  Send,
  Sender,
  ServerFrame,
} from '@handrail/protocol';
import { createStandInLog } from './standInLog.js';

/** What the stand-in needs. */
export interface StandInServerParts {
  readonly now: () => number;
  readonly newId: () => string;
  /** Takes what the server says to the customer. */
  readonly receive: (frame: ServerFrame) => void;
  /** The files of a message, as they were taken in. */
  readonly filesOf: (ids: readonly string[]) => readonly Attachment[];
  /** Told of each text of the customer to a person once it is in the log. */
  readonly heard: (text: string) => void;
  /** The customer's part of a log begins after this place. */
  readonly startAfter: (conversation: string, place: number) => void;
}

/** A server inside the test: keeps logs, and answers frames at once. */
export interface StandInServer {
  /** What it says when it is asked whether a person can come. */
  availability: Availability;
  /** The next messages are taken, and not answered. */
  isHolding: boolean;
  /** Takes a frame of the customer. */
  take(frame: ClientFrame): void;
  /** Writes into a log; the customer hears of it. Answers the place. */
  enter<K extends EventKind>(conversation: string, kind: K, body: BodyOf<K>, sender: Sender, id?: string): number;
  /** Writes into a log without a word to the customer: what was there before. */
  enterEarlier(conversation: string, text: string, sender: Sender): void;
  /** Tells the customer the newest part of a log. */
  show(conversation: string, latest: number): void;
  /** The other side got, or read, everything. */
  mark(conversation: string, far: 'delivered' | 'read'): void;
  /** Refuses the next message with this code. */
  refuseNext(code: ErrorCodeName): void;
  /** Answers what was held back. */
  release(): void;
  clear(): void;
}

const VISITOR: Sender = { kind: 'visitor', id: 'customer' };
const BOT: Sender = { kind: 'bot', id: 'bot' };

/** @internal */
export function createStandInServer({
  now,
  newId,
  receive,
  filesOf,
  heard,
  startAfter,
}: StandInServerParts): StandInServer {
  const log = createStandInLog();
  let refusal: ErrorCodeName | null = null;
  let held: Send[] = [];

  const server: StandInServer = {
    availability: { state: 'online' },
    isHolding: false,
    take(frame) {
      if (frame.t === 'send' && server.isHolding) held.push(frame);
      else if (frame.t === 'send') send(frame);
      else if (frame.t === 'fetch' && frame.before !== undefined) older(frame.conversation, frame.before, frame.limit);
      else if (frame.t === 'marks') log.mark(frame.conversation, 'visitor', frame);
    },
    enter(conversation, kind, body, sender, id = newId()) {
      const files = kind === 'message' ? filesOf((body as BodyOf<'message'>).files ?? []) : [];
      const { event, record } = log.enter({ id, conversation, kind, body, sender, at: now(), files });
      receive({ t: 'events', events: [event], conversations: [record] });
      if (event.kind === 'owner' && event.body.owner === 'queue' && event.body.reason !== 'left_message') {
        const { wait } = server.availability;
        receive({ t: 'queue', conversation, position: 1, ...(wait ? { wait } : {}) });
      }
      return event.seq;
    },
    enterEarlier(conversation, text, sender) {
      log.enter({ id: newId(), conversation, kind: 'message', body: { text }, sender, at: now() });
    },
    show(conversation, latest) {
      const [events, record] = [log.events(conversation), log.record(conversation)];
      if (!record) return;
      startAfter(conversation, Math.max(0, events.length - latest));
      receive({ t: 'events', events: events.slice(-latest), conversations: [record] });
    },
    mark(conversation, far) {
      const record = log.record(conversation);
      if (!record) return;
      const { lastSeq: delivered, marks } = record;
      const next = { delivered, read: far === 'read' ? delivered : marks.agent.read };
      log.mark(conversation, 'agent', next);
      receive({ t: 'marks', conversation, side: 'agent', ...next });
    },
    refuseNext(code) {
      refusal = code;
    },
    release() {
      server.isHolding = false;
      const waiting = held;
      held = [];
      waiting.forEach(send);
    },
    clear() {
      held = [];
      refusal = null;
      log.clear();
    },
  };

  function send({ id, conversation, kind, body, as }: Send) {
    if (refusal !== null && kind === 'message') {
      const code = refusal;
      refusal = null;
      receive({ t: 'nack', id, conversation, code, message: 'The test had it refused.' });
      return;
    }
    const isNew = !log.events(conversation).some(event => event.id === id);
    const seq = server.enter(conversation, kind, body as BodyOf<EventKind>, as === 'bot' ? BOT : VISITOR, id);
    receive({ t: 'ack', id, conversation, seq, at: now() });
    const isHeard = kind === 'message' && as !== 'bot' && log.record(conversation)?.owner !== 'bot';
    if (isNew && isHeard) heard((body as BodyOf<'message'>).text);
  }

  function older(conversation: string, before: number, limit = 50) {
    const record = log.record(conversation);
    const events = log.events(conversation).filter(({ seq }) => seq < before);
    if (record) receive({ t: 'events', events: events.slice(-limit), conversations: [record], before });
  }

  return server;
}
