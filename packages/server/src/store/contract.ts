import assert from 'node:assert/strict';
import { amendContract } from './contractAmend.js';
import { createDrafts, type DraftMaker } from './contractDrafts.js';
import { figuresContract } from './contractFigures.js';
import { peopleContract } from './contractPeople.js';
import type { Appended, Store, Upload } from './store.js';

/** What the suite needs of a test runner and of the driver. */
export interface StoreContractOptions {
  /** `test` of any runner. */
  readonly test: (name: string, run: () => Promise<void>) => void;
  /** An empty store. */
  readonly open: () => Promise<Store>;
  /** Closes a store and opens its data again; left out by drivers that keep nothing. */
  readonly reopen?: (store: Store) => Promise<Store>;
}

/** Every promise of `Store`, as tests; a driver that passes may be used by the server. */
export function storeContract({ test, open, reopen }: StoreContractOptions): void {
  const opened = (name: string, run: (store: Store, drafts: DraftMaker) => Promise<void>) =>
    test(name, async () => {
      const store = await open();
      try {
        await run(store, createDrafts());
      } finally {
        await store.close();
      }
    });
  orderContract(opened);
  repeatContract(opened);
  refusalContract(opened);
  recordContract(opened);
  amendContract(opened, { test, open, ...(reopen ? { reopen } : {}) });
  accessContract(opened);
  peopleContract(opened);
  uploadContract(opened);
  figuresContract(opened);
  if (reopen) durabilityContract(test, open, reopen);
}

type Opened = (name: string, run: (store: Store, drafts: DraftMaker) => Promise<void>) => void;

function orderContract(opened: Opened): void {
  opened('numbers events of a conversation from 1 without gaps, and of a site too', async (store, drafts) => {
    const other = createDrafts();
    await Promise.all([drafts, other].map(one => store.append(one.started())));
    const texts = Array.from({ length: 50 }, (_, i) => `line ${i}`);
    await Promise.all(texts.flatMap(text => [store.append(drafts.says(text)), store.append(other.says(text))]));
    const events = await store.events(drafts.conversation, 0, 100);
    assert.deepEqual(seqs(events), upTo(51));
    assert.deepEqual(
      events.slice(1).map(event => event.kind === 'message' && event.body.text),
      texts,
    );
    const all = await store.eventsAfterRev('shop', 0, 1000);
    assert.deepEqual(
      all.map(event => event.rev),
      upTo(102),
    );
    assert.equal(await store.rev('shop'), 102);
  });
  opened('gives pages: after a place, at most so many, oldest first', async (store, drafts) => {
    await start(store, drafts, 9);
    assert.deepEqual(seqs(await store.events(drafts.conversation, 3, 4)), [4, 5, 6, 7]);
    assert.deepEqual(seqs(await store.events(drafts.conversation, 10, 4)), []);
    const revs = (await store.eventsAfterRev('shop', 8, 9)).map(event => event.rev);
    assert.deepEqual(revs, [9, 10]);
    assert.deepEqual(await store.eventsAfterRev('other', 0, 9), []);
    assert.equal(await store.rev('other'), 0);
  });
}

function repeatContract(opened: Opened): void {
  opened('answers a repeat with what stands in the log, whatever happened since', async (store, drafts) => {
    await start(store, drafts, 1);
    const draft = drafts.says('twice');
    const first = accepted(await store.append(draft));
    await store.append(drafts.asksForPerson());
    await store.append(drafts.closes());
    const again = accepted(await store.append({ ...draft, tree: [{ t: 'p', c: ['twice'] }] } as typeof draft));
    assert.equal(again.repeated, true);
    assert.deepEqual(again.event, first.event);
    assert.equal(again.conversation.lastSeq, 5);
    assert.equal((await store.events(drafts.conversation, 0, 99)).length, 5);
  });
  opened('makes one event of repeats that arrive together', async (store, drafts) => {
    await start(store, drafts, 0);
    const draft = drafts.says('thrice');
    const got = await Promise.all([draft, draft, draft].map(one => store.append(one)));
    assert.deepEqual(
      got.map(one => accepted(one).event.seq),
      [2, 2, 2],
    );
    assert.deepEqual(
      got.map(one => accepted(one).repeated),
      [false, true, true],
    );
  });
  opened('refuses another body under the same id', async (store, drafts) => {
    await start(store, drafts, 0);
    const id = drafts.id();
    await store.append(drafts.says('one', id));
    refused(await store.append(drafts.says('two', id)), 'id_conflict');
    assert.equal(await store.rev('shop'), 2);
  });
}

function refusalContract(opened: Opened): void {
  opened('keeps the same id of two senders apart', async (store, drafts) => {
    await start(store, drafts, 0);
    await store.append(drafts.takes());
    const id = drafts.id();
    assert.equal(accepted(await store.append(drafts.says('hello', id))).event.seq, 3);
    assert.equal(accepted(await store.append(drafts.answers('hello', id))).event.seq, 4);
  });
  opened('refuses what has no conversation, or one of somebody else', async (store, drafts) => {
    refused(await store.append(drafts.says('nowhere')), 'not_found');
    await start(store, drafts, 0);
    const stranger = createDrafts().says('hello');
    refused(await store.append({ ...stranger, conversation: drafts.conversation }), 'not_found');
    const elsewhere = createDrafts('other').answers('hello');
    refused(await store.append({ ...elsewhere, conversation: drafts.conversation }), 'not_found');
    assert.equal(await store.rev('shop'), 1);
    assert.equal(await store.rev('other'), 0);
  });
}

function recordContract(opened: Opened): void {
  opened('lets exactly one of two agents accept', async (store, drafts) => {
    await start(store, drafts, 0);
    const { ownerSeq } = accepted(await store.append(drafts.asksForPerson())).conversation;
    const omar = { ...drafts.agent, id: 'omar', name: 'Omar' };
    const got = await Promise.all([
      store.append(drafts.takes(ownerSeq)),
      store.append(drafts.takes(ownerSeq, omar)),
      store.append(drafts.takes(undefined, omar)),
    ]);
    assert.equal(accepted(got[0]).conversation.assignee?.id, 'maya');
    refused(got[1], 'owner_changed');
    refused(got[2], 'owner_changed');
  });
  opened('refuses what builds on an end of the log that has moved', async (store, drafts) => {
    await start(store, drafts, 2);
    const clock = { actor: { kind: 'system', site: 'shop' }, sender: { kind: 'system', id: 'clock' } } as const;
    const line = (expects: number) =>
      ({ ...drafts.closes(), ...clock, kind: 'notice', body: { notice: 'long_wait' }, expects }) as const;
    refused(await store.append(line(2)), 'owner_changed');
    accepted(await store.append(line(3)));
    refused(await store.append({ ...line(4), actor: { kind: 'system', site: 'other' } }), 'forbidden');
    refused(await store.append({ ...line(4), actor: drafts.agent }), 'forbidden');
  });
  opened('keeps the record in step with the log', async (store, drafts) => {
    await start(store, drafts, 0);
    const queued = accepted(await store.append(drafts.asksForPerson())).conversation;
    assert.equal(queued.waitingSince, queued.updatedAt);
    await store.append(drafts.takes());
    const said = accepted(await store.append(drafts.answers('Hello, I am Maya.'))).conversation;
    assert.equal(said.preview?.text, 'Hello, I am Maya.');
    assert.equal(said.waitingSince, undefined);
    assert.deepEqual(await store.conversation(drafts.conversation), said);
    assert.deepEqual(await store.conversationsOf('shop', drafts.visitor.id), [said]);
    assert.deepEqual(await store.conversationsOf('other', drafts.visitor.id), []);
    const waits = await store.waits('shop', said.createdAt);
    assert.equal(waits.length, 1);
    assert.equal(waits[0]?.minutes, ((waits[0]?.at ?? 0) - (queued.waitingSince ?? 0)) / 60_000);
    assert.deepEqual(await store.waits('shop', (waits[0]?.at ?? 0) + 1), []);
    assert.deepEqual(await store.waits('other', 0), []);
    assert.equal(await store.conversation(drafts.id()), null);
  });
  opened('lists open conversations and the newest closed ones of a site', async (store, drafts) => {
    const [second, third] = [createDrafts(), createDrafts()];
    for (const one of [drafts, second, third, createDrafts('other')]) await start(store, one, 0);
    for (const one of [second, third]) await store.append(one.closes());
    const ids = async (closed: number) => (await store.inbox('shop', closed)).map(one => one.id);
    assert.deepEqual(await ids(0), [drafts.conversation]);
    assert.equal((await ids(1)).length, 2);
    assert.equal((await ids(9)).length, 3);
  });
  opened('moves marks forward only, and not past the end', async (store, drafts) => {
    await start(store, drafts, 3);
    const mark = (delivered: number, read: number) => store.mark(drafts.conversation, 'agent', { delivered, read });
    assert.deepEqual((await mark(3, 2))?.conversation.marks.agent, { delivered: 3, read: 2 });
    assert.equal((await mark(1, 1))?.moved, false);
    assert.deepEqual((await mark(99, 4))?.conversation.marks.agent, { delivered: 4, read: 4 });
    assert.equal(await store.mark(drafts.id(), 'agent', { delivered: 1, read: 1 }), null);
  });
}

function accessContract(opened: Opened): void {
  opened('finds sessions by the hash of their token', async store => {
    const session = { kind: 'visitor', id: 'v1', site: 'shop', expiresAt: null } as const;
    await store.addSession('hash-1', session);
    assert.deepEqual({ ...(await store.session('hash-1')) }, session);
    assert.equal(await store.session('hash-2'), null);
  });
  opened('redeems a sign-in once, and in time', async store => {
    await store.addSignIn('early', 'maya', 1000);
    await store.addSignIn('late', 'maya', 1000);
    assert.equal(await store.redeemSignIn('early', 999), 'maya');
    assert.equal(await store.redeemSignIn('early', 999), null);
    assert.equal(await store.redeemSignIn('late', 1000), null);
    assert.equal(await store.redeemSignIn('never', 0), null);
  });
}

function uploadContract(opened: Opened): void {
  const found = { type: 'image/png', width: 3, height: 2 };
  opened('brings a whole file into one conversation, once, by who sent it', async (store, drafts) => {
    await start(store, drafts, 0);
    const upload = await announced(store, drafts);
    assert.equal(await store.addUpload(upload), false);
    refused(await store.append(drafts.brings([upload.id])), 'unknown_file');
    await store.finishUpload(upload.id, found);
    assert.deepEqual({ ...(await store.upload(upload.id)) }, { ...upload, ...found });
    const other = createDrafts();
    await start(store, other, 0);
    refused(await store.append(other.brings([upload.id])), 'unknown_file');
    refused(await store.append(drafts.brings([upload.id, upload.id])), 'unknown_file');
    const draft = drafts.brings([upload.id]);
    const { event, conversation } = accepted(await store.append(draft));
    const attachment = { id: upload.id, name: upload.name, size: upload.size, ...found };
    assert.deepEqual(event.kind === 'message' && event.body, {
      text: '',
      files: [upload.id],
      attachments: [attachment],
    });
    assert.deepEqual([conversation.preview?.files, conversation.preview?.text, conversation.lastSeq], [1, '', 2]);
    assert.deepEqual(await store.events(drafts.conversation, 1, 9), [event]);
    assert.equal(accepted(await store.append(draft)).repeated, true);
    refused(await store.append(drafts.brings([upload.id])), 'unknown_file');
    const { conversation: where, broughtBy } = (await store.upload(upload.id)) ?? {};
    assert.deepEqual([where, broughtBy], [drafts.conversation, 'message']);
  });
  opened('says where a draft names a file that is not there', async (store, drafts) => {
    await start(store, drafts, 0);
    const got = await store.append(drafts.brings([drafts.id()]));
    assert.equal(got.ok === false && got.refusal.path, '/body/files/0');
  });
  opened('forgets files that no message holds, and counts what was announced', async (store, drafts) => {
    await start(store, drafts, 0);
    const [kept, loose] = [await announced(store, drafts), await announced(store, drafts, 2000)];
    await store.finishUpload(kept.id, found);
    accepted(await store.append(drafts.brings([kept.id])));
    const ids = async (before: number) => (await store.looseUploads(before, 9)).map(one => one.id);
    assert.deepEqual([await ids(2000), await ids(2001)], [[], [loose.id]]);
    const bytes = (since: number) => store.uploadedBytes(`visitor:${drafts.visitor.id}`, since);
    assert.deepEqual([await bytes(0), await bytes(1500), await store.uploadedBytes('visitor:x', 0)], [20, 10, 0]);
    assert.deepEqual([await store.removeUpload(kept.id), await store.removeUpload(loose.id)], [false, true]);
    assert.equal(await store.upload(loose.id), null);
    assert.equal(await store.removeUpload(loose.id), false);
  });
}

async function announced(store: Store, drafts: DraftMaker, createdAt = 1000): Promise<Upload> {
  const nothing = { type: null, width: null, height: null, conversation: null, broughtBy: null };
  const owner = `visitor:${drafts.visitor.id}`;
  const upload = { id: drafts.id(), site: 'shop', owner, name: 'a.png', size: 10, createdAt, key: 'k', ...nothing };
  assert.equal(await store.addUpload(upload), true);
  return upload;
}

function durabilityContract(
  test: StoreContractOptions['test'],
  open: () => Promise<Store>,
  reopen: (store: Store) => Promise<Store>,
): void {
  test('keeps everything it acknowledged, and its epoch, when it is opened again', async () => {
    const before = await open();
    const drafts = createDrafts();
    await start(before, drafts, 3);
    await before.mark(drafts.conversation, 'visitor', { delivered: 2, read: 2 });
    const record = await before.conversation(drafts.conversation);
    const events = await before.events(drafts.conversation, 0, 99);
    const after = await reopen(before);
    try {
      assert.equal(after.epoch, before.epoch);
      assert.deepEqual(await after.conversation(drafts.conversation), record);
      assert.deepEqual(await after.events(drafts.conversation, 0, 99), events);
      assert.equal(accepted(await after.append(drafts.says('and on'))).event.seq, 5);
    } finally {
      await after.close();
    }
  });
}

async function start(store: Store, drafts: DraftMaker, messages: number): Promise<void> {
  accepted(await store.append(drafts.started()));
  for (let i = 0; i < messages; i++) accepted(await store.append(drafts.says(`message ${i}`)));
}

function accepted(got: Appended | undefined): Appended & { ok: true } {
  assert.ok(got?.ok, `expected an accepted draft, got ${JSON.stringify(got)}`);
  return got;
}

function refused(got: Appended | undefined, code: string): void {
  assert.equal(got?.ok === false && got.refusal.code, code);
}

function seqs(events: readonly { seq: number }[]): number[] {
  return events.map(event => event.seq);
}

function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i + 1);
}
