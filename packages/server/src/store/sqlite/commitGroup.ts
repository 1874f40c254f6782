import type { Answer, Call } from './calls.js';
import type { Database } from './openDatabase.js';
import type { Operations } from './operations.js';

/** Runs writes that arrived together in one transaction. */
export interface CommitGroup {
  /** One answer per call, in order, after the commit returned. Never throws. */
  commit(calls: readonly Call[]): Answer[];
  /** Whether something that was put off waits to be written. */
  isBehind(): boolean;
  /** Writes what was put off. Never throws. */
  settle(): void;
}

/** How long a full disk is left alone before a write is tried again, in milliseconds. */
const RETRY_FULL_MS = 1000;
/** What was put off is written with the next commit after so many milliseconds, or above so many records. */
export const SETTLE_MS = 1000;
const MOST_LATE = 2000;

/** SQLite result codes: https://sqlite.org/rescode.html */
const BUSY = 5;
const FULL = 13;
/** Read-only file, I/O error, damage, cannot open, not a database: only a person can mend these. */
const BROKEN = [8, 10, 11, 14, 26];

/**
 * @param now milliseconds that only go forward: a clock set back must not keep the disk refused
 */
export function createCommitGroup(db: Database, operations: Operations, now: () => number): CommitGroup {
  const { writes, late } = operations;
  let refusing: { message: string; until: number } | null = null;
  let settledAt = now();

  function together(calls: readonly Call[], isDue: boolean): Answer[] {
    db.exec('BEGIN IMMEDIATE');
    const answers = calls.map(call => runOne(call));
    if (isDue) late.settle();
    db.exec('COMMIT');
    refusing = null;
    if (isDue) settledAt = now();
    return answers;
  }

  function runOne(call: Call): Answer {
    const operation = writes[call.name as keyof typeof writes] as (...args: readonly unknown[]) => unknown;
    return { n: call.n, ok: true, value: operation(...call.args) };
  }

  /** Why nothing of a transaction was kept; `null` when only a call of its own can be to blame. */
  function undo(error: unknown): { code: 'busy' | 'read_only'; message: string } | null {
    const code = resultCode(error);
    try {
      if (db.isTransaction) db.exec('ROLLBACK');
      operations.revert();
    } catch {
      // The database is not even to be read: what the first error says is what matters.
    }
    if (code === BUSY) return { code: 'busy', message: 'Another process holds the database.' };
    if (code !== FULL && !BROKEN.includes(code)) return null;
    // After a failed fsync the kernel may have dropped the pages it could not write: trying again on this
    // connection could report success for data that is gone. Only a full disk is safe to try again.
    const until = code === FULL ? now() + RETRY_FULL_MS : Number.POSITIVE_INFINITY;
    refusing = { message: `The database takes no writes: ${messageOf(error)}.`, until };
    return { code: 'read_only', message: refusing.message };
  }

  /** A call that failed among others: one of them took all of them with it, so each gets a transaction. */
  function alone(call: Call): Answer {
    if (refusing && now() < refusing.until)
      return { n: call.n, ok: false, code: 'read_only', message: refusing.message };
    try {
      return together([call], false)[0] as Answer;
    } catch (error) {
      const why = undo(error) ?? { code: 'internal', message: messageOf(error) };
      return { n: call.n, ok: false, ...why };
    }
  }

  return {
    commit(calls) {
      if (refusing && now() < refusing.until) return refuseAll(calls, 'read_only', refusing.message);
      try {
        return together(calls, late.waiting() >= MOST_LATE || now() - settledAt >= SETTLE_MS);
      } catch (error) {
        const why = undo(error);
        return why ? refuseAll(calls, why.code, why.message) : calls.map(alone);
      }
    },
    isBehind: () => late.waiting() > 0,
    settle() {
      if (late.waiting() === 0 || (refusing && now() < refusing.until)) return;
      try {
        together([], true);
      } catch (error) {
        undo(error);
      }
    },
  };
}

function refuseAll(calls: readonly Call[], code: 'read_only' | 'busy', message: string): Answer[] {
  return calls.map(({ n }) => ({ n, ok: false, code, message }));
}

/** The primary result code; extended codes keep it in the low byte. */
function resultCode(error: unknown): number {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : 0;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
