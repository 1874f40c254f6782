import type { BodyOf, Conversation, EventKind, LogEvent, Marks, Sender } from '@handrail/protocol';

/** An event as a handler wants it in the log; the store gives it `seq`, `rev` and `at`. */
export type Draft = {
  [K in EventKind]: {
    readonly id: string;
    readonly site: string;
    readonly conversation: string;
    readonly sender: Sender;
    readonly kind: K;
    readonly body: BodyOf<K>;
  };
}[EventKind];

/** Why a draft is not in the log. Nothing was stored. */
export interface Refusal {
  readonly code: 'id_conflict' | 'owner_changed' | 'conversation_closed' | 'not_found' | 'forbidden' | 'busy' | 'read_only';
  readonly message: string;
}

/** What became of a draft; resolves only after the commit returned. */
export type Appended =
  | {
      readonly ok: true;
      readonly event: LogEvent;
      readonly conversation: Conversation;
      /** The same draft was in the log already; `event` is that one. */
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** A visitor's or agent's token, stored as a hash. */
export interface Session {
  readonly kind: 'visitor' | 'agent';
  readonly id: string;
  readonly site: string;
  readonly name?: string;
  readonly role?: 'agent' | 'admin';
}

/**
 * Where the log lives. Every driver keeps this contract; `storeContract` in `contract.ts` is its proof.
 * Rules that decide whether a draft may enter (`log/admit.ts`) and what a conversation looks like afterwards
 * (`log/project.ts`) are pure and run inside the driver's transaction.
 */
export interface Store {
  /** Random, stored with the data; another value means another history. */
  readonly epoch: string;
  /** Adds one event. Drafts of one tick share a commit; order of calls is the order in the log. */
  append(draft: Draft): Promise<Appended>;
  /** Events of a conversation after a place, oldest first. */
  events(conversation: string, after: number, limit: number): Promise<readonly LogEvent[]>;
  /** Events of a site after a place in its whole log, oldest first. */
  eventsAfterRev(site: string, rev: number, limit: number): Promise<readonly LogEvent[]>;
  /** Newest place in a site's log, read from the store itself. */
  rev(site: string): Promise<number>;
  conversation(id: string): Promise<Conversation | null>;
  conversationsOf(visitor: string): Promise<readonly Conversation[]>;
  /** Open conversations of a site, and the newest `closed` ones. */
  inbox(site: string, closed: number): Promise<readonly Conversation[]>;
  /** Moves counters forward, never back; `null` when the conversation is unknown. */
  mark(conversation: string, side: 'visitor' | 'agent', marks: Marks): Promise<Conversation | null>;
  /** Minutes waited by the last `limit` accepted conversations, newest first. */
  waits(site: string, limit: number): Promise<readonly number[]>;
  /** Stores a session under the hash of its token. `expiresAt` in ms; `null` never. */
  addSession(tokenHash: string, session: Session, expiresAt: number | null): Promise<void>;
  session(tokenHash: string, now: number): Promise<Session | null>;
  /** A code that can be turned into a session once. */
  addSignIn(codeHash: string, session: Session, expiresAt: number): Promise<void>;
  redeemSignIn(codeHash: string, now: number): Promise<Session | null>;
  /** Waits for what was appended, then closes files. */
  close(): Promise<void>;
}
