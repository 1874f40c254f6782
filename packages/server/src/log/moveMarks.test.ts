import type { Conversation, Marks } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { moveMarks } from './moveMarks.js';

const NONE: Marks = { delivered: 0, read: 0 };
const record = (agent: Marks) => ({ lastSeq: 10, marks: { visitor: NONE, agent } }) as Conversation;

test.each<[Marks, Marks, Marks | null]>([
  [NONE, { delivered: 4, read: 2 }, { delivered: 4, read: 2 }],
  [{ delivered: 4, read: 2 }, { delivered: 3, read: 1 }, null],
  [
    { delivered: 4, read: 2 },
    { delivered: 3, read: 3 },
    { delivered: 4, read: 3 },
  ],
  [NONE, { delivered: 0, read: 5 }, { delivered: 5, read: 5 }],
  [NONE, { delivered: 99, read: 99 }, { delivered: 10, read: 10 }],
  [{ delivered: 10, read: 10 }, { delivered: 99, read: 99 }, null],
])('from %o by %o to %o', (from, by, to) => {
  expect(moveMarks(record(from), 'agent', by)?.marks.agent ?? null).toEqual(to);
});

test('the other side stays', () => {
  expect(moveMarks(record(NONE), 'agent', { delivered: 1, read: 1 })?.marks.visitor).toBe(NONE);
});
