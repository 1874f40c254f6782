import type { Tree } from '@handrail/content';
import { TreeSchema } from '@handrail/content/schema';
import Type, { type Static } from 'typebox';
import { closed, Id, oneOf, Seq, Short, Text, TextOrNone, Time } from './atoms.js';
import { type Attachment, AttachmentSchema, FileIdsSchema } from './attachment.js';
import {
  AttributeSchema,
  NamedValueSchema,
  PageVisitSchema,
  SourceSchema,
  StorySchema,
  TrackedEventSchema,
  VoteReasonSchema,
  VoteSchema,
} from './story.js';

/** Who holds the conversation: exactly one at a time. */
export const OwnerSchema = oneOf('bot', 'queue', 'human');
export type Owner = Static<typeof OwnerSchema>;

/** Why the owner changed. */
export const OwnerReasonSchema = oneOf(
  'asked',
  'not_understood',
  'negative_votes',
  'repeated',
  'long_conversation',
  'distress',
  'provider_failed',
  'flow',
  'left_message',
  'accepted',
  'transferred',
  'stopped_waiting',
  'returned',
  'agent_gone',
);
export type OwnerReason = Static<typeof OwnerReasonSchema>;

/** Who wrote an event. `name` is what the other side may see. */
export const SenderSchema = closed({
  kind: oneOf('visitor', 'agent', 'bot', 'system'),
  id: Short,
  name: Type.Optional(Short),
});
export type Sender = Static<typeof SenderSchema>;

/** What a customer filled in to be answered later. */
export const ContactSchema = closed({
  email: Type.String({ pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', maxLength: 254 }),
  name: Type.Optional(Short),
  order: Type.Optional(Short),
  text: Text,
});
export type Contact = Static<typeof ContactSchema>;

/** Why a conversation ended. */
export const CloseReasonSchema = oneOf('solved', 'idle', 'left', 'spam');

/** Tags of a conversation. */
export const TagsSchema = Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 20 });

/** What each kind of event says, as a client writes it. */
export const BODIES = {
  started: closed({ story: StorySchema }),
  message: closed({ text: TextOrNone, source: Type.Optional(SourceSchema), files: Type.Optional(FileIdsSchema) }),
  note: closed({ text: TextOrNone, files: Type.Optional(FileIdsSchema) }),
  owner: closed({
    owner: OwnerSchema,
    reason: OwnerReasonSchema,
    /** The owner change this one builds on; when it is no longer the newest the server answers `owner_changed`. */
    after: Type.Optional(Seq),
    /** Id of the team that is asked first; with `queue`. One the site does not have is nobody, and everybody is asked. */
    team: Type.Optional(Short),
    /** An agent takes it although they hold as many as they may; see `at_capacity`. */
    force: Type.Optional(Type.Boolean()),
    story: Type.Optional(StorySchema),
  }),
  /** An agent words a message of their own anew; the text before is gone from the log. */
  edited: closed({ message: Id, text: Text }),
  /** An agent takes a message of their own back; its text and its files are gone from the log. */
  deleted: closed({ message: Id }),
  vote: closed({
    message: Id,
    vote: VoteSchema,
    reasons: Type.Optional(Type.Array(VoteReasonSchema, { maxItems: 6 })),
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  }),
  form: closed({ contact: ContactSchema }),
  survey: closed({
    survey: oneOf('csat'),
    score: Type.Integer({ minimum: 1, maximum: 5 }),
    comment: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  /** What the page says of the conversation while it goes on. */
  context: closed({
    /** An empty value takes an attribute back. */
    attributes: Type.Optional(Type.Array(NamedValueSchema, { maxItems: 30 })),
    addTags: Type.Optional(TagsSchema),
    removeTags: Type.Optional(TagsSchema),
    events: Type.Optional(Type.Array(TrackedEventSchema, { maxItems: 50 })),
    pages: Type.Optional(Type.Array(PageVisitSchema, { maxItems: 50 })),
  }),
  closed: closed({ reason: CloseReasonSchema }),
  reopened: closed({}),
} as const;

/** What each kind of event says that only the server writes, by its own clock. */
export const SERVER_BODIES = {
  /** A line for the customer. `name` is the agent's. */
  notice: closed({ notice: oneOf('long_wait', 'still_with_you', 'still_there'), name: Type.Optional(Short) }),
} as const;

/** The kinds of event a client can write. */
export type EventKind = keyof typeof BODIES;

/** Those, and the kinds the server enters by itself. */
export type EnteredKind = EventKind | keyof typeof SERVER_BODIES;

/** The body that is written for a kind. */
export type BodyOf<K extends EnteredKind> = Static<(typeof BODIES & typeof SERVER_BODIES)[K]>;

/** What the server alone writes: the anonymous customer is known now, and the conversation is theirs. */
export const IdentifiedSchema = closed({ visitor: Short, attributes: Type.Array(AttributeSchema, { maxItems: 50 }) });

/** What became of a message after it was written: when it was worded anew last, and when it was taken back. */
interface Amended {
  edited?: number;
  deleted?: number;
}

/** What the server adds to a stored body: the tree it made of a text, what the files are, the agent who took over. */
interface Added {
  message: { tree?: Tree; attachments?: Attachment[] } & Amended;
  edited: { tree?: Tree; messageSeq: number };
  deleted: { messageSeq: number };
  note: { tree?: Tree; attachments?: Attachment[] };
  owner: { agent?: { id: string; name: string } };
}

/** The body as it stands in the log. Of an edit that another one or a deletion followed, the text is gone. */
export type StoredBody<K extends EnteredKind> = (K extends 'edited' ? { message: string; text?: string } : BodyOf<K>) &
  (K extends keyof Added ? Added[K] : unknown);

interface EventBase {
  /** UUIDv7, unique per conversation and sender. */
  readonly id: string;
  readonly conversation: string;
  /** Place in the conversation, from 1, without gaps. */
  readonly seq: number;
  /** Place in the site's whole log; only agents see it. */
  readonly rev?: number;
  /** When the server committed it. */
  readonly at: number;
  readonly sender: Sender;
}

/**
 * One entry of a conversation's log. `identified` is written by the server when a visitor turned out to be a person of the
 * site: `visitor` is whose conversation it is from then on. `hidden` stands where a reader may not look (an internal note), so that numbers
 * stay gapless for everybody.
 */
export type LogEvent =
  | { [K in EnteredKind]: EventBase & { readonly kind: K; readonly body: StoredBody<K> } }[EnteredKind]
  | (EventBase & { readonly kind: 'identified'; readonly body: Static<typeof IdentifiedSchema> })
  | (EventBase & { readonly kind: 'hidden'; readonly body: Record<string, never> });

const base = {
  id: Type.String({ minLength: 1, maxLength: 64 }),
  conversation: Id,
  seq: Type.Integer({ minimum: 1 }),
  rev: Type.Optional(Type.Integer({ minimum: 1 })),
  at: Time,
  sender: SenderSchema,
};

const withFiles = { tree: Type.Optional(TreeSchema), attachments: Type.Optional(Type.Array(AttachmentSchema)) };

const messageSeq = Type.Integer({ minimum: 1 });

const added = {
  message: { ...withFiles, edited: Type.Optional(Time), deleted: Type.Optional(Time) },
  edited: { text: Type.Optional(Text), tree: withFiles.tree, messageSeq },
  deleted: { messageSeq },
  note: withFiles,
  owner: { agent: Type.Optional(closed({ id: Short, name: Short })) },
} as const;

/** JSON Schema of a log entry, for the documents and for other clients. */
export const LogEventSchema = Type.Union([
  ...(Object.keys(BODIES) as EventKind[]).map(kind =>
    closed({
      ...base,
      kind: Type.Literal(kind),
      body: closed({ ...BODIES[kind].properties, ...(kind in added ? added[kind as keyof typeof added] : {}) }),
    }),
  ),
  closed({ ...base, kind: Type.Literal('notice'), body: SERVER_BODIES.notice }),
  closed({ ...base, kind: Type.Literal('identified'), body: IdentifiedSchema }),
  closed({ ...base, kind: Type.Literal('hidden'), body: closed({}) }),
]);
