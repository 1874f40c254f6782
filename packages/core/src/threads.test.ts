import { aConversation, aLog, countedIds } from '@handrail/test-kit';
import { atom } from 'nanostores';
import { expect, test } from 'vitest';
import { applyEvents } from './applyEvents.js';
import type { Thread } from './thread.js';
import { createThreads } from './threads.js';

const id = countedIds()();
const marks = (read: number) => ({ visitor: { delivered: read, read }, agent: { delivered: 0, read: 0 } });
const make = () => {
  const $threads = atom<ReadonlyMap<string, Thread>>(new Map());
  return { $threads, threads: createThreads($threads, () => 5) };
};

test('applies in one change of the store and tells of gaps that are still open', () => {
  const { $threads, threads } = make();
  let changes = 0;
  $threads.listen(() => (changes += 1));
  const [one, two, three, , five] = aLog(id, 5) as [never, never, never, never, never];
  expect(applyEvents(threads, [three, one, two])).toMatchObject({ gaps: [] });
  expect(applyEvents(threads, [five])).toMatchObject({ entered: [], gaps: [id] });
  expect([changes, threads.get(id)?.events.length]).toEqual([2, 3]);
});

test('a newer record wins, an older one is passed over, marks never turn back', () => {
  const { threads } = make();
  threads.records([aConversation(id, { lastSeq: 5, marks: marks(4) })]);
  threads.records([aConversation(id, { lastSeq: 4, subject: 'old' })]);
  expect(threads.get(id)?.record).toMatchObject({ lastSeq: 5, subject: 'My parcel is late' });
  threads.records([aConversation(id, { lastSeq: 6, marks: marks(2) })]);
  expect(threads.get(id)?.record).toMatchObject({ lastSeq: 6, marks: marks(4) });
});

test('a place in the queue ends with the queue', () => {
  const { threads } = make();
  threads.records([aConversation(id, { owner: 'queue' })]);
  threads.change(id, thread => ({ ...thread, queue: { position: 2 } }));
  threads.records([aConversation(id, { owner: 'queue', lastSeq: 1 })]);
  expect(threads.get(id)?.queue).toEqual({ position: 2 });
  threads.records([aConversation(id, { owner: 'human', lastSeq: 2 })]);
  expect(threads.get(id)?.queue).toBeNull();
});

test('after a reset the record of another history is believed, and turns of the page stay', () => {
  const { threads } = make();
  threads.records([aConversation(id, { lastSeq: 9 })]);
  applyEvents(threads, aLog(id, 3));
  threads.change(id, thread => ({ ...thread, turns: [{ id: 'x', by: 'bot', text: 'a', at: 1 }] }));
  threads.reset(id);
  threads.records([aConversation(id, { lastSeq: 2 })]);
  expect(threads.get(id)).toMatchObject({ events: [], record: { lastSeq: 2 }, turns: [{ text: 'a' }] });
});
