import {
  type BodyOf,
  type Conversation,
  createIds,
  DEFAULT_LIMITS,
  type EventKind,
  type Hello,
  type LogEvent,
  type Sender,
  type Story,
  type Welcome,
} from '@handrail/protocol';

/** When every fixture happened, in milliseconds since 1970. */
export const NOON = 1_700_000_000_000;

/** Ids that are the same in every run: a source of its own for each call. */
export function countedIds(start = NOON): () => string {
  let count = 0;
  return createIds({ now: () => start + count++, random: bytes => bytes.fill(7) });
}

/** A visitor, an agent and a bot as senders. */
export const SENDERS = Object.freeze({
  visitor: { kind: 'visitor', id: 'v1' },
  agent: { kind: 'agent', id: 'a1', name: 'Mara' },
  bot: { kind: 'bot', id: 'bot' },
  system: { kind: 'system', id: 'system' },
} as const satisfies Record<string, Sender>);

/** A conversation's record that passes its schema. */
export function aConversation(id: string, more: Partial<Conversation> = {}): Conversation {
  return {
    id,
    site: 'demo',
    visitor: 'v1',
    owner: 'queue',
    ownerSeq: 0,
    status: 'open',
    createdAt: NOON,
    updatedAt: NOON,
    lastSeq: 0,
    locale: 'en',
    subject: 'My parcel is late',
    marks: { visitor: { delivered: 0, read: 0 }, agent: { delivered: 0, read: 0 } },
    ...more,
  };
}

/** A story that passes its schema. */
export function aStory(more: Partial<Story> = {}): Story {
  return {
    page: { url: 'https://shop.example/', title: 'Shop' },
    locale: 'en',
    transcript: [],
    searches: [],
    articles: [],
    attributes: [],
    ...more,
  };
}

/** One entry of a log that passes its schema. Its id follows from `seq` unless one is given. */
export function anEvent<K extends EventKind>(
  conversation: string,
  seq: number,
  kind: K,
  body: BodyOf<K>,
  more: { id?: string; sender?: Sender; at?: number; rev?: number } = {},
): LogEvent {
  const id = more.id ?? `018bcfe5-6800-7000-8000-${seq.toString(16).padStart(12, '0')}`;
  return { sender: SENDERS.visitor, at: NOON + seq, ...more, id, conversation, seq, kind, body } as LogEvent;
}

/** A log of messages, `seq` 1 to `length`. */
export function aLog(conversation: string, length: number): LogEvent[] {
  return Array.from({ length }, (_, i) => anEvent(conversation, i + 1, 'message', { text: `message ${i + 1}` }));
}

/** The first frame of a visitor. */
export function aHello(more: Partial<Hello> = {}): Hello {
  const device = countedIds()();
  return { t: 'hello', versions: [1], site: 'demo', token: 'visitor-token-0123456789', device, ...more };
}

/** The server's answer to it. */
export function aWelcome(more: Partial<Welcome> = {}): Welcome {
  const { textBytes, frameBytes, storyBytes, unacked, beatMs, fileBytes, filesPerMessage } = DEFAULT_LIMITS;
  return {
    t: 'welcome',
    version: 1,
    epoch: 'epoch-1',
    you: { kind: 'visitor', id: 'v1' },
    resume: 'ok',
    conversations: [],
    availability: { state: 'online' },
    limits: { textBytes, frameBytes, storyBytes, unacked, beatMs, fileBytes, filesPerMessage },
    ...more,
  };
}
