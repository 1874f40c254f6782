import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { storeContract } from '../contract.js';
import { createDrafts } from '../contractDrafts.js';
import type { Store } from '../store.js';
import { createSqliteStore, type SqliteStoreOptions } from './createSqliteStore.js';
import { MIGRATIONS } from './migrations.js';
import { checkVersion } from './openDatabase.js';

// The worker is a file of its own that Node loads without vitest: packages/server/vitest.config.ts builds it first.
const workerUrl = new URL('../../../dist/store/sqlite/worker.js', import.meta.url);

const base = mkdtempSync(join(tmpdir(), 'handrail-sqlite-'));
const folders = new WeakMap<Store, string>();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(base, 'data-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function open(options: Partial<SqliteStoreOptions> = {}): Promise<Store> {
  const store = await createSqliteStore({ folder, newEpoch: `epoch-${folder}`, now: Date.now, workerUrl, ...options });
  folders.set(store, options.folder ?? folder);
  return store;
}

storeContract({
  test,
  open: () => open(),
  async reopen(store) {
    await store.close();
    return open({ folder: folders.get(store) ?? '', newEpoch: 'another' });
  },
});

test('refuses a database of a newer version and says what to do', async () => {
  await (await open()).close();
  const db = new DatabaseSync(join(folder, 'handrail.db'));
  db.exec('PRAGMA user_version = 99');
  db.close();
  await expect(open()).rejects.toThrow(
    /handrail\.db was written by a newer Handrail: expected schema \d+ or older, got 99/,
  );
});

test('brings the database of the first version up to date, and keeps what is in it', async () => {
  const db = new DatabaseSync(join(folder, 'handrail.db'));
  db.exec(`${MIGRATIONS[0]}; PRAGMA user_version = 1; INSERT INTO sign_ins VALUES ('h', 'maya', 1000)`);
  db.close();
  const store = await open();
  expect(await store.redeemSignIn('h', 999)).toBe('maya');
  expect(await store.looseUploads(9e15, 9)).toEqual([]);
  await store.close();
});

test('brings the database of the third version up to date; waits of unknown age are told to nobody', async () => {
  const db = new DatabaseSync(join(folder, 'handrail.db'));
  db.exec(`${MIGRATIONS.slice(0, 3).join(';')}; PRAGMA user_version = 3`);
  db.exec("INSERT INTO waits (site, minutes) VALUES ('shop', 4)");
  db.close();
  const store = await open();
  expect(await store.waits('shop', 0)).toEqual([{ at: 0, minutes: 4 }]);
  expect(await store.waits('shop', 1)).toEqual([]);
  await store.close();
});

test('brings the database of the fourth version up to date: figures begin with what happens from then on', async () => {
  const db = new DatabaseSync(join(folder, 'handrail.db'));
  db.exec(`${MIGRATIONS.slice(0, 4).join(';')}; PRAGMA user_version = 4`);
  db.close();
  const store = await open();
  expect(await store.results('shop', 0, 9e15)).toMatchObject({ sessions: 0, requested: 0 });
  await store.close();
});

test('brings the database of the second version up to date, and keeps sessions and files', async () => {
  const db = new DatabaseSync(join(folder, 'handrail.db'));
  db.exec(`${MIGRATIONS[0]}; ${MIGRATIONS[1]}; PRAGMA user_version = 2`);
  db.exec("INSERT INTO sessions VALUES ('h', 'visitor', 'v1', 'shop', NULL), ('a', 'agent', 'maya', 'shop', 1000)");
  db.exec("INSERT INTO uploads VALUES ('u', 'shop', 'visitor:v1', 'a.png', 9, 1, 'k', NULL, NULL, NULL, NULL, NULL)");
  db.close();
  const store = await open();
  expect(await store.session('h')).toEqual({ kind: 'visitor', id: 'v1', site: 'shop', expiresAt: null });
  expect(await store.session('a')).toEqual({ kind: 'agent', id: 'maya', site: 'shop', expiresAt: 1000 });
  const tokens = { session: 's', sessionEnds: 9, refresh: 'r', refreshEnds: 9 };
  const person = { site: 'shop', sub: 'x', newVisitor: 'p', newFamily: 'f', attributes: [], current: 'h', tokens };
  expect(await store.signIn(person, 5)).toMatchObject({ visitor: 'p', takenOver: 'v1' });
  expect((await store.upload('u'))?.owner).toBe('visitor:p');
  await store.close();
});

test('what was taken over is the person’s after the process was killed too', async () => {
  const store = await open();
  const drafts = createDrafts();
  await store.addSession('h', { kind: 'visitor', id: drafts.visitor.id, site: 'shop', expiresAt: null });
  await store.append(drafts.started());
  const tokens = { session: 's', sessionEnds: 9, refresh: 'r', refreshEnds: 9 };
  const person = { site: 'shop', sub: 'x', newVisitor: 'p', newFamily: 'f', attributes: [], current: 'h', tokens };
  await store.signIn(person, 5);
  // As it was on disk in that moment, with nothing settled afterwards.
  const copy = mkdtempSync(join(base, 'copy-'));
  for (const end of ['', '-wal']) copyFileSync(join(folder, `handrail.db${end}`), join(copy, `handrail.db${end}`));
  await store.close();
  const after = await open({ folder: copy });
  expect((await after.conversationsOf('shop', 'p')).map(one => [one.id, one.lastSeq])).toEqual([
    [drafts.conversation, 2],
  ]);
  expect(await after.conversationsOf('shop', drafts.visitor.id)).toEqual([]);
  await after.close();
});

test('the files hold nothing of a deleted message, nor of what an edit replaced', async () => {
  const before = await open();
  const drafts = createDrafts();
  const long = `${'a long answer '.repeat(800)} SECRET-LONG`;
  const [short, large] = [drafts.answers('SECRET-SHORT'), drafts.answers(long)];
  for (const draft of [drafts.started(), drafts.takes(), short, large, drafts.says('kept words')])
    expect((await before.append(draft)).ok).toBe(true);
  // What is written over then stands in the database itself, not only in its write-ahead file.
  await before.close();
  const store = await open();
  for (const draft of [
    drafts.edits(short.id, 'SECRET-EDIT'),
    drafts.edits(short.id, 'shown words'),
    drafts.deletes(large.id),
  ])
    expect((await store.append(draft)).ok).toBe(true);
  await store.close();
  const bytes = readdirSync(folder).map(file => readFileSync(join(folder, file)).toString('latin1'));
  expect(bytes.join('').match(/kept words|shown words/g)?.length).toBeGreaterThan(1);
  expect(bytes.join('').match(/SECRET-\w+|a long answer/)).toBeNull();
});

test('an amended record is the same when it is made again from the log', async () => {
  const store = await open();
  const drafts = createDrafts();
  const message = drafts.answers('old words');
  for (const draft of [drafts.started(), drafts.takes(), message]) await store.append(draft);
  // As it was on disk in that moment: what is put off is made again from the log.
  const copied = async (name: string) => {
    const copy = mkdtempSync(join(base, name));
    for (const end of ['', '-wal']) copyFileSync(join(folder, `handrail.db${end}`), join(copy, `handrail.db${end}`));
    const after = await open({ folder: copy });
    const record = await after.conversation(drafts.conversation);
    await after.close();
    return record;
  };
  for (const draft of [drafts.edits(message.id, 'new words'), drafts.says('and on'), drafts.deletes(message.id)]) {
    await store.append(draft);
    expect(await copied('amended-')).toEqual(await store.conversation(drafts.conversation));
  }
  await store.close();
});

test('names a data folder that is none', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(open({ folder: file })).rejects.toThrow(/data folder .*file cannot be used: .* got EEXIST/);
  await expect(open({ folder: join(file, 'below') })).rejects.toThrow(/got ENOTDIR/);
});

test('names a file that is no database', async () => {
  writeFileSync(join(folder, 'handrail.db'), 'not a database at all, but long enough to be looked at');
  await expect(open()).rejects.toThrow(/handrail\.db could not be opened: file is not a database/);
});

test('refuses a SQLite that is too old', () => {
  expect(() => checkVersion('3.51.2')).toThrow('SQLite is too old: expected 3.51.3 or newer, got 3.51.2.');
  for (const fine of ['3.51.3', '3.53.0', '4.0.0']) expect(() => checkVersion(fine)).not.toThrow();
});

test('goes read-only when nothing more fits, loses nothing it acknowledged, and still reads', async () => {
  const store = await open({ maxBytes: 400_000 });
  const drafts = createDrafts();
  await store.append(drafts.started());
  let kept = 1;
  let refusal = '';
  while (refusal === '' && kept < 1000) {
    const got = await store.append(drafts.says('x'.repeat(8000)));
    if (got.ok) kept += 1;
    else refusal = `${got.refusal.code}: ${got.refusal.message}`;
  }
  expect(refusal).toBe('read_only: The database takes no writes: database or disk is full.');
  expect(await store.append(drafts.says('short'))).toMatchObject({ ok: false, refusal: { code: 'read_only' } });
  expect((await store.events(drafts.conversation, 0, 1000)).length).toBe(kept);
  await expect(store.addSession('h', { kind: 'visitor', id: 'v', site: 's', expiresAt: null })).rejects.toThrow('full');
  await store.close();
  const again = await open();
  expect(await again.append(drafts.says('room again'))).toMatchObject({ ok: true, event: { seq: kept + 1 } });
  await again.close();
});

test('answers busy when too many writes wait', async () => {
  const store = await open({ commitQueue: 3 });
  const drafts = createDrafts();
  const got = await Promise.all(
    [drafts.started(), ...['a', 'b', 'c', 'd'].map(text => drafts.says(text))].map(store.append),
  );
  expect(got.map(one => (one.ok ? one.event.seq : one.refusal.code))).toEqual([1, 2, 3, 'busy', 'busy']);
  await store.close();
});

test('waits for what was appended before it closes, and refuses afterwards', async () => {
  const store = await open();
  const drafts = createDrafts();
  const appended = Promise.all([store.append(drafts.started()), store.append(drafts.says('last words'))]);
  await store.close();
  expect((await appended).every(one => one.ok)).toBe(true);
  expect(await store.append(drafts.says('too late'))).toMatchObject({ ok: false, refusal: { code: 'read_only' } });
});
