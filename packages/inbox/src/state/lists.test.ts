import type { DeskNote } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { id } from '../../test/ids.js';
import { northwind } from '../../test/northwind.js';
import { counts, type DeskNotes, isForOthers, isUnread, listed, type Viewer, waitsSince } from './lists.js';

const NOW = Date.UTC(2026, 10, 2, 14, 6);
const { conversations } = northwind(NOW);
const NOTHING: DeskNotes = new Map();
const viewer = (id: string, desk = NOTHING): Viewer => ({ id, teams: [], desk });
const order = (filter: Parameters<typeof listed>[0], desk = NOTHING) =>
  listed(filter, conversations, viewer('mina', desk)).map(record => record.id);

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
  expect(counts(conversations, viewer('mina', desk)).mine).toBe(4);
  expect(counts(conversations, viewer('jonas', desk))).toMatchObject({ mine: 2, unassigned: 3 });
});

test('what is for another team stands last, in no list of mine, until everybody is asked', () => {
  const records = conversations.map(record => (record.id === id(5) ? { ...record, team: 'returns' } : record));
  const [waiting] = records.filter(record => record.id === id(5));
  const of = (mine: boolean, desk = NOTHING): Viewer => ({
    id: 'mina',
    teams: [{ id: 'returns', name: 'Returns', mine }],
    desk,
  });
  const unassigned = (as: Viewer) => listed('unassigned', records, as).map(record => record.id);
  const isLater = (as: Viewer) => waiting && isForOthers(waiting, as);
  const first: DeskNotes = new Map([[id(5), { team: 'first' }]]);
  const all: DeskNotes = new Map([[id(5), { team: 'all' }]]);
  expect(unassigned(of(false))).toEqual([id(4), id(7), id(5)]);
  expect([of(false), of(false, first), of(false, all), of(true)].map(isLater)).toEqual([true, true, false, false]);
  expect(unassigned(of(false, all))).toEqual([id(5), id(4), id(7)]);
  expect(listed('mine', records, of(true, first)).map(record => record.id)).toContain(id(5));
  expect(listed('mine', records, of(true, all)).map(record => record.id)).not.toContain(id(5));
});

test('counts agree with the lists', () => {
  expect(counts(conversations, viewer('mina', NOTHING))).toEqual({ mine: 3, unassigned: 3, open: 8, closed: 1 });
  expect(counts(conversations, viewer('jonas', NOTHING))).toEqual({ mine: 1, unassigned: 3, open: 8, closed: 1 });
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

test('what a page tells after the last message was read makes nothing unread', () => {
  const record = conversations.find(({ id: own }) => own === id(4));
  if (!record?.preview) throw new Error('expected a conversation with a message');
  const marks = { ...record.marks, agent: { delivered: 3, read: 3 } };
  const told = { ...record, marks, lastSeq: 5, preview: { ...record.preview, seq: 3 } };
  expect(isUnread(told, 'mina')).toBe(false);
  expect(isUnread({ ...told, preview: { ...told.preview, seq: 5 } }, 'mina')).toBe(true);
});
