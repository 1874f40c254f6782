import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { StoreError } from '../storeError.js';
import { MIGRATIONS } from './migrations.js';

/** Where the database lies and how large it may grow. */
export interface DatabaseOptions {
  readonly folder: string;
  /** Largest size in bytes; above it writes are refused with `read_only`. Default: the disk's. */
  readonly maxBytes?: number;
  /** Value for a new database; a stored one is kept. */
  readonly newEpoch: string;
}

/** An open database connection. */
export type Database = InstanceType<typeof DatabaseSync>;

/** Below this, a WAL that is reset while another connection reads can lose a commit (fixed in SQLite 3.51.3). */
export const OLDEST_SQLITE = '3.51.3';

/** Opens the database, brings its schema up to date and returns its epoch. Throws a `StoreError` that says what to do. */
export function openDatabase({ folder, maxBytes, newEpoch }: DatabaseOptions): { db: Database; epoch: string } {
  prepareFolder(folder);
  const file = join(folder, 'handrail.db');
  let db: Database | undefined;
  try {
    db = new DatabaseSync(file);
    checkVersion(String((db.prepare('SELECT sqlite_version() AS v').get() as { v: string }).v));
    // FULL: an acknowledgement must outlive a power cut, and in WAL mode only FULL syncs at every commit.
    // secure_delete: what is written over, such as a deleted message, is gone from the file too.
    // Copying the log back every 32 MiB instead of every 4 MiB keeps long writes out of most commits.
    db.exec(
      'PRAGMA wal_autocheckpoint = 8192; PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON',
    );
    migrate(db, file);
    if (maxBytes !== undefined) limitSize(db, maxBytes);
    return { db, epoch: epochOf(db, newEpoch) };
  } catch (cause) {
    db?.close();
    if (cause instanceof StoreError) throw cause;
    const got = cause instanceof Error ? cause.message : String(cause);
    throw new StoreError('storage_failed', `The database ${file} could not be opened: ${got}.`, { cause });
  }
}

/** Throws when the SQLite inside the binding is too old to be trusted with acknowledged messages. */
export function checkVersion(got: string): void {
  const [a, b] = [OLDEST_SQLITE, got].map(version => version.split('.').map(Number)) as [number[], number[]];
  const differs = a.findIndex((part, i) => part !== (b[i] ?? 0));
  if (differs === -1 || (b[differs] ?? 0) > (a[differs] ?? 0)) return;
  throw new StoreError(
    'storage_failed',
    `SQLite is too old: expected ${OLDEST_SQLITE} or newer, got ${got}. Older versions can lose commits in WAL mode.`,
  );
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const got = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new StoreError(
      'storage_failed',
      `The data folder ${folder} cannot be used: expected a folder this process may write to, got ${got}.`,
      { cause },
    );
  }
}

function migrate(db: Database, file: string): void {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > MIGRATIONS.length) {
    throw new StoreError(
      'storage_failed',
      `The database ${file} was written by a newer Handrail: expected schema ${MIGRATIONS.length} or older, ` +
        `got ${version}. Start the newer version, or restore a backup made before the upgrade.`,
    );
  }
  for (let next = version; next < MIGRATIONS.length; next++) {
    db.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[next]}; PRAGMA user_version = ${next + 1}; COMMIT`);
  }
}

function limitSize(db: Database, maxBytes: number): void {
  const { page_size: size } = db.prepare('PRAGMA page_size').get() as { page_size: number };
  db.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / size))}`);
}

function epochOf(db: Database, newEpoch: string): string {
  db.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES ('epoch', ?)").run(newEpoch);
  return (db.prepare("SELECT value FROM meta WHERE key = 'epoch'").get() as { value: string }).value;
}
