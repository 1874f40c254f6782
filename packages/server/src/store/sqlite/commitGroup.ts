import type { Answer, Call } from './calls.js';
import type { Database } from './openDatabase.js';
import type { Writes } from './operations.js';

/** Runs writes that arrived together in one transaction. */
export interface CommitGroup {
  /** One answer per call, in order, after the commit returned. Never throws. */
  commit(calls: readonly Call[]): Answer[];
}

/** How long a full disk is left alone before a write is tried again, in milliseconds. */
const RETRY_FULL_MS = 1000;

/** SQLite result codes: https://sqlite.org/rescode.html */
const BUSY = 5;
const FULL = 13;
/** Read-only file, I/O error, damage, cannot open, not a database: only a person can mend these. */
const BROKEN = [8, 10, 11, 14, 26];

/**
 * @param now milliseconds that only go forward: a clock set back must not keep the disk refused
 */
export function createCommitGroup(db: Database, writes: Writes, now: () => number): CommitGroup {
  let refusing: { message: string; until: number } | null = null;

  function run(calls: readonly Call[]): Answer[] {
    db.exec('BEGIN IMMEDIATE');
    const answers = calls.map(call => runOne(db, writes, call));
    db.exec('COMMIT');
    return answers;
  }

  return {
    commit(calls) {
      if (refusing && now() < refusing.until) return refuseAll(calls, 'read_only', refusing.message);
      try {
        const answers = run(calls);
        refusing = null;
        return answers;
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        const code = resultCode(error);
        const said = error instanceof Error ? error.message : String(error);
        if (code === BUSY) return refuseAll(calls, 'busy', 'Another process holds the database.');
        // After a failed fsync the kernel may have dropped the pages it could not write: trying again on this
        // connection could report success for data that is gone. Only a full disk is safe to try again.
        const until = code === FULL ? now() + RETRY_FULL_MS : Number.POSITIVE_INFINITY;
        refusing = { message: `The database takes no writes: ${said}.`, until };
        return refuseAll(calls, 'read_only', refusing.message);
      }
    },
  };
}

/** A draft that fails on its own takes nothing with it; a disk that fails takes the whole group. */
function runOne(db: Database, writes: Writes, call: Call): Answer {
  db.exec('SAVEPOINT one');
  try {
    const operation = writes[call.name as keyof Writes] as (...args: readonly unknown[]) => unknown;
    const value = operation(...call.args);
    db.exec('RELEASE one');
    return { n: call.n, ok: true, value };
  } catch (error) {
    const code = resultCode(error);
    if (!db.isTransaction || code === FULL || BROKEN.includes(code)) throw error;
    db.exec('ROLLBACK TO one; RELEASE one');
    return { n: call.n, ok: false, code: 'internal', message: error instanceof Error ? error.message : String(error) };
  }
}

function refuseAll(calls: readonly Call[], code: 'read_only' | 'busy', message: string): Answer[] {
  return calls.map(({ n }) => ({ n, ok: false, code, message }));
}

/** The primary result code; extended codes keep it in the low byte. */
function resultCode(error: unknown): number {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : 0;
}
