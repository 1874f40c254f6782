import Type, { type Static, type TSchema } from 'typebox';
import type { ErrorCodeName } from '../errorCodes.js';
import type { Limits } from '../limits.js';
import { closed, Id, oneOf, Seq, Short, Time } from '../records/atoms.js';
import { type Availability, AvailabilitySchema } from '../records/availability.js';
import { type AgentCard, type Conversation, ConversationSchema } from '../records/conversation.js';
import { type LogEvent, LogEventSchema } from '../records/event.js';
import { TeamSchema } from '../records/siteConfig.js';

/** What the server decided about a cursor: nothing missed, events follow, or forget and reload. */
export type Resume = 'ok' | 'gap' | 'reset';

/** Who the connection belongs to. */
export interface You {
  readonly kind: 'visitor' | 'agent';
  readonly id: string;
  readonly name?: string;
  readonly role?: 'agent' | 'admin';
}

/** Why something was refused; the same shape in a frame and in an HTTP body. */
export interface Problem {
  readonly code: ErrorCodeName;
  readonly message: string;
  /** Where in the input, as a JSON pointer. */
  readonly path?: string;
  readonly expected?: string;
  readonly got?: string;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
}

/** Answer to `hello`. `conversations` of a visitor, or the open ones of the site for an agent without a cursor. */
export interface Welcome {
  readonly t: 'welcome';
  readonly version: number;
  readonly epoch: string;
  readonly you: You;
  readonly resume: Resume;
  /** Per conversation, for visitors. */
  readonly resumes?: Readonly<Record<string, Resume>>;
  /** Places after which the events that follow begin, where `hello` asked for the newest only. */
  readonly starts?: Readonly<Record<string, number>>;
  readonly conversations: readonly Conversation[];
  readonly rev?: number;
  readonly availability: Availability;
  /** Whether this agent takes conversations; agents only. */
  readonly available?: boolean;
  /** The site's teams, and whether this agent is in them; agents of a site with teams only. */
  readonly teams?: readonly AgentTeam[];
  readonly limits: Pick<Limits, 'textBytes' | 'frameBytes' | 'storyBytes' | 'unacked' | 'beatMs'> &
    Partial<Pick<Limits, 'fileBytes' | 'filesPerMessage'>>;
}

/** A team as an agent sees it. */
export const AgentTeamSchema = closed({ ...TeamSchema.properties, mine: Type.Boolean() });
export type AgentTeam = Static<typeof AgentTeamSchema>;

/** What the server's clock says of an open conversation; empty when nothing. */
export const DeskNoteSchema = closed({
  /** When somebody should have answered, and by which target. */
  due: Type.Optional(closed({ at: Time, target: oneOf('first', 'next') })),
  /** Id of the agent who answered before and is here: meant for them first. */
  meantFor: Type.Optional(Short),
  /** Who of whom is asked now, of a conversation that waits and is for a team: `first` only the team, `all` everybody. */
  team: Type.Optional(oneOf('first', 'all')),
});
export type DeskNote = Static<typeof DeskNoteSchema>;

/** Any frame a server sends. */
export type ServerFrame =
  | Welcome
  /** `before`: an answer to `fetch` with `before`; these events end right there. */
  | { t: 'events'; events: readonly LogEvent[]; conversations: readonly Conversation[]; before?: number }
  | { t: 'ack'; id: string; conversation: string; seq: number; at: number }
  | ({ t: 'nack'; id: string; conversation: string } & Problem)
  | { t: 'marks'; conversation: string; side: 'visitor' | 'agent'; delivered: number; read: number }
  | { t: 'typing'; conversation: string; from: { kind: 'visitor' | 'agent'; id: string; name?: string }; on: boolean }
  | { t: 'queue'; conversation: string; position: number; wait?: { min: number; max: number } }
  | { t: 'availability'; availability: Availability }
  | { t: 'presence'; agents: readonly (AgentCard & { available: boolean })[] }
  | { t: 'desk'; conversations: Readonly<Record<string, DeskNote>> }
  /** Heartbeat with the store's own word on how far the log is: `rev` for agents, `seqs` for visitors. */
  | { t: 'beat'; rev?: number; seqs?: Readonly<Record<string, number>> }
  | { t: 'bye'; code: number; retryAfter: number }
  | ({ t: 'error' } & Problem);

/** Kind of a server's frame. */
export type ServerFrameKind = ServerFrame['t'];

const problem = {
  code: Type.String(),
  message: Type.String(),
  path: Type.Optional(Type.String()),
  expected: Type.Optional(Type.String()),
  got: Type.Optional(Type.String()),
  retryAfter: Type.Optional(Type.Number()),
};
const wait = Type.Optional(closed({ min: Type.Integer(), max: Type.Integer() }));
const resume = oneOf('ok', 'gap', 'reset');

/** Every frame a server sends, by its `t`; used by tests, the documents and third-party clients. */
export const SERVER_FRAMES: Readonly<Record<ServerFrameKind, TSchema>> = {
  welcome: closed({
    t: Type.Literal('welcome'),
    version: Type.Integer(),
    epoch: Short,
    you: closed({
      kind: oneOf('visitor', 'agent'),
      id: Short,
      name: Type.Optional(Short),
      role: Type.Optional(oneOf('agent', 'admin')),
    }),
    resume,
    resumes: Type.Optional(Type.Record(Type.String(), resume)),
    starts: Type.Optional(Type.Record(Type.String(), Seq)),
    conversations: Type.Array(ConversationSchema),
    rev: Type.Optional(Seq),
    availability: AvailabilitySchema,
    available: Type.Optional(Type.Boolean()),
    teams: Type.Optional(Type.Array(AgentTeamSchema)),
    limits: closed({
      textBytes: Type.Integer(),
      frameBytes: Type.Integer(),
      storyBytes: Type.Integer(),
      unacked: Type.Integer(),
      beatMs: Type.Integer(),
      fileBytes: Type.Optional(Type.Integer()),
      filesPerMessage: Type.Optional(Type.Integer()),
    }),
  }),
  events: closed({
    t: Type.Literal('events'),
    events: Type.Array(LogEventSchema),
    conversations: Type.Array(ConversationSchema),
    before: Type.Optional(Seq),
  }),
  ack: closed({ t: Type.Literal('ack'), id: Id, conversation: Id, seq: Type.Integer({ minimum: 1 }), at: Time }),
  nack: closed({ t: Type.Literal('nack'), id: Id, conversation: Id, ...problem }),
  marks: closed({
    t: Type.Literal('marks'),
    conversation: Id,
    side: oneOf('visitor', 'agent'),
    delivered: Seq,
    read: Seq,
  }),
  typing: closed({
    t: Type.Literal('typing'),
    conversation: Id,
    from: closed({ kind: oneOf('visitor', 'agent'), id: Short, name: Type.Optional(Short) }),
    on: Type.Boolean(),
  }),
  queue: closed({ t: Type.Literal('queue'), conversation: Id, position: Type.Integer({ minimum: 1 }), wait }),
  availability: closed({ t: Type.Literal('availability'), availability: AvailabilitySchema }),
  presence: closed({
    t: Type.Literal('presence'),
    agents: Type.Array(closed({ id: Short, name: Short, available: Type.Boolean() })),
  }),
  desk: closed({ t: Type.Literal('desk'), conversations: Type.Record(Type.String(), DeskNoteSchema) }),
  beat: closed({
    t: Type.Literal('beat'),
    rev: Type.Optional(Seq),
    seqs: Type.Optional(Type.Record(Type.String(), Seq)),
  }),
  bye: closed({ t: Type.Literal('bye'), code: Type.Integer(), retryAfter: Type.Number() }),
  error: closed({ t: Type.Literal('error'), ...problem }),
};
