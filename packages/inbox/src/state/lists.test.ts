import type { DeskNote } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { id } from '../../test/ids.js';
import { northwind } from '../../test/northwind.js';
import { counts, type DeskNotes, isUnread, listed, waitsSince } from './lists.js';

const NOW = Date.UTC(2026, 10, 2, 14, 6);
const { conversations } = northwind(NOW);
const NOTHING: DeskNotes = new Map();
const order = (filter: Parameters<typeof listed>[0], desk = NOTHING) =>
  listed(filter, conversations, 'mina', desk).map(record => record.id);

test('mine holds what this agent answers: who wrote last and longest ago first', () => {
  expect(order('mine')).toEqual([id(2), id(1), id(3)]);
});

test('unassigned puts the longest wait first and left messages after people who wait now', () => {
  expect(order('unassigned')).toEqual([id(5), id(4), id(7)]);
});

test('all open has everything that is not closed, the bot’s last', () => {
  expect(order('open')).toEqual([id(5), id(4), id(8), id(2), id(1), id(7), id(9), id(3)]);
  expect(order('closed')).toEqual([id(6)]);
});

test('whose answer is due stands first, the soonest at the top; what is meant for an agent is theirs', () => {
  const due = (minutes: number) => ({ due: { at: NOW + minutes * 60_000, target: 'next' as const } });
  const desk: DeskNotes = new Map<string, DeskNote>([
    [id(3), due(4)],
    [id(1), due(-2)],
    [id(4), { meantFor: 'mina', ...due(9) }],
    [id(5), { meantFor: 'jonas' }],
  ]);
  expect(order('mine', desk)).toEqual([id(1), id(3), id(4), id(2)]);
  expect(order('unassigned', desk)).toEqual([id(4), id(5), id(7)]);
  expect(counts(conversations, 'mina', desk).mine).toBe(4);
  expect(counts(conversations, 'jonas', desk)).toMatchObject({ mine: 2, unassigned: 3 });
});

test('counts agree with the lists', () => {
  expect(counts(conversations, 'mina', NOTHING)).toEqual({ mine: 3, unassigned: 3, open: 8, closed: 1 });
  expect(counts(conversations, 'jonas', NOTHING)).toEqual({ mine: 1, unassigned: 3, open: 8, closed: 1 });
});

test('nobody waits after the agent wrote, and closed or bot conversations are never unread, nor are a colleague’s', () => {
  const [, , sofie] = conversations;
  expect(sofie && waitsSince(sofie)).toBeNull();
  expect(conversations.filter(record => isUnread(record, 'mina')).map(record => record.id)).toEqual([
    id(1),
    id(2),
    id(4),
    id(5),
    id(7),
  ]);
});
