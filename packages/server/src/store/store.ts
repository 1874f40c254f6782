import type { Tree } from '@handrail/content';
import type {
  Attribute,
  BodyOf,
  Conversation,
  EnteredKind,
  LogEvent,
  Marks,
  OutcomeReport,
  Sender,
} from '@handrail/protocol';
import type { Actor } from '../access/who.js';
import type { Results } from './results.js';

/** An event as a handler wants it in the log; the store gives it `seq`, `rev` and `at`. */
export type Draft = {
  [K in EnteredKind]: {
    readonly id: string;
    readonly site: string;
    readonly conversation: string;
    /** Who asks; may differ from `sender` when a page writes for its bot. */
    readonly actor: Actor;
    readonly sender: Sender;
    readonly kind: K;
    /** As the client sent it: a repeat is told from a conflict by this. */
    readonly body: BodyOf<K>;
    /** What the server made of the body's text; stored with it, not compared. */
    readonly tree?: Tree;
    /** The end of the log it was decided on; when that has moved it is refused with `owner_changed`. */
    readonly expects?: number;
  };
}[EnteredKind];

/** Why a draft is not in the log. Nothing was stored. */
export interface Refusal {
  readonly code:
    | 'id_conflict'
    | 'owner_changed'
    | 'conversation_closed'
    | 'not_found'
    | 'unknown_file'
    | 'forbidden'
    | 'busy'
    | 'read_only'
    | 'internal';
  readonly message: string;
  /** Where in the frame, as a JSON pointer. */
  readonly path?: string;
}

/** What became of a draft; resolves only after the commit returned. */
export type Appended =
  | {
      readonly ok: true;
      readonly event: LogEvent;
      /** The conversation as it is now. */
      readonly conversation: Conversation;
      /** The same draft was in the log already; `event` is that one. */
      readonly repeated: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** Whose token it is, stored under the hash of the token. */
export interface Session {
  readonly kind: 'visitor' | 'agent';
  readonly id: string;
  readonly site: string;
  /** Milliseconds since 1970; `null` never. */
  readonly expiresAt: number | null;
  /** The sign-in it came from; only sessions of people the site's backend vouched for have one. */
  readonly family?: string;
  /** What the backend said about the person at the last sign-in of the family. */
  readonly attributes?: readonly Attribute[];
}

/** A person signed in by the site's backend, as it goes into the store. */
export interface SignedIn {
  readonly site: string;
  readonly sub: string;
  /** Id for a person who was never here. */
  readonly newVisitor: string;
  /** Id for a sign-in that goes on with none. */
  readonly newFamily: string;
  readonly attributes: readonly Attribute[];
  /** Hash of the token the browser had. */
  readonly current: string | null;
  readonly tokens: NextTokens;
}

/** The session and the refresh that are handed out, under their hashes. */
export interface NextTokens {
  readonly session: string;
  readonly sessionEnds: number;
  readonly refresh: string;
  readonly refreshEnds: number;
}

/** What became of it. */
export interface SignInResult {
  readonly visitor: string;
  readonly family: string;
  /** The anonymous visitor whose open conversations came along; `null` when there was none. */
  readonly takenOver: string | null;
  /** Told in the conversations that came along. */
  readonly events: readonly { readonly event: LogEvent; readonly conversation: Conversation }[];
  /** Conversations of the person that are open now. */
  readonly open: number;
}

/** What became of a refresh. `reused`: it was shown before, and everything of its family has ended. */
export type Refreshed =
  | {
      readonly result: 'ok';
      readonly visitor: string;
      readonly attributes: readonly Attribute[];
      readonly open: number;
      /** When the new refresh ends: no later than the family does. */
      readonly refreshEnds: number;
    }
  | { readonly result: 'unknown' }
  | ({ readonly result: 'reused' } & Revoked);

/** Whose tokens have ended: all of one sign-in, or an anonymous visitor's. */
export interface Revoked {
  readonly visitor: string;
  readonly family: string | null;
}

/** A file that was announced; its bytes lie elsewhere, under its id. */
export interface Upload {
  /** Made by who sends it. */
  readonly id: string;
  readonly site: string;
  /** Who sends it, as `kind:id`; see `senderKey`. */
  readonly owner: string;
  readonly name: string;
  /** Bytes it will have. */
  readonly size: number;
  readonly createdAt: number;
  /** Random; links are signed with it. */
  readonly key: string;
  /** Content type, once all bytes are there and were looked at; `null` before. */
  readonly type: string | null;
  /** Pixels; pictures only. */
  readonly width: number | null;
  readonly height: number | null;
  /** The conversation it was brought into; `null` before. */
  readonly conversation: string | null;
  /** The kind of event that brought it: what a note brings only agents see. */
  readonly broughtBy: 'message' | 'note' | null;
}

/** A file whose message was deleted: not whole, so that nobody can read it, and old, so that the next sweep removes it. */
export const RELEASED = {
  conversation: null,
  broughtBy: null,
  type: null,
  createdAt: 0,
} as const satisfies Partial<Upload>;

/** What was found in a whole file. */
export type FoundInFile = {
  readonly [K in 'type' | 'width' | 'height']: NonNullable<Upload[K]> | (K extends 'type' ? never : null);
};

/** A wait that ended with somebody accepting. */
export interface Waited {
  readonly at: number;
  readonly minutes: number;
}

/** Most waits that are read at once. */
export const MOST_WAITS = 500;

/** What became of marks. */
export interface Marked {
  readonly conversation: Conversation;
  /** Whether a counter moved. */
  readonly moved: boolean;
}

/**
 * Where the log lives. Every driver keeps this contract; `storeContract` in `contract.ts` is its proof.
 * The rules that decide whether a draft may enter and what a conversation looks like afterwards (`log/enter.ts`) are
 * pure and run inside the driver's transaction.
 */
export interface Store {
  /** Random, stored with the data; another value means another history. */
  readonly epoch: string;
  /** Calls without an answer; 0 where answers do not take time. */
  pending(): number;
  /** Adds one event. Drafts of one tick share a commit; order of calls is the order in the log. Never rejects. */
  append(draft: Draft): Promise<Appended>;
  /** Events of a conversation after a place, oldest first. */
  events(conversation: string, after: number, limit: number): Promise<readonly LogEvent[]>;
  /** Events of a site after a place in its whole log, oldest first. */
  eventsAfterRev(site: string, rev: number, limit: number): Promise<readonly LogEvent[]>;
  /** Newest place in a site's log, read from the store itself; 0 when it is empty. */
  rev(site: string): Promise<number>;
  conversation(id: string): Promise<Conversation | null>;
  /** Newest first. */
  conversationsOf(site: string, visitor: string): Promise<readonly Conversation[]>;
  /** Open conversations of a site, and the newest `closed` ones; newest first. */
  inbox(site: string, closed: number): Promise<readonly Conversation[]>;
  /** Moves counters forward, never back, never past the log's end; `null` when the conversation is unknown. */
  mark(conversation: string, side: 'visitor' | 'agent', marks: Marks): Promise<Marked | null>;
  /** How long conversations waited that were accepted since a time, newest first; at most 500. */
  waits(site: string, since: number): Promise<readonly Waited[]>;
  /** Keeps how a help session ended. Of one session the report with the highest `n` counts; `false` when this one does not. */
  addOutcome(report: OutcomeReport, at: number): Promise<boolean>;
  /**
   * Counts what happened from a time until before another: sessions by their last report, handoffs by the first request, ends by
   * the end. A session of which the log says that a person was asked for counts as handed over, whatever the page reported.
   */
  results(site: string, from: number, until: number): Promise<Results>;
  /** Adds to what a site used of something on a day (`YYYY-MM-DD`), and answers the day's total; 0 only asks. */
  spend(site: string, what: string, day: string, amount: number): Promise<number>;
  addSession(tokenHash: string, session: Session): Promise<void>;
  /** Also returns sessions that have expired: the caller tells expired from unknown. */
  session(tokenHash: string): Promise<Session | null>;
  /**
   * A person signs in. The same `sub` of a site is the same visitor for ever. When `current` is an anonymous visitor of the
   * site, its open conversations become the person's and its token ends at `now`, both once; when it is a session of the same
   * person, its family goes on. A session of somebody else changes nothing.
   */
  signIn(signedIn: SignedIn, now: number): Promise<SignInResult>;
  /** Turns a refresh into the next session of its family, once. */
  refresh(site: string, refreshHash: string, tokens: NextTokens, now: number): Promise<Refreshed>;
  /** Ends the family of a session or refresh, or an anonymous visitor's token; `null` when it is unknown. */
  revoke(site: string, tokenHash: string): Promise<Revoked | null>;
  /** Forgets refreshes that ended before `now`, and families and tokens that ended before `long`. */
  forgetEnded(now: number, long: number): Promise<void>;
  /** A code that can be turned into a session once; `agent` is the session's id. */
  addSignIn(codeHash: string, agent: string, expiresAt: number): Promise<void>;
  /** The agent's id, once; `null` when unknown, used or expired at `now`. */
  redeemSignIn(codeHash: string, now: number): Promise<string | null>;
  /** Announces a file; `false` when the id is taken. */
  addUpload(upload: Upload): Promise<boolean>;
  upload(id: string): Promise<Upload | null>;
  /** The bytes are all there. */
  finishUpload(id: string, found: FoundInFile): Promise<void>;
  /** Forgets a file; `false` when a message holds it. */
  removeUpload(id: string): Promise<boolean>;
  /** Files announced before a time that no message holds; oldest first. */
  looseUploads(createdBefore: number, limit: number): Promise<readonly Upload[]>;
  /** Bytes one sender announced since a time. */
  uploadedBytes(owner: string, since: number): Promise<number>;
  /** Waits for what was appended, then closes files. */
  close(): Promise<void>;
}
