import type { ClientFrame, LogEvent } from '@handrail/protocol';
import { aConversation, aLog, countedIds, manualClock } from '@handrail/test-kit';
import { atom } from 'nanostores';
import { beforeEach, expect, test } from 'vitest';
import { createGaps, type Gaps } from './gaps.js';
import { emptyThread, type Thread } from './thread.js';
import { createThreads } from './threads.js';

const newId = countedIds();
const ids = Array.from({ length: 6 }, newId) as [string, string, string, string, string, string];
const [a, b] = ids;
let clock: ReturnType<typeof manualClock>;
let sent: string[];
let online: boolean;
let known: Map<string, Thread>;
let gaps: Gaps;

beforeEach(() => {
  clock = manualClock();
  sent = [];
  online = true;
  known = new Map();
  const $threads = atom<ReadonlyMap<string, Thread>>(known);
  const send = (frame: ClientFrame) => {
    if (online && frame.t === 'fetch') sent.push(`${ids.indexOf(frame.conversation)} after ${frame.after}`);
    return online;
  };
  gaps = createGaps({ threads: createThreads($threads, clock.now), send, later: clock.setTimeout });
});

const came = (id: string, events: readonly LogEvent[], entered = events.length > 0) =>
  gaps.came({ t: 'events', events: [...events], conversations: [aConversation(id)] }, new Set(entered ? [id] : []));

test('asks once, after what is known, until the answer came', () => {
  known.set(a, { ...emptyThread(a, 0), events: aLog(a, 3) });
  gaps.fill(a);
  gaps.fill(a);
  expect(sent).toEqual(['0 after 3']);
  came(a, aLog(a, 9).slice(8), false);
  gaps.fill(a);
  expect(sent).toHaveLength(1);
  came(a, aLog(a, 4).slice(3));
  gaps.fill(a);
  expect(sent).toHaveLength(2);
});

test('an empty answer is one', () => {
  gaps.fill(a);
  came(a, []);
  gaps.fill(a);
  expect(sent).toEqual(['0 after 0', '0 after 0']);
});

test('four at once, the others as answers come', () => {
  for (const id of ids) gaps.fill(id);
  expect(sent).toHaveLength(4);
  came(b, aLog(b, 1));
  expect(sent.at(-1)).toBe('4 after 0');
  expect(sent).toHaveLength(5);
});

test('what the server could not answer now is asked again after the wait it named', async () => {
  gaps.fill(a);
  gaps.refused({ t: 'error', code: 'rate_limited', message: 'Too many.', retryAfter: 2 });
  await clock.advance(1_999);
  expect(sent).toHaveLength(1);
  await clock.advance(1);
  expect(sent).toEqual(['0 after 0', '0 after 0']);
});

test('an answer that never comes holds up nothing else', () => {
  for (const id of ids) gaps.fill(id);
  gaps.refused({ t: 'error', code: 'not_found', message: 'There is none.' });
  expect(sent).toHaveLength(6);
});

test('a new connection asks again for logs with a hole and logs cut short, and for no others', () => {
  const [hole, short, whole, unread] = ids;
  const record = (id: string, lastSeq: number) => aConversation(id, { lastSeq });
  known.set(hole, { ...emptyThread(hole, 0), record: record(hole, 3), held: aLog(hole, 3).slice(2) });
  known.set(short, { ...emptyThread(short, 0), record: record(short, 3), events: aLog(short, 2) });
  known.set(whole, { ...emptyThread(whole, 0), record: record(whole, 3), events: aLog(whole, 3) });
  known.set(unread, { ...emptyThread(unread, 0), record: record(unread, 3) });
  gaps.fill(hole);
  gaps.restart();
  gaps.fillAll();
  expect(sent).toEqual(['0 after 0', '0 after 0', '1 after 2']);
});

test('without a connection nothing counts as asked', () => {
  online = false;
  gaps.fill(a);
  online = true;
  gaps.fill(a);
  expect(sent).toEqual(['0 after 0']);
});
