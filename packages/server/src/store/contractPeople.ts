import assert from 'node:assert/strict';
import { createDrafts, type DraftMaker } from './contractDrafts.js';
import type { NextTokens, SignedIn, Store } from './store.js';

type Opened = (name: string, run: (store: Store, drafts: DraftMaker) => Promise<void>) => void;

const ATTRIBUTES = [{ name: 'id', value: 'customer-1', verified: true }];

/** Tokens under made-up hashes, the session good for 100 ms and the refresh for 1000. */
function tokens(name: string, at = 1000): NextTokens {
  return { session: `s-${name}`, sessionEnds: at + 100, refresh: `r-${name}`, refreshEnds: at + 1000 };
}

function person(name: string, more: Partial<SignedIn> = {}): SignedIn {
  return {
    site: 'shop',
    sub: 'customer-1',
    newVisitor: `v-${name}`,
    newFamily: `f-${name}`,
    attributes: ATTRIBUTES,
    current: null,
    tokens: tokens(name),
    ...more,
  };
}

async function anonymous(store: Store, drafts: DraftMaker, site = 'shop'): Promise<string> {
  const hash = `hash-${drafts.visitor.id}`;
  await store.addSession(hash, { kind: 'visitor', id: drafts.visitor.id, site, expiresAt: null });
  assert.equal((await store.append(drafts.started())).ok, true);
  return hash;
}

/** What a store promises about people the sites' backends vouch for. */
export function peopleContract(opened: Opened): void {
  opened('knows a person of a site again, and no other', async store => {
    const first = await store.signIn(person('a'), 1000);
    assert.deepEqual(first, { visitor: 'v-a', family: 'f-a', takenOver: null, events: [], open: 0 });
    assert.equal((await store.signIn(person('b'), 1000)).visitor, 'v-a');
    assert.equal((await store.signIn(person('c', { sub: 'customer-2' }), 1000)).visitor, 'v-c');
    assert.equal((await store.signIn(person('d', { site: 'other' }), 1000)).visitor, 'v-d');
    const session = {
      kind: 'visitor',
      id: 'v-a',
      site: 'shop',
      expiresAt: 1100,
      family: 'f-a',
      attributes: ATTRIBUTES,
    };
    assert.deepEqual(await store.session('s-a'), session);
    assert.equal((await store.session('s-b'))?.family, 'f-b');
    assert.equal(await store.session('r-a'), null);
  });
  takeOverContract(opened);
  familyContract(opened);
}

function takeOverContract(opened: Opened): void {
  opened('gives a person the open conversations of this browser, once', async (store, drafts) => {
    const current = await anonymous(store, drafts);
    const said = drafts.says('Where is my parcel?');
    await store.append(said);
    const closed = createDrafts();
    const sameVisitor = { actor: drafts.visitor, sender: { kind: 'visitor', id: drafts.visitor.id } } as const;
    await store.append({ ...closed.started(), ...sameVisitor });
    await store.append(closed.closes());
    const stranger = createDrafts();
    await anonymous(store, stranger);

    const { takenOver, events, open, visitor } = await store.signIn(person('a', { current }), 1000);
    assert.deepEqual([takenOver, open, visitor], [drafts.visitor.id, 1, 'v-a']);
    const [told] = events;
    assert.equal(told?.event.kind, 'identified');
    assert.deepEqual([told?.event.seq, told?.event.rev, told?.event.at], [3, 6, 1000]);
    assert.deepEqual(told?.event.body, { visitor: 'v-a', attributes: ATTRIBUTES });
    assert.deepEqual(told?.conversation.identified, { id: 'customer-1' });
    const record = await store.conversation(drafts.conversation);
    assert.deepEqual(record, told?.conversation);
    assert.deepEqual(await store.conversationsOf('shop', 'v-a'), [record]);
    assert.deepEqual((await store.events(drafts.conversation, 2, 9))[0], told?.event);
    assert.equal(await store.rev('shop'), 6);
    const left = await store.conversationsOf('shop', drafts.visitor.id);
    assert.deepEqual(
      left.map(one => [one.id, one.status]),
      [[closed.conversation, 'closed']],
    );
    assert.equal((await store.conversationsOf('shop', stranger.visitor.id)).length, 1);
    assert.equal((await store.session(current))?.expiresAt, 1000);

    const again = await store.signIn(person('b', { current }), 1001);
    assert.deepEqual([again.takenOver, again.events, again.open], [null, [], 1]);
    const other = await store.signIn(person('c', { current, sub: 'customer-2' }), 1002);
    assert.deepEqual([other.takenOver, other.open], [null, 0]);
  });
  opened('tells what was sent before from something new, whoever sends it now', async (store, drafts) => {
    const current = await anonymous(store, drafts);
    const said = drafts.says('once');
    const first = await store.append(said);
    const { visitor } = await store.signIn(person('a', { current }), 1000);
    const known = { actor: { ...drafts.visitor, id: visitor }, sender: { kind: 'visitor', id: visitor } } as const;
    const repeated = await store.append({ ...said, ...known } as typeof said);
    assert.equal(repeated.ok && repeated.repeated, true);
    assert.deepEqual(repeated.ok && repeated.event, first.ok && first.event);
    const stranger = await store.append(drafts.says('from the old token'));
    assert.equal(stranger.ok === false && stranger.refusal.code, 'not_found');
    const next = await store.append({ ...drafts.says('and on'), ...known });
    assert.equal(next.ok && next.event.seq, 4);
  });
  opened('takes nothing over from another site, an agent, or a person', async (store, drafts) => {
    const elsewhere = createDrafts('other');
    const theirs = await anonymous(store, elsewhere, 'other');
    await store.addSession('agent', { kind: 'agent', id: 'maya', site: 'shop', expiresAt: null });
    const ana = await store.signIn(person('a'), 1000);
    const own = {
      actor: { ...drafts.visitor, id: ana.visitor },
      sender: { kind: 'visitor', id: ana.visitor },
    } as const;
    await store.append({ ...drafts.started(), ...own });
    for (const current of [theirs, 'agent', 's-a', 'nobody']) {
      const ben = await store.signIn(person(`b-${current}`, { sub: 'customer-2', current }), 1000);
      assert.deepEqual([ben.takenOver, ben.events, ben.open], [null, [], 0]);
      assert.notEqual(ben.family, ana.family);
    }
    assert.equal((await store.conversation(drafts.conversation))?.visitor, ana.visitor);
    assert.equal((await store.conversation(elsewhere.conversation))?.visitor, elsewhere.visitor.id);
    assert.equal((await store.session('agent'))?.expiresAt, null);
  });
  opened(
    'gives a person the files that wait, and those of the conversations that came along',
    async (store, drafts) => {
      const current = await anonymous(store, drafts);
      const nothing = { type: null, width: null, height: null, conversation: null, broughtBy: null };
      const owner = `visitor:${drafts.visitor.id}`;
      const upload = {
        id: drafts.id(),
        site: 'shop',
        owner,
        name: 'a.png',
        size: 10,
        createdAt: 1,
        key: 'k',
        ...nothing,
      };
      const [brought, behind] = [drafts.id(), drafts.id()];
      for (const id of [upload.id, brought, behind]) await store.addUpload({ ...upload, id });
      const closed = createDrafts();
      const mine = { actor: drafts.visitor, sender: { kind: 'visitor', id: drafts.visitor.id } } as const;
      await store.append({ ...closed.started(), ...mine });
      for (const [drafter, id] of [
        [drafts, brought],
        [closed, behind],
      ] as const) {
        await store.finishUpload(id, { type: 'image/png', width: 1, height: 1 });
        assert.equal((await store.append({ ...drafter.brings([id]), ...mine })).ok, true);
      }
      await store.append(closed.closes());
      await store.signIn(person('a', { current }), 1000);
      const owners = await Promise.all([upload.id, brought, behind].map(async id => (await store.upload(id))?.owner));
      assert.deepEqual(owners, ['visitor:v-a', 'visitor:v-a', owner]);
    },
  );
}

function familyContract(opened: Opened): void {
  opened('goes on with the sign-in of the session that is shown', async store => {
    await store.signIn(person('a'), 1000);
    const next = await store.signIn(person('b', { current: 's-a', attributes: [] }), 1050);
    assert.equal(next.family, 'f-a');
    assert.equal((await store.session('s-a'))?.expiresAt, 1100);
    assert.deepEqual((await store.session('s-b'))?.attributes, []);
  });
  opened('refreshes once; what is shown twice ends all of the sign-in', async store => {
    await store.signIn(person('a'), 1000);
    await store.signIn(person('other-device'), 1000);
    const next = await store.refresh('shop', 'r-a', tokens('b', 1500), 1500);
    assert.deepEqual(next, { result: 'ok', visitor: 'v-a', attributes: ATTRIBUTES, open: 0, refreshEnds: 2000 });
    assert.equal(await store.session('s-a'), null);
    assert.equal((await store.session('s-b'))?.expiresAt, 1600);
    assert.deepEqual(await store.refresh('other', 'r-b', tokens('c'), 1500), { result: 'unknown' });
    const reused = await store.refresh('shop', 'r-a', tokens('c'), 1500);
    assert.deepEqual(reused, { result: 'reused', visitor: 'v-a', family: 'f-a' });
    assert.deepEqual([await store.session('s-b'), await store.session('s-c')], [null, null]);
    assert.deepEqual(await store.refresh('shop', 'r-b', tokens('d'), 1500), { result: 'unknown' });
    assert.equal((await store.session('s-other-device'))?.id, 'v-a');
  });
  opened('refreshes no longer than its sign-in lasts', async store => {
    await store.signIn(person('a'), 1000);
    assert.deepEqual(await store.refresh('shop', 'r-a', tokens('b'), 2000), { result: 'unknown' });
    assert.deepEqual(await store.refresh('shop', 'nobody', tokens('b'), 1000), { result: 'unknown' });
  });
  opened('revokes a sign-in by any of its tokens, or an anonymous visitor', async (store, drafts) => {
    const current = await anonymous(store, drafts);
    await store.signIn(person('a'), 1000);
    await store.signIn(person('b'), 1000);
    await store.addSession('agent', { kind: 'agent', id: 'maya', site: 'shop', expiresAt: null });
    for (const [site, hash] of [
      ['other', 's-a'],
      ['other', 'r-a'],
      ['other', current],
      ['shop', 'agent'],
      ['shop', 'nobody'],
    ] as const)
      assert.equal(await store.revoke(site, hash), null);
    assert.deepEqual(await store.revoke('shop', 's-a'), { visitor: 'v-a', family: 'f-a' });
    assert.equal(await store.session('s-a'), null);
    assert.deepEqual(await store.revoke('shop', 'r-b'), { visitor: 'v-a', family: 'f-b' });
    assert.equal(await store.session('s-b'), null);
    assert.deepEqual(await store.revoke('shop', current), { visitor: drafts.visitor.id, family: null });
    assert.equal(await store.session(current), null);
    assert.notEqual(await store.session('agent'), null);
  });
  opened('forgets what ended long ago', async (store, drafts) => {
    const current = await anonymous(store, drafts);
    await store.signIn(person('a', { current }), 1000);
    await store.addSession('agent', { kind: 'agent', id: 'maya', site: 'shop', expiresAt: 1 });
    await store.addSession('anonymous', { kind: 'visitor', id: 'v', site: 'shop', expiresAt: null });
    await store.forgetEnded(2000, 1000);
    assert.notEqual(await store.session('s-a'), null);
    assert.notEqual(await store.session(current), null);
    await store.forgetEnded(2001, 2001);
    assert.deepEqual([await store.session('s-a'), await store.session(current)], [null, null]);
    assert.deepEqual(await store.refresh('shop', 'r-a', tokens('b'), 1500), { result: 'unknown' });
    assert.notEqual(await store.session('agent'), null);
    assert.notEqual(await store.session('anonymous'), null);
    assert.equal((await store.signIn(person('c'), 3000)).visitor, 'v-a');
  });
}
