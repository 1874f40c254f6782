import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createDrafts } from '../contractDrafts.js';
import { createSqliteStore } from './createSqliteStore.js';
import { restoreDatabase } from './restoreDatabase.js';

const workerUrl = new URL('../../../dist/store/sqlite/worker.js', import.meta.url);
const base = mkdtempSync(join(tmpdir(), 'handrail-restore-'));
let folder: string;
let backup: string;

beforeEach(() => {
  const here = mkdtempSync(join(base, 'case-'));
  [folder, backup] = [join(here, 'data'), join(here, 'backup')];
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const open = (newEpoch = 'first') => createSqliteStore({ folder, newEpoch, now: Date.now, workerUrl });
const restore = (from = backup) =>
  restoreDatabase({ backup: from, folder, newEpoch: 'second', asideName: 'replaced-now' });

/** A log of two, a backup of it, and a third event written afterwards. */
async function written(copy: () => void) {
  const drafts = createDrafts();
  const store = await open();
  await store.append(drafts.started());
  await store.append(drafts.says('kept'));
  copy();
  await store.append(drafts.says('written after the backup'));
  await store.close();
  return drafts.conversation;
}

test('a copied folder, -wal file included: the log of then, with an epoch of its own', async () => {
  const conversation = await written(() => cpSync(folder, backup, { recursive: true }));
  expect(restore()).toBe(join(folder, 'replaced-now'));
  expect(readdirSync(folder).sort()).toEqual(['handrail.db', 'replaced-now']);
  const store = await open('third');
  expect(store.epoch).toBe('second');
  expect((await store.events(conversation, 0, 10)).map(event => event.seq)).toEqual([1, 2]);
  await store.close();
});

test('what was attached comes back, and what is there stays', async () => {
  await written(() => {
    cpSync(folder, backup, { recursive: true });
    mkdirSync(join(backup, 'files', 'a1'), { recursive: true });
    writeFileSync(join(backup, 'files', 'a1', 'one'), 'one');
  });
  mkdirSync(join(folder, 'files', 'b2'), { recursive: true });
  writeFileSync(join(folder, 'files', 'b2', 'two'), 'two');
  restore();
  expect(readdirSync(join(folder, 'files'), { recursive: true }).sort()).toEqual(['a1', 'a1/one', 'b2', 'b2/two']);
});

test('one file made by VACUUM INTO, into an empty folder', async () => {
  const file = `${backup}.db`;
  const conversation = await written(() => {
    const db = new DatabaseSync(join(folder, 'handrail.db'));
    db.exec(`VACUUM INTO '${file}'`);
    db.close();
  });
  rmSync(folder, { recursive: true });
  expect(restore(file)).toBeNull();
  const store = await open();
  expect(store.epoch).toBe('second');
  expect(await store.events(conversation, 0, 10)).toHaveLength(2);
  await store.close();
});

test('refuses while a server runs, and leaves everything as it was', async () => {
  await written(() => cpSync(folder, backup, { recursive: true }));
  const store = await open();
  expect(() => restore()).toThrow('expected it to be stopped');
  expect(store.epoch).toBe('first');
  await store.close();
  expect(readdirSync(folder)).not.toContain('replaced-now');
});

test('a backup that is none costs nothing', async () => {
  const conversation = await written(() => {});
  writeFileSync(backup, 'no database at all, but long enough to be looked at');
  expect(() => restore()).toThrow('could not be opened');
  expect(() => restore(`${backup}-missing`)).toThrow(
    'does not exist: expected a copied data folder or a database file',
  );
  const store = await open();
  expect(await store.events(conversation, 0, 10)).toHaveLength(3);
  await store.close();
});

test('a damaged database is what a restore is for', async () => {
  await written(() => cpSync(folder, backup, { recursive: true }));
  writeFileSync(join(folder, 'handrail.db'), 'damaged');
  expect(restore()).toBe(join(folder, 'replaced-now'));
  const store = await open();
  expect(store.epoch).toBe('second');
  await store.close();
});
