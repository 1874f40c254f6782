import Type, { type Static } from 'typebox';
import { closed, Id, Locale, oneOf, Seq, Short, Time } from './atoms.js';
import { OwnerReasonSchema, OwnerSchema, SenderSchema } from './event.js';
import { NamedValueSchema } from './story.js';

/** How far one side has got: monotonic counters outside the log. */
export const MarksSchema = closed({ delivered: Seq, read: Seq });
export type Marks = Static<typeof MarksSchema>;

/** A person of the site, as customers may see them. */
export const AgentCardSchema = closed({ id: Short, name: Short });
export type AgentCard = Static<typeof AgentCardSchema>;

/** Whose word is waited for, and what the server has done about it. */
export const TurnToSpeakSchema = closed({
  of: oneOf('visitor', 'agent'),
  since: Time,
  /** Whether a person has answered since one was asked for. */
  answered: Type.Boolean(),
  /** Lines the server wrote about it, and when the last one was. */
  reminders: Type.Integer({ minimum: 0 }),
  remindedAt: Type.Optional(Time),
});

/** What is true of a conversation now; it follows from its log. */
export const ConversationSchema = closed({
  id: Id,
  site: Short,
  visitor: Short,
  owner: OwnerSchema,
  /** `seq` of the newest owner change; 0 before the first. */
  ownerSeq: Seq,
  ownerReason: Type.Optional(OwnerReasonSchema),
  /** When the owner changed last. */
  ownerSince: Type.Optional(Time),
  status: oneOf('open', 'closed'),
  assignee: Type.Optional(AgentCardSchema),
  /** Team it is for; kept until the bot has the conversation again. */
  team: Type.Optional(Short),
  /** Since when it waits for a person; only while the owner is `queue`. */
  waitingSince: Type.Optional(Time),
  /** When a person was asked for; kept until the bot has the conversation again, so that nobody loses their place. */
  requestedAt: Type.Optional(Time),
  /** Whose word is waited for, while it waits for a person or has one. */
  turn: Type.Optional(TurnToSpeakSchema),
  /** Who answered last, and until when; `assignee` is who answers now. */
  lastAgent: Type.Optional(closed({ id: Short, name: Short, until: Time })),
  createdAt: Time,
  updatedAt: Time,
  closedAt: Type.Optional(Time),
  lastSeq: Seq,
  locale: Locale,
  /** First words of the customer's last text; for lists. */
  subject: Type.String({ maxLength: 300 }),
  /** The newest message; its text is empty where it only brought files, of which `files` is the number, or was taken back. */
  preview: Type.Optional(
    closed({
      text: Type.String({ maxLength: 300 }),
      sender: SenderSchema,
      at: Time,
      /** Its place in the log; absent for what was said before there was one. */
      seq: Type.Optional(Seq),
      files: Type.Optional(Type.Integer({ minimum: 1 })),
      deleted: Type.Optional(Type.Literal(true)),
    }),
  ),
  /** Who the customer is by the signature of the site's backend. */
  identified: Type.Optional(
    closed({ id: Short, name: Type.Optional(Short), email: Type.Optional(Type.String({ maxLength: 254 })) }),
  ),
  /** What the customer calls themselves, when they said so. Not verified. */
  name: Type.Optional(Short),
  email: Type.Optional(Type.String({ maxLength: 254 })),
  /** What the page filed it under; not verified. */
  tags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 50 })),
  /** What the page said of the conversation; not verified. */
  attributes: Type.Optional(Type.Array(NamedValueSchema, { maxItems: 30 })),
  csat: Type.Optional(closed({ score: Type.Integer(), comment: Type.Optional(Type.String()) })),
  marks: closed({ visitor: MarksSchema, agent: MarksSchema }),
});
export type Conversation = Static<typeof ConversationSchema>;
