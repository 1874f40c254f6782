import Type, { type Static } from 'typebox';
import { closed, Id, Seq, Short } from '../records/atoms.js';
import { BODIES, type BodyOf, type EventKind } from '../records/event.js';

const Versions = Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 8 });
const Token = Type.String({ minLength: 16, maxLength: 512 });

/** First frame of a connection. A visitor sends one cursor per conversation, an agent one `rev`. */
export const HelloSchema = closed({
  t: Type.Literal('hello'),
  versions: Versions,
  site: Short,
  token: Token,
  device: Id,
  /** The log's epoch the cursors belong to; epoch and cursors travel as a pair. */
  epoch: Type.Optional(Short),
  cursors: Type.Optional(Type.Record(Id, Seq, { additionalProperties: false })),
  rev: Type.Optional(Seq),
  /** Visitors: of a conversation without a cursor, or with one at 0, only the newest so many events follow. Default: all. */
  latest: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
});

/** One `send` schema per kind of event. */
const sends = (Object.keys(BODIES) as EventKind[]).map(kind =>
  closed({
    t: Type.Literal('send'),
    id: Id,
    conversation: Id,
    kind: Type.Literal(kind),
    /** A page may write for the bot it runs, while the bot owns the conversation. */
    as: Type.Optional(Type.Literal('bot')),
    body: BODIES[kind],
  }),
);

/** Every frame a client may send, by its `t`. */
export const CLIENT_FRAMES = {
  hello: HelloSchema,
  send: Type.Union(sends),
  /** Ask for events after a place, the answer to a gap; or for those before one, the newest first asked for. */
  fetch: closed({
    t: Type.Literal('fetch'),
    conversation: Id,
    after: Type.Optional(Seq),
    before: Type.Optional(Type.Integer({ minimum: 1 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  }),
  marks: closed({ t: Type.Literal('marks'), conversation: Id, delivered: Seq, read: Seq }),
  typing: closed({ t: Type.Literal('typing'), conversation: Id, on: Type.Boolean() }),
  presence: closed({ t: Type.Literal('presence'), available: Type.Boolean() }),
  ping: closed({ t: Type.Literal('ping') }),
  token: closed({ t: Type.Literal('token'), token: Token }),
} as const;

/** Schema of any client frame. */
export const ClientFrameSchema = Type.Union(Object.values(CLIENT_FRAMES));

/** Kind of a client's frame. */
export type ClientFrameKind = keyof typeof CLIENT_FRAMES;

/** The first frame. */
export type Hello = Static<typeof HelloSchema>;

/** An event on its way to the log. */
export type Send = {
  [K in EventKind]: {
    t: 'send';
    id: string;
    conversation: string;
    kind: K;
    as?: 'bot';
    body: BodyOf<K>;
  };
}[EventKind];

/** Any frame a client may send. */
export type ClientFrame =
  | Hello
  | Send
  | { t: 'fetch'; conversation: string; after: number; before?: never }
  | { t: 'fetch'; conversation: string; before: number; limit?: number; after?: never }
  | { t: 'marks'; conversation: string; delivered: number; read: number }
  | { t: 'typing'; conversation: string; on: boolean }
  | { t: 'presence'; available: boolean }
  | { t: 'ping' }
  | { t: 'token'; token: string };
