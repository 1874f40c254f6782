import type { Conversation } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { createUnreadMark } from './unreadMark.js';

const read = (id: string, seq: number) => ({ id, marks: { visitor: { read: seq } } }) as Conversation;

test('a mark is what it was when the conversation first came to the screen', () => {
  let time = 0;
  const mark = createUnreadMark(() => ++time);
  expect([mark(null), mark(read('a', 3)), mark(read('a', 9)), mark(read('b', 1)), mark(read('a', 9))]).toEqual([
    undefined,
    { readUpTo: 3, openedAt: 1 },
    { readUpTo: 3, openedAt: 1 },
    { readUpTo: 1, openedAt: 2 },
    { readUpTo: 3, openedAt: 1 },
  ]);
});
