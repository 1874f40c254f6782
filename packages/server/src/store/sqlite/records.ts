import type { Conversation } from '@handrail/protocol';
import type { Statements } from './statements.js';

/**
 * Conversation records and places in the sites' logs, as they are after everything appended so far. The log is the
 * truth and a record follows from it, so a record need not be written with every event: what is `late` is written
 * together a moment later, and what a crash took is made again from the log (`catchUp.ts`). New conversations and
 * changes of status are written at once, so that lists read from the database have the right members.
 */
export interface Records {
  get(id: string): Conversation | null;
  /** Takes a record; `late` lets it wait for `settle`. */
  put(record: Conversation, late: boolean): void;
  /** The newest place in a site's log. */
  rev(site: string): number;
  /** Takes the next place. */
  nextRev(site: string): number;
  /** What is known of a record that was read from the database: it may be newer. */
  newest(record: Conversation): Conversation;
  /** How many records and places wait to be written. */
  waiting(): number;
  /** Writes what waits; inside a transaction. */
  settle(): void;
  /** Forgets everything that is not in the database, after a transaction was rolled back. */
  forget(): void;
}

/** Records held in memory, beside those that wait; above it all that are written are let go. */
const MOST_HELD = 5_000;

export function createRecords(sql: Statements): Records {
  const held = new Map<string, Conversation>();
  const late = new Set<string>();
  const revs = new Map<string, number>();
  const lateSites = new Set<string>();

  const read = (id: string) => {
    const row = sql.conversation.get(id) as { record: string } | undefined;
    return row ? (JSON.parse(row.record) as Conversation) : null;
  };
  const hold = (record: Conversation) => {
    if (held.size >= MOST_HELD) for (const id of held.keys()) if (!late.has(id)) held.delete(id);
    held.set(record.id, record);
  };
  const write = (record: Conversation) => {
    const { id, site, visitor, status, updatedAt } = record;
    sql.keep.run(id, site, visitor, status, updatedAt, JSON.stringify(record));
  };
  const rev = (site: string) => {
    const known = revs.get(site);
    if (known !== undefined) return known;
    const stored = (sql.rev.get(site) as { rev: number } | undefined)?.rev ?? 0;
    revs.set(site, stored);
    return stored;
  };
  const settle = () => {
    // Neighbours lie on one page of the database, which is then written once.
    for (const id of [...late].sort()) write(held.get(id) as Conversation);
    late.clear();
    for (const site of lateSites) sql.setRev.run(site, revs.get(site) ?? 0);
    lateSites.clear();
  };

  return {
    get(id) {
      const known = held.get(id) ?? read(id);
      if (known && !held.has(id)) hold(known);
      return known;
    },
    put(record, isLate) {
      hold(record);
      if (isLate) late.add(record.id);
      else {
        late.delete(record.id);
        write(record);
      }
    },
    rev,
    nextRev(site) {
      const next = rev(site) + 1;
      if (next === 1) sql.setRev.run(site, 0);
      revs.set(site, next);
      lateSites.add(site);
      return next;
    },
    newest: record => held.get(record.id) ?? record,
    waiting: () => late.size + lateSites.size,
    settle,
    forget() {
      held.clear();
      late.clear();
      revs.clear();
      lateSites.clear();
    },
  };
}
