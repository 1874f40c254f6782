import { aConversation, countedIds } from '@handrail/test-kit';
import { expect, test } from 'vitest';
import { readState, toThreads, writeState } from './localState.js';
import { memoryStorage } from './storage/memory.js';
import { emptyThread, type Thread } from './thread.js';

const newId = countedIds();
const rest = { current: null, searches: [], articles: [] };
const thread = (createdAt: number, turns = 1): Thread => ({
  ...emptyThread(newId(), createdAt),
  turns: Array.from({ length: turns }, (_, i) => ({ id: newId(), by: 'bot' as const, text: `${i}`, at: i })),
});

test('comes back as it was written, without the log', () => {
  const storage = memoryStorage();
  const one = { ...thread(1), record: aConversation(newId()) };
  writeState(storage, 'k', [one], { ...rest, current: one.id });
  const state = readState(storage, 'k');
  expect(state?.current).toBe(one.id);
  expect(toThreads(state as never)).toEqual(new Map([[one.id, one]]));
});

test('keeps the five newest conversations and 60 turns of each', () => {
  const storage = memoryStorage();
  const threads = [3, 1, 7, 5, 6, 2, 4].map(createdAt => thread(createdAt, 70));
  writeState(storage, 'k', threads, rest);
  const kept = readState(storage, 'k')?.threads ?? [];
  expect(kept.map(one => one.createdAt)).toEqual([7, 6, 5, 4, 3]);
  expect([kept[0]?.turns.length, kept[0]?.turns[0]?.text]).toEqual([60, '10']);
});

test.each([
  ['nothing', null],
  ['text', 'x'],
  ['null', 'null'],
  ['another format', '{"format":2,"threads":[]}'],
  ['no threads', '{"format":1}'],
])('%s is no state', (_, text) => {
  const storage = memoryStorage();
  if (text !== null) storage.set('k', text);
  expect(readState(storage, 'k')).toBeNull();
});

test('damaged parts are passed over', () => {
  const storage = memoryStorage();
  const good = { id: newId(), createdAt: 1, turns: [] };
  const threads = [null, 1, {}, { id: 'x' }, good];
  storage.set('k', JSON.stringify({ format: 1, current: 5, threads, searches: 'x' }));
  expect(readState(storage, 'k')).toEqual({
    format: 1,
    current: null,
    threads: [{ ...good, flow: null, record: null }],
    searches: [],
    articles: [],
  });
});
