import assert from 'node:assert/strict';
import type { StoreContractOptions } from './contract.js';
import { createDrafts, type DraftMaker } from './contractDrafts.js';
import type { Appended, Draft, Store } from './store.js';

type Opened = (name: string, run: (store: Store, drafts: DraftMaker) => Promise<void>) => void;

/** What becomes of a message that its writer edits or deletes. */
export function amendContract(opened: Opened, { test, open, reopen }: StoreContractOptions): void {
  opened('writes an edit over the message, and tells it as an event of its own', async (store, drafts) => {
    const message = await answered(store, drafts, 'Tusday');
    const { event, conversation } = await put(store, drafts.edits(message.id, 'Tuesday'));
    assert.deepEqual(event.body, {
      message: message.id,
      text: 'Tuesday',
      tree: tree('Tuesday'),
      messageSeq: message.seq,
    });
    assert.deepEqual([conversation.preview?.text, conversation.preview?.seq], ['Tuesday', message.seq]);
    const [stored, told] = await store.events(drafts.conversation, message.seq - 1, 9);
    const { body, ...place } = message;
    assert.deepEqual(stored, { ...place, body: { ...body, text: 'Tuesday', tree: tree('Tuesday'), edited: event.at } });
    assert.deepEqual(told, event);
    assert.deepEqual(await store.eventsAfterRev('shop', (message.rev ?? 0) - 1, 9), [stored, event]);
    assert.deepEqual(await store.conversation(drafts.conversation), conversation);
  });
  opened('keeps nothing of what an edit or a deletion replaced', async (store, drafts) => {
    const message = await answered(store, drafts, 'secret one');
    const first = await put(store, drafts.edits(message.id, 'secret two'));
    await put(store, drafts.edits(message.id, 'words three'));
    const edit = (await store.events(drafts.conversation, first.event.seq - 1, 1))[0];
    assert.deepEqual(edit?.body, { message: message.id, messageSeq: message.seq });
    assert.equal(JSON.stringify(await everything(store, drafts)).includes('secret'), false);
    const { event, conversation } = await put(store, drafts.deletes(message.id));
    assert.deepEqual(event.body, { message: message.id, messageSeq: message.seq });
    const { text, deleted, files } = conversation.preview ?? {};
    assert.deepEqual([text, deleted, files], ['', true, undefined]);
    const stored = (await store.events(drafts.conversation, message.seq - 1, 1))[0];
    assert.deepEqual(stored?.body, { text: '', deleted: event.at });
    assert.equal(/secret|words three/.test(JSON.stringify(await everything(store, drafts))), false);
  });
  opened('takes a repeat for one, also when its words are gone', async (store, drafts) => {
    const draft = await taken(store, drafts, 'first');
    const edit = drafts.edits(draft.id, 'second');
    const { event } = await put(store, edit);
    const deletion = drafts.deletes(draft.id);
    await put(store, deletion);
    for (const [again, seq] of [
      [draft, 3],
      [edit, event.seq],
      [deletion, event.seq + 1],
    ] as const) {
      const got = await put(store, again);
      assert.deepEqual([got.repeated, got.event.seq], [true, seq]);
      assert.equal(/first|second/.test(JSON.stringify(got.event)), false);
    }
    assert.equal(await store.rev('shop'), event.seq + 1);
  });
  opened('refuses what is no public message of the sender, or is deleted', async (store, drafts) => {
    const message = await answered(store, drafts, 'mine');
    const omar = { ...drafts.agent, id: 'omar', name: 'Omar' };
    const said = await put(store, drafts.says('the customer’s'));
    const note = await put(store, drafts.notes('for the team'));
    const others = [drafts.edits(said.event.id, 'x'), drafts.deletes(note.event.id), drafts.edits(drafts.id(), 'x')];
    for (const draft of [...others, drafts.edits(message.id, 'x', omar), drafts.deletes(message.id, omar)])
      refused(await store.append(draft), 'not_found');
    await put(store, drafts.deletes(message.id));
    refused(await store.append(drafts.edits(message.id, 'x')), 'not_found');
    refused(await store.append(drafts.deletes(message.id)), 'not_found');
    const { actor, sender } = drafts.says('x');
    refused(await store.append({ ...drafts.deletes(said.event.id), actor, sender } as Draft), 'forbidden');
    assert.equal(await store.rev('shop'), message.seq + 3);
  });
  opened('takes deletions after the end, and no edits', async (store, drafts) => {
    const message = await answered(store, drafts, 'too much');
    await put(store, drafts.closes());
    refused(await store.append(drafts.edits(message.id, 'less')), 'conversation_closed');
    assert.equal((await put(store, drafts.deletes(message.id))).conversation.status, 'closed');
  });
  opened('leaves the newest message in lists when an older one is amended', async (store, drafts) => {
    const message = await answered(store, drafts, 'older');
    await put(store, drafts.says('newest'));
    await put(store, drafts.edits(message.id, 'changed'));
    assert.equal((await put(store, drafts.deletes(message.id))).conversation.preview?.text, 'newest');
  });
  opened('lets go of the files of a deleted message: nobody holds them, and the next sweep finds them', releasesFiles);
  if (reopen) test('keeps an amended log, and nothing else of it, when it is opened again', () => keeps(open, reopen));
}

async function releasesFiles(store: Store, drafts: DraftMaker): Promise<void> {
  await taken(store, drafts, 'here it is');
  const id = drafts.id();
  const nothing = { type: null, width: null, height: null, conversation: null, broughtBy: null };
  const owner = `agent:${drafts.agent.id}`;
  await store.addUpload({ id, site: 'shop', owner, name: 'a.png', size: 10, createdAt: 1000, key: 'k', ...nothing });
  await store.finishUpload(id, { type: 'image/png', width: 3, height: 2 });
  const { event } = await put(store, drafts.shows('the wrong one', [id]));
  await put(store, drafts.edits(event.id, 'the right one'));
  assert.equal((await store.upload(id))?.conversation, drafts.conversation);
  await put(store, drafts.deletes(event.id));
  const { type, conversation, broughtBy } = (await store.upload(id)) ?? {};
  assert.deepEqual([type, conversation, broughtBy], [null, null, null]);
  assert.deepEqual(
    (await store.looseUploads(1, 9)).map(one => one.id),
    [id],
  );
  assert.equal(await store.removeUpload(id), true);
}

async function keeps(
  open: StoreContractOptions['open'],
  reopen: NonNullable<StoreContractOptions['reopen']>,
): Promise<void> {
  const before = await open();
  const drafts = createDrafts();
  const [one, two] = [await answered(before, drafts, 'secret one'), await put(before, drafts.answers('secret two'))];
  await put(before, drafts.edits(one.id, 'open words'));
  await put(before, drafts.deletes(two.event.id));
  const [events, record] = await everything(before, drafts);
  const after = await reopen(before);
  try {
    assert.deepEqual(await everything(after, drafts), [events, record]);
    assert.equal((await put(after, drafts.deletes(one.id))).event.seq, record.lastSeq + 1);
  } finally {
    await after.close();
  }
}

const tree = (text: string) => [{ t: 'p', c: [text] }];

async function everything(store: Store, drafts: DraftMaker) {
  const record = await store.conversation(drafts.conversation);
  assert.ok(record);
  return [await store.events(drafts.conversation, 0, 99), record] as const;
}

/** A conversation an agent holds, with a message of theirs at 3. */
async function taken(store: Store, drafts: DraftMaker, text: string): Promise<Draft> {
  await put(store, drafts.started());
  await put(store, drafts.takes());
  const draft = drafts.answers(text);
  await put(store, draft);
  return draft;
}

async function answered(store: Store, drafts: DraftMaker, text: string) {
  const draft = await taken(store, drafts, text);
  const event = (await store.events(drafts.conversation, 2, 1))[0];
  assert.equal(event?.id, draft.id);
  return event;
}

async function put(store: Store, draft: Draft): Promise<Appended & { ok: true }> {
  const got = await store.append(draft);
  assert.ok(got.ok, `expected an accepted draft, got ${JSON.stringify(got)}`);
  return got;
}

function refused(got: Appended, code: string): void {
  assert.equal(got.ok === false && got.refusal.code, code);
}
