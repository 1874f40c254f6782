import type { SurveyKind } from '@handrail/flow';
import type { Availability, Contact, Owner, OwnerReason, Source, Vote, VoteReason } from '@handrail/protocol';
import type { Consent } from './consent.js';
import type { HandrailError } from './errors.js';
import type { IdentityState } from './identity/person.js';
import type { Connection } from './session.js';
import type { ContactState } from './stores.js';

/** Where an answer stands. */
export type AnswerSource = Pick<Source, 'article' | 'section'>;

/** What each event of a client tells. */
export interface HandrailEvents {
  error: { code: string; message: string; error: HandrailError };
  connection: Connection;
  availability: Availability;
  ready: Record<string, never>;
  /** A screen opened or closed, or shows another view; own screens tell it by `tellScreen`. */
  open: { view: string };
  close: { view: string };
  viewchange: { view: string };
  show: { view: string };
  hide: { view: string };
  /** A greeting of the widget; one shown by its text alone has no `id`. */
  'greeting:shown': { id?: string; text: string };
  'greeting:click': { id?: string; text: string };
  'greeting:dismiss': { id?: string; text: string };
  /** Messages of people that were not read, in all conversations. */
  unread: { count: number };
  search: { query: string; results: number; corrected: string | null };
  'search:empty': { query: string };
  'article:view': { id: string; section: string | null };
  'article:vote': { id: string; vote: Vote; reasons: readonly VoteReason[] };
  'suggestion:shown': { ids: readonly string[] };
  'suggestion:click': { id: string };
  'conversation:start': { id: string };
  'conversation:status': { conversation: string; status: 'open' | 'closed'; owner: Owner };
  'conversation:end': { id: string };
  'message:sent': { id: string; conversation: string; text: string };
  'message:received': { id: string; conversation: string; text: string; name?: string };
  typing: { conversation: string; on: boolean; name?: string };
  /** Everything up to `seq` was read by the other side. */
  read: { conversation: string; seq: number };
  postback: { conversation: string; value: string; label: string };
  'message:failed': { id: string; conversation: string; code: string };
  /** Quoted with a `probability`, or written `by` a language model. */
  'bot:answer': { conversation: string; sources: readonly AnswerSource[]; probability?: number; by?: 'model' };
  'bot:noanswer': { conversation: string };
  'bot:vote': { conversation: string; message: string; vote: Vote };
  'bot:action': { conversation: string; name: string; by: 'page' | 'server'; result: 'done' | 'failed' };
  'bot:resolved': { conversation: string; how: 'confirmed' | 'assumed' };
  'handoff:offered': { conversation: string };
  'handoff:requested': { conversation: string; reason: OwnerReason };
  'handoff:queued': { conversation: string };
  /** The wait is in minutes. */
  'queue:position': { conversation: string; position: number; waitMin?: number; waitMax?: number };
  'handoff:accepted': { conversation: string; agent: string };
  'handoff:failed': { conversation: string; reason: 'away' | 'offline' | 'failed' };
  'handoff:returned': { conversation: string };
  'agent:joined': { conversation: string; agent: string };
  'agent:left': { conversation: string; agent: string };
  'form:shown': { conversation: string | null; reason: ContactState['reason'] };
  'form:submitted': { conversation: string; contact: Contact };
  resynced: Record<string, never>;
  consent: Consent;
  identity: IdentityState | null;
  'token:expired': { id: string };
  /** The flow asks for a score, by its `survey` step. */
  'survey:shown': { conversation: string; survey: SurveyKind; by: 'flow' };
  /** Answered: of the flow, or after the end of a conversation with a person. */
  'survey:submitted': { conversation: string; survey: SurveyKind; score: number; by: 'flow' | 'end' };
}

/** One event as a listener gets it. */
export interface HandrailEvent<K extends keyof HandrailEvents = keyof HandrailEvents> {
  readonly id: string;
  readonly at: number;
  readonly type: K;
  /** Tells clients of one page apart. */
  readonly instanceId: string;
  readonly data: HandrailEvents[K];
}

/** Listeners get the envelope. */
export type HandrailEventMap = { [K in keyof HandrailEvents]: HandrailEvent<K> };

/** Tells the client's listeners. */
export type Tell = <K extends keyof HandrailEvents>(type: K, data: HandrailEvents[K]) => void;
