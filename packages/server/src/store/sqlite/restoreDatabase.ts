import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { FILES_FOLDER } from '../../files/diskBlobs.js';
import { StoreError } from '../storeError.js';
import { openDatabase } from './openDatabase.js';

/** What to put where. */
export interface RestoreOptions {
  /** A copied data folder, or one file made by `VACUUM INTO`. It is only read. */
  readonly backup: string;
  /** Data folder of a server that does not run. */
  readonly folder: string;
  readonly newEpoch: string;
  /** Name of the folder, inside `folder`, that takes the database that was there. */
  readonly asideName: string;
}

/** The files of one database; the first is the database itself. */
const FILES = ['handrail.db', 'handrail.db-wal', 'handrail.db-shm'] as const;

/**
 * Puts a backup in place and gives its log a new epoch: clients that read further than the backup must not take what is
 * written from now on for what they know. Returns the folder of the database that was there; `null` when there was none.
 * Throws a `StoreError` before anything is changed when the backup cannot be opened or a server runs on the folder.
 */
export function restoreDatabase({ backup, folder, newEpoch, asideName }: RestoreOptions): string | null {
  mkdirSync(folder, { recursive: true });
  checkStopped(join(folder, FILES[0]));
  const staging = join(folder, 'restoring');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging);
  try {
    copyBackup(backup, staging);
    const { db } = openDatabase({ folder: staging, newEpoch });
    db.prepare("UPDATE meta SET value = ? WHERE key = 'epoch'").run(newEpoch);
    // Leaves one file without a -wal beside it, which can be renamed as a whole.
    db.exec('PRAGMA journal_mode = DELETE');
    db.close();
    restoreFiles(backup, folder);
    const aside = putAside(folder, join(folder, asideName));
    renameSync(join(staging, FILES[0]), join(folder, FILES[0]));
    return aside;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function copyBackup(backup: string, staging: string): void {
  const isFolder = existsSync(backup) && statSync(backup).isDirectory();
  const file = isFolder ? join(backup, FILES[0]) : backup;
  if (!existsSync(file)) {
    const expected = 'a copied data folder or a database file';
    throw new StoreError('storage_failed', `The backup ${file} does not exist: expected ${expected}.`);
  }
  copyFileSync(file, join(staging, FILES[0]));
  const wal = `${file}-wal`;
  if (existsSync(wal)) copyFileSync(wal, join(staging, FILES[1]));
}

/** What was attached lies beside the database. Files never change, so those that are there already are as good. */
function restoreFiles(backup: string, folder: string): void {
  const from = join(backup, FILES_FOLDER);
  if (existsSync(from)) cpSync(from, join(folder, FILES_FOLDER), { recursive: true, force: false });
}

/** In WAL mode every open connection holds a lock that an exclusive one cannot get past. */
function checkStopped(file: string): void {
  if (!existsSync(file)) return;
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK');
  } catch (cause) {
    const { message } = cause as Error;
    // What is damaged is what a restore is for; only a lock means that somebody works on it.
    if (!message.includes('locked')) return;
    throw new StoreError('busy', `A server runs on ${file}: expected it to be stopped.`, { cause });
  } finally {
    db.close();
  }
}

function putAside(folder: string, aside: string): string | null {
  const there = FILES.filter(name => existsSync(join(folder, name)));
  if (there.length === 0) return null;
  mkdirSync(aside);
  for (const name of there) renameSync(join(folder, name), join(aside, name));
  return aside;
}
