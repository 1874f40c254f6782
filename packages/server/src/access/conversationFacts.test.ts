import type { Conversation } from '@handrail/protocol';
import { expect, test, vi } from 'vitest';
import { createConversationFacts } from './conversationFacts.js';

const record = (visitor: string) => ({ site: 'shop', visitor }) as Conversation;

test('remembers whose a conversation is, until it changes', async () => {
  const read = vi.fn(async () => record('v1'));
  const { facts, forget } = createConversationFacts(read);
  expect([await facts('c'), await facts('c')]).toEqual([record('v1'), record('v1')]);
  expect(read).toHaveBeenCalledTimes(1);
  read.mockResolvedValue(record('p1'));
  forget('c');
  expect(await facts('c')).toEqual(record('p1'));
});

test('what was read while it changed is not remembered', async () => {
  let answer = (_: Conversation) => {};
  const read = vi.fn(async () => record('p1'));
  read.mockImplementationOnce(
    () =>
      new Promise(resolve => {
        answer = resolve;
      }),
  );
  const { facts, forget } = createConversationFacts(read);
  const early = facts('c');
  forget('c');
  answer(record('v1'));
  await early;
  expect(await facts('c')).toEqual(record('p1'));
});

test('there may be none, and only so many are remembered', async () => {
  const read = vi.fn(async (id: string) => (id === 'none' ? null : record(id)));
  const { facts } = createConversationFacts(read, 2);
  expect(await facts('none')).toBeNull();
  for (const id of ['a', 'b', 'c', 'c', 'a']) await facts(id);
  expect(read.mock.calls.map(([id]) => id)).toEqual(['none', 'a', 'b', 'c', 'a']);
});
