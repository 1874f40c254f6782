import type { Conversation, LogEvent, Marks } from '@handrail/protocol';
import { enter, senderKey } from '../../log/enter.js';
import { moveMarks } from '../../log/moveMarks.js';
import type { NewEvent } from '../../log/project.js';
import type { Appended, Draft, Marked, Session } from '../store.js';
import type { Database } from './openDatabase.js';
import { prepareStatements } from './statements.js';

/** Everything that changes the database; each runs inside a transaction with others. */
export interface Writes {
  append(draft: Draft, at: number): Appended;
  mark(conversation: string, side: 'visitor' | 'agent', marks: Marks): Marked | null;
  addSession(tokenHash: string, session: Session): null;
  addSignIn(codeHash: string, agent: string, expiresAt: number): null;
  redeemSignIn(codeHash: string, now: number): string | null;
}

/** Everything that only looks; served between commits. */
export interface Reads {
  events(conversation: string, after: number, limit: number): LogEvent[];
  eventsAfterRev(site: string, rev: number, limit: number): LogEvent[];
  rev(site: string): number;
  conversation(id: string): Conversation | null;
  conversationsOf(site: string, visitor: string): Conversation[];
  inbox(site: string, closed: number): Conversation[];
  waits(site: string, limit: number): number[];
  session(tokenHash: string): Session | null;
}

/** The operations of one connection, with its statements prepared once. */
export interface Operations {
  readonly writes: Writes;
  readonly reads: Reads;
}

type Statements = ReturnType<typeof prepareStatements>;

/** Every SQL the server runs on its data, in the words of the store. */
export function createOperations(db: Database): Operations {
  const sql = prepareStatements(db);
  return { reads: createReads(sql), writes: createWrites(sql) };
}

function createReads(sql: Statements): Reads {
  return {
    events: (id, after, limit) => parseAll(sql.events.all(id, after, limit), 'event'),
    eventsAfterRev: (site, rev, limit) => parseAll(sql.eventsAfterRev.all(site, rev, limit), 'event'),
    rev: site => (sql.rev.get(site) as { rev: number } | undefined)?.rev ?? 0,
    conversation: id => parseOne(sql.conversation.get(id), 'record'),
    conversationsOf: (site, visitor) => parseAll(sql.conversationsOf.all(visitor, site), 'record'),
    inbox: (site, closed) => [
      ...parseAll<Conversation>(sql.open.all(site), 'record'),
      ...parseAll<Conversation>(sql.closed.all(site, closed), 'record'),
    ],
    waits: (site, limit) => (sql.waits.all(site, limit) as { minutes: number }[]).map(row => row.minutes),
    session: hash => (sql.session.get(hash) as Session | undefined) ?? null,
  };
}

function createWrites(sql: Statements): Writes {
  return {
    append: (draft, at) => append(sql, draft, at),
    mark(id, side, marks) {
      const record = parseOne<Conversation>(sql.conversation.get(id), 'record');
      if (!record) return null;
      const moved = moveMarks(record, side, marks);
      if (moved) keep(sql, moved);
      return { conversation: moved ?? record, moved: moved !== null };
    },
    addSession(hash, { kind, id, site, expiresAt }) {
      sql.addSession.run(hash, kind, id, site, expiresAt);
      return null;
    },
    addSignIn(hash, agent, expiresAt) {
      sql.addSignIn.run(hash, agent, expiresAt);
      return null;
    },
    redeemSignIn(hash, now) {
      const row = sql.redeemSignIn.get(hash) as { agent: string; expiresAt: number } | undefined;
      return row && row.expiresAt > now ? row.agent : null;
    },
  };
}

function append(sql: Statements, draft: Draft, at: number): Appended {
  const key = senderKey(draft);
  const before = {
    record: parseOne<Conversation>(sql.conversation.get(draft.conversation), 'record'),
    existing: () => existing(sql.existing.get(draft.conversation, key, draft.id)),
    nextRev: () => (sql.nextRev.get(draft.site) as { rev: number }).rev,
  };
  const entered = enter(draft, before, at);
  if (entered.result === 'refused') return { ok: false, refusal: entered.refusal };
  const { event, record } = entered;
  if (entered.result === 'repeated') return { ok: true, event, conversation: record, repeated: true };
  const text = JSON.stringify(event);
  sql.insert.run(record.id, event.seq, record.site, event.rev ?? 0, key, event.id, entered.hash, text);
  keep(sql, record);
  if (entered.waited !== null) sql.addWait.run(record.site, entered.waited);
  return { ok: true, event, conversation: record, repeated: false };
}

function keep(sql: Statements, record: Conversation): void {
  const { id, site, visitor, status, updatedAt } = record;
  sql.keep.run(id, site, visitor, status, updatedAt, JSON.stringify(record));
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
