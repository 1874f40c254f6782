import type { Attachment, Conversation, LogEvent, Marks, OutcomeReport } from '@handrail/protocol';
import { NO_HASH } from '../../log/amend.js';
import { type Entered, enter } from '../../log/enter.js';
import { moveMarks } from '../../log/moveMarks.js';
import type { NewEvent } from '../../log/project.js';
import { senderKey } from '../../log/senderKey.js';
import { concernsTalk, nextTalk } from '../../log/talk.js';
import type { Results } from '../results.js';
import {
  type Draft,
  type FoundInFile,
  type Marked,
  MOST_WAITS,
  type NextTokens,
  RELEASED,
  type Refreshed,
  type Refusal,
  type Revoked,
  type Session,
  type SignedIn,
  type SignInResult,
  type Upload,
  type Waited,
} from '../store.js';
import { catchUp } from './catchUp.js';
import { createFigures, type Figures } from './figures.js';
import type { Database } from './openDatabase.js';
import { createPeople, type People } from './people.js';
import { createRecords, type Records } from './records.js';
import { prepareStatements, type Statements } from './statements.js';

/**
 * What became of a draft. The event of a new one is not sent back, because who asked can make it from the draft and its
 * place for less than it takes to read it; neither is the record of a conversation that is known there.
 */
export type AppendAnswer =
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: true; readonly repeated: LogEvent; readonly conversation: Conversation }
  | {
      readonly ok: true;
      readonly seq: number;
      readonly rev: number;
      readonly at: number;
      readonly attachments?: readonly Attachment[];
      readonly messageSeq?: number;
      /** Left out when it follows from the one before. */
      readonly conversation?: Conversation;
    };

/** Everything that changes the database; each runs inside a transaction with others. */
export interface Writes {
  /** @param isKnown whether the asker holds the conversation's record */
  append(draft: Draft, at: number, isKnown: boolean): AppendAnswer;
  mark(conversation: string, side: 'visitor' | 'agent', marks: Marks): Marked | null;
  addOutcome(report: OutcomeReport, at: number): boolean;
  spend(site: string, what: string, day: string, amount: number): number;
  addSession(tokenHash: string, session: Session): null;
  signIn(signedIn: SignedIn, now: number): SignInResult;
  refresh(site: string, refreshHash: string, tokens: NextTokens, now: number): Refreshed;
  revoke(site: string, tokenHash: string): Revoked | null;
  forgetEnded(now: number, long: number): null;
  addSignIn(codeHash: string, agent: string, expiresAt: number): null;
  redeemSignIn(codeHash: string, now: number): string | null;
  addUpload(upload: Upload): boolean;
  finishUpload(id: string, found: FoundInFile): null;
  removeUpload(id: string): boolean;
}

/** Everything that only looks; served between commits. */
export interface Reads {
  events(conversation: string, after: number, limit: number): LogEvent[];
  eventsAfterRev(site: string, rev: number, limit: number): LogEvent[];
  rev(site: string): number;
  conversation(id: string): Conversation | null;
  conversationsOf(site: string, visitor: string): Conversation[];
  inbox(site: string, closed: number): Conversation[];
  waits(site: string, since: number): Waited[];
  results(site: string, from: number, until: number): Results;
  session(tokenHash: string): Session | null;
  upload(id: string): Upload | null;
  looseUploads(createdBefore: number, limit: number): Upload[];
  uploadedBytes(owner: string, since: number): number;
}

/** The operations of one connection, with its statements prepared once. */
export interface Operations {
  readonly writes: Writes;
  readonly reads: Reads;
  /** Records that wait to be written; see {@link Records}. */
  readonly late: Pick<Records, 'waiting' | 'settle'>;
  /** Takes memory back to what the database holds, after a transaction was rolled back. */
  revert(): void;
}

/** Every SQL the server runs on its data, in the words of the store. */
export function createOperations(db: Database): Operations {
  const sql = prepareStatements(db);
  const records = createRecords(sql);
  const people = createPeople(db, sql, records);
  const figures = createFigures(db);
  catchUp(sql, records);
  return {
    reads: createReads(sql, records, people, figures),
    writes: createWrites(sql, records, people, figures),
    late: records,
    revert() {
      records.forget();
      catchUp(sql, records);
    },
  };
}

function createReads(sql: Statements, records: Records, people: People, figures: Figures): Reads {
  /** As the database lists them, each as new as it is, newest first. */
  const newest = (rows: unknown[]) =>
    parseAll<Conversation>(rows, 'record')
      .map(records.newest)
      .sort((a, b) => b.updatedAt - a.updatedAt);
  return {
    events: (id, after, limit) => parseAll(sql.events.all(id, after, limit), 'event'),
    eventsAfterRev: (site, rev, limit) => parseAll(sql.eventsAfterRev.all(site, rev, limit), 'event'),
    rev: records.rev,
    conversation: records.get,
    conversationsOf: (site, visitor) => newest(sql.conversationsOf.all(visitor, site)),
    inbox: (site, closed) => [...newest(sql.open.all(site)), ...newest(sql.closed.all(site, closed))],
    waits: (site, since) => sql.waits.all(site, since, MOST_WAITS) as unknown as Waited[],
    results: figures.results,
    session: people.session,
    upload: id => readUpload(sql, id),
    looseUploads: (before, limit) => sql.looseUploads.all(before, limit) as unknown as Upload[],
    uploadedBytes: (owner, since) => (sql.uploadedBytes.get(owner, since) as { bytes: number }).bytes,
  };
}

function createWrites(sql: Statements, records: Records, people: People, figures: Figures): Writes {
  return {
    append: (draft, at, isKnown) => append(sql, records, figures, draft, at, isKnown),
    addOutcome: figures.addOutcome,
    spend: figures.spend,
    mark(id, side, marks) {
      const record = records.get(id);
      if (!record) return null;
      const moved = moveMarks(record, side, marks);
      // Marks stand in no log: nothing could make them again.
      if (moved) records.put(moved, false);
      return { conversation: moved ?? record, moved: moved !== null };
    },
    addSession(hash, { kind, id, site, expiresAt, family = null }) {
      sql.addSession.run(hash, kind, id, site, expiresAt, family);
      return null;
    },
    signIn: people.signIn,
    refresh: people.refresh,
    revoke: people.revoke,
    forgetEnded: people.forgetEnded,
    addSignIn(hash, agent, expiresAt) {
      sql.addSignIn.run(hash, agent, expiresAt);
      return null;
    },
    redeemSignIn(hash, now) {
      const row = sql.redeemSignIn.get(hash) as { agent: string; expiresAt: number } | undefined;
      return row && row.expiresAt > now ? row.agent : null;
    },
    addUpload({ id, site, owner, name, size, createdAt, key }) {
      return sql.addUpload.run(id, site, owner, name, size, createdAt, key).changes > 0;
    },
    finishUpload(id, { type, width, height }) {
      sql.finishUpload.run(type, width, height, id);
      return null;
    },
    removeUpload: id => sql.removeUpload.run(id).changes > 0,
  };
}

function append(
  sql: Statements,
  records: Records,
  figures: Figures,
  draft: Draft,
  at: number,
  isKnown: boolean,
): AppendAnswer {
  const key = senderKey(draft.sender);
  const before = {
    record: records.get(draft.conversation),
    existing: () => existing(sql.existing.get(draft.conversation, key, draft.id)),
    versions: (message: string) => versions(sql, draft, message),
    upload: (id: string) => readUpload(sql, id),
    nextRev: () => records.nextRev(draft.site),
  };
  const entered = enter(draft, before, at);
  if (entered.result === 'refused') return { ok: false, refusal: entered.refusal };
  const { event, record: conversation } = entered;
  if (entered.result === 'repeated') return { ok: true, repeated: event, conversation };
  const { attachments } = entered;
  const { id, seq, rev = 0 } = event;
  sql.insert.run(conversation.id, seq, conversation.site, rev, key, id, entered.hash, JSON.stringify(event));
  const isAmended = entered.rewritten.length > 0;
  // What was deleted must not wait in a list for the next settling.
  records.put(conversation, !isAmended && before.record?.status === 'open' && conversation.status === 'open');
  if (isAmended) overwrite(sql, entered);
  for (const file of attachments) sql.linkUpload.run(conversation.id, event.kind, file.id);
  if (concernsTalk(before.record, event)) {
    const talk = nextTalk(figures.talk(conversation.id), event, conversation);
    if (talk) figures.keepTalk(talk);
  }
  if (entered.waited !== null) sql.addWait.run(conversation.site, entered.waited, at);
  const files = attachments.length > 0 ? { attachments } : {};
  const of = 'messageSeq' in event.body ? { messageSeq: event.body.messageSeq } : {};
  return { ok: true, seq, rev, at, ...files, ...of, ...(isKnown ? {} : { conversation }) };
}

function versions(sql: Statements, { conversation, sender }: Draft, message: string): NewEvent[] {
  const key = senderKey(sender);
  const first = parseOne<NewEvent>(sql.existing.get(conversation, key, message), 'event');
  return first ? [first, ...parseAll<NewEvent>(sql.edits.all(conversation, key, first.seq, message), 'event')] : [];
}

function overwrite(sql: Statements, { rewritten, released }: Extract<Entered, { result: 'new' }>): void {
  for (const event of rewritten) sql.rewrite.run(JSON.stringify(event), NO_HASH, event.conversation, event.seq);
  const { conversation, broughtBy, type, createdAt } = RELEASED;
  for (const id of released) sql.releaseUpload.run(conversation, broughtBy, type, createdAt, id);
}

function readUpload(sql: Statements, id: string): Upload | null {
  return (sql.upload.get(id) as Upload | undefined) ?? null;
}

function parseOne<T>(row: unknown, column: string): T | null {
  return row ? (JSON.parse((row as Record<string, string>)[column] as string) as T) : null;
}

function parseAll<T>(rows: unknown[], column: string): T[] {
  return rows.map(row => parseOne<T>(row, column) as T);
}

function existing(row: unknown): { event: NewEvent; hash: string } | null {
  if (!row) return null;
  const { event, hash } = row as { event: string; hash: string };
  return { event: JSON.parse(event) as NewEvent, hash };
}
