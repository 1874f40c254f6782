import assert from 'node:assert/strict';
import type { OutcomeReport } from '@handrail/protocol';
import { createDrafts, type DraftMaker } from './contractDrafts.js';
import type { Draft, Store } from './store.js';

type Opened = (name: string, run: (store: Store, drafts: DraftMaker) => Promise<void>) => void;

const EVER = [0, Number.MAX_SAFE_INTEGER] as const;

function report(more: Partial<OutcomeReport> & { id: string }): OutcomeReport {
  const nothing = { answers: 0, articles: 0, searches: 0 };
  return { site: 'shop', n: 1, kind: 'chat', outcome: 'abandoned', ...nothing, locale: 'en', ...more };
}

const put = async (store: Store, draft: Draft) => {
  const appended = await store.append(draft);
  assert.ok(appended.ok);
  return appended.event;
};

/** What figures are counted from. */
export function figuresContract(opened: Opened): void {
  opened('counts each session once, by its last report, in its site and time', async (store, drafts) => {
    const [a, b, c] = [drafts.id(), drafts.id(), drafts.id()];
    assert.equal(await store.addOutcome(report({ id: a, outcome: 'assumed', answers: 1 }), 100), true);
    assert.equal(await store.addOutcome(report({ id: a, outcome: 'assumed', answers: 1 }), 150), false);
    assert.equal(await store.addOutcome(report({ id: a, n: 3, outcome: 'confirmed', answers: 2 }), 200), true);
    assert.equal(await store.addOutcome(report({ id: a, n: 2, outcome: 'abandoned' }), 300), false);
    await store.addOutcome(report({ id: b, kind: 'search', articles: 1, outcome: 'assumed' }), 200);
    await store.addOutcome(report({ id: c, kind: 'search', searches: 2 }), 299);
    await store.addOutcome(report({ id: a, site: 'other' }), 200);
    const got = await store.results('shop', 200, 300);
    const { sessions, withAnswer, confirmed, assumed, abandoned, chats, contained } = got;
    const counted = { sessions, withAnswer, confirmed, assumed, abandoned, chats, contained };
    const wanted = { sessions: 3, withAnswer: 2, confirmed: 1, assumed: 1, abandoned: 1, chats: 1, contained: 1 };
    assert.deepEqual(counted, wanted);
    assert.equal((await store.results('shop', 0, 200)).sessions, 0);
    assert.equal((await store.results('other', ...EVER)).sessions, 1);
  });
  opened('counts scores of flows, and who came back', async (store, drafts) => {
    const all: Partial<OutcomeReport>[] = [
      { surveys: { csat: 5, nps: 9 }, again: true },
      { surveys: { csat: 2, ces: 7 } },
      { surveys: { ces: 4, nps: 6 } },
      { surveys: { csat: null, nps: 0 } },
      {},
    ];
    for (const more of all) await store.addOutcome(report({ id: drafts.id(), ...more }), 10);
    const got = await store.results('shop', ...EVER);
    assert.equal(got.again, 1);
    assert.deepEqual(got.flowSurveys, {
      shown: 8,
      answered: 7,
      csat: 2,
      csatGood: 1,
      ces: 2,
      cesGood: 1,
      cesSum: 11,
      nps: 3,
      promoters: 1,
      detractors: 2,
    });
    // Answered in the end: the last report counts.
    const id = drafts.id();
    await store.addOutcome(report({ id, surveys: { nps: null } }), 10);
    await store.addOutcome(report({ id, n: 2, surveys: { nps: 10 } }), 11);
    assert.deepEqual((await store.results('shop', 11, 12)).flowSurveys.promoters, 1);
  });
  opened('adds up what a site uses on a day, each thing for itself', async store => {
    assert.equal(await store.spend('shop', 'tokens', '2026-05-04', 0), 0);
    assert.equal(await store.spend('shop', 'tokens', '2026-05-04', 120), 120);
    assert.equal(await store.spend('shop', 'tokens', '2026-05-04', 30), 150);
    assert.equal(await store.spend('shop', 'answers', '2026-05-04', 1), 1);
    assert.equal(await store.spend('shop', 'tokens', '2026-05-05', 0), 0);
    assert.equal(await store.spend('other', 'tokens', '2026-05-04', 0), 0);
    assert.equal(await store.spend('shop', 'tokens', '2026-05-04', 0), 150);
  });
  opened('believes the log before the page', async (store, drafts) => {
    const left = createDrafts();
    for (const one of [drafts, left]) await put(store, one.started());
    await put(store, drafts.asksForPerson());
    await put(store, {
      ...left.asksForPerson(),
      kind: 'owner',
      body: { owner: 'queue', reason: 'left_message' },
    } as Draft);
    for (const { conversation: id } of [drafts, left])
      await store.addOutcome(report({ id, outcome: 'confirmed', answers: 1 }), 10);
    const got = await store.results('shop', ...EVER);
    assert.deepEqual([got.confirmed, got.chats, got.contained], [0, 2, 0]);
    assert.deepEqual([got.requested, got.messagesLeft], [1, 1]);
  });
  opened('times answers and ends, and counts who left the queue', async (store, drafts) => {
    const all = [drafts, ...Array.from({ length: 3 }, () => createDrafts())] as const;
    const [helped, , stopped, tired] = all;
    for (const one of all) {
      await put(store, one.started());
      await put(store, one.asksForPerson());
    }
    const asked = (await store.events(helped.conversation, 1, 1))[0]?.at ?? 0;
    await put(store, { ...stopped?.asksForPerson(), body: { owner: 'bot', reason: 'stopped_waiting' } } as Draft);
    if (tired) await put(store, tired.closes());
    await put(store, helped.takes());
    const answer = await put(store, helped.answers('Hello.'));
    await put(store, helped.answers('And one more thing.'));
    const end = await put(store, helped.closes());
    const by = { actor: helped.visitor, sender: { kind: 'visitor', id: helped.visitor.id } } as const;
    await put(store, { ...helped.closes(), ...by, kind: 'survey', body: { survey: 'csat', score: 4 } });
    const got = await store.results('shop', ...EVER);
    assert.deepEqual([got.requested, got.leftQueue], [4, 2]);
    const first = answer.at - asked;
    assert.deepEqual(got.firstResponse, { count: 1, median: first, p90: first });
    assert.deepEqual(got.responses, [{ requestedAt: asked, answeredAt: answer.at }]);
    assert.equal(got.resolution.count, 2);
    assert.ok((got.resolution.p90 ?? 0) >= end.at - asked);
    assert.deepEqual([got.surveys, got.rated, got.satisfied], [1, 1, 1]);
    assert.deepEqual((await store.results('shop', 0, 1)).firstResponse, { count: 0, median: null, p90: null });
  });
}
