import type { ClientFrame, ServerFrame } from '@handrail/protocol';
import { aConversation, aLog, anEvent, aWelcome, countedIds, manualClock, SENDERS } from '@handrail/test-kit';
import { atom } from 'nanostores';
import { expect, test } from 'vitest';
import type { HandrailError } from './errors.js';
import { createGaps } from './gaps.js';
import { createOutbox } from './outbox.js';
import { applyResumes, createReceive } from './receive.js';
import { memoryStorage } from './storage/memory.js';
import type { Thread } from './thread.js';
import { createThreads } from './threads.js';

const id = countedIds()();
const events = (from: number, to: number, lastSeq = to): ServerFrame => ({
  t: 'events',
  events: aLog(id, to).slice(from - 1),
  conversations: [aConversation(id, { lastSeq })],
});

function make() {
  const clock = manualClock();
  const sent: ClientFrame[] = [];
  const failed: [HandrailError, unknown][] = [];
  const entered: number[][] = [];
  const threads = createThreads(atom<ReadonlyMap<string, Thread>>(new Map()), clock.now);
  const send = (frame: ClientFrame) => sent.push(frame) > 0;
  const outbox = createOutbox({
    storage: memoryStorage(),
    key: 'k',
    now: clock.now,
    send,
    later: clock.setTimeout,
    unacked: () => 32,
  });
  const receive = createReceive({
    environment: clock,
    threads,
    outbox,
    gaps: createGaps({ threads, send, later: clock.setTimeout }),
    entered: list => {
      // The cursor has moved before anybody is told.
      entered.push(list.map(event => event.seq));
      expect(threads.get(id)?.events.at(-1)?.seq ?? 0).toBeGreaterThanOrEqual(list.at(-1)?.seq ?? 0);
    },
    failed: (error, refused) => failed.push([error, refused]),
    otherSide: 'agent',
  });
  return { clock, sent, failed, entered, threads, receive, outbox };
}

test('a gap is fetched from its beginning, and filled', () => {
  const { receive, sent, entered, threads } = make();
  receive(events(1, 2));
  receive(events(4, 5));
  expect(sent).toEqual([{ t: 'fetch', conversation: id, after: 2 }]);
  receive(events(3, 3, 5));
  expect(entered).toEqual([[1, 2], [], [3, 4, 5]]);
  expect(threads.get(id)?.held).toEqual([]);
  expect(sent).toHaveLength(1);
});

test('a log longer than one answer is read to its end, and an empty answer ends the asking', () => {
  const { receive, sent } = make();
  receive(events(1, 3, 7));
  expect(sent).toEqual([{ t: 'fetch', conversation: id, after: 3 }]);
  receive({ t: 'events', events: [], conversations: [aConversation(id, { lastSeq: 7 })] });
  expect(sent).toHaveLength(1);
  receive(events(4, 7));
  expect(sent).toHaveLength(1);
});

test('a heartbeat that knows more than this side leads to a fetch', () => {
  const { receive, sent } = make();
  receive(events(1, 2));
  receive({ t: 'beat', seqs: { [id]: 2 } });
  expect(sent).toEqual([]);
  receive({ t: 'beat', seqs: { [id]: 3 } });
  expect(sent).toEqual([{ t: 'fetch', conversation: id, after: 2 }]);
});

test('typing of the other side, for 6 s or until its message', async () => {
  const { receive, threads, clock } = make();
  const typing = (kind: 'agent' | 'visitor', on = true) =>
    receive({ t: 'typing', conversation: id, from: { kind, id: 'x', name: 'Mara' }, on });
  typing('visitor');
  expect(threads.get(id)?.typing ?? null).toBeNull();
  typing('agent');
  await clock.advance(3_000);
  typing('agent');
  await clock.advance(5_999);
  expect(threads.get(id)?.typing).toMatchObject({ name: 'Mara' });
  await clock.advance(1);
  expect(threads.get(id)?.typing).toBeNull();
  typing('agent');
  receive(events(1, 1));
  expect(threads.get(id)?.typing).not.toBeNull();
  const conversations = [aConversation(id, { lastSeq: 2 })];
  receive({
    t: 'events',
    events: [anEvent(id, 2, 'message', { text: 'a' }, { sender: SENDERS.agent })],
    conversations,
  });
  expect(threads.get(id)?.typing).toBeNull();
});

test('marks only go forward; queue, errors and refusals are told; unknown frames are left to the caller', () => {
  const { receive, threads, failed } = make();
  receive(events(1, 2));
  receive({ t: 'marks', conversation: id, side: 'agent', delivered: 2, read: 1 });
  receive({ t: 'marks', conversation: id, side: 'agent', delivered: 1, read: 0 });
  expect(threads.get(id)?.record?.marks.agent).toEqual({ delivered: 2, read: 1 });
  receive({ t: 'queue', conversation: id, position: 3, wait: { min: 1, max: 4 } });
  expect(threads.get(id)?.queue).toEqual({ position: 3, wait: { min: 1, max: 4 } });
  receive({ t: 'error', code: 'rate_limited', message: 'slow' });
  const nack = { t: 'nack', id, conversation: id, code: 'forbidden', message: 'no' } as const;
  receive(nack);
  expect(failed.map(([error, refused]) => [error.code, refused])).toEqual([
    ['rate_limited', undefined],
    ['forbidden', nack],
  ]);
  expect(receive({ t: 'presence', agents: [] })).toBe(false);
});

test('a reset of one conversation forgets its log and believes the new record', () => {
  const { receive, threads } = make();
  receive(events(1, 3));
  const conversations = [aConversation(id, { lastSeq: 1 })];
  applyResumes(threads, aWelcome({ resume: 'reset', resumes: { [id]: 'reset' }, conversations }));
  expect(threads.get(id)).toMatchObject({ events: [], record: { lastSeq: 1 } });
  receive(events(1, 1));
  applyResumes(threads, aWelcome({ resume: 'ok', resumes: { [id]: 'ok' }, conversations }));
  expect(threads.get(id)?.events).toHaveLength(1);
});
