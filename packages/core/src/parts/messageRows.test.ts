import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MessageItem, TimelineItem } from '../timeline.js';
import { messageRows } from './messageRows.js';

const NOON = Date.UTC(2026, 4, 14, 12);
const MINUTE = 60_000;
const message = (id: string, more: Partial<MessageItem> = {}): MessageItem => ({
  kind: 'message',
  id,
  from: 'agent',
  name: 'Mina',
  text: id,
  at: NOON,
  state: 'sent',
  ...more,
});

const anItem = fc.record({
  from: fc.constantFrom<(MessageItem['from'] | 'notice')[]>('visitor', 'bot', 'agent', 'notice'),
  name: fc.constantFrom('Mina', 'Jo'),
  pause: fc.integer({ min: -MINUTE, max: 900 * MINUTE }),
});
const log = fc.array(anItem, { maxLength: 30 }).map(given => {
  let at = NOON;
  return given.map(({ from, name, pause }, place): TimelineItem => {
    at += pause;
    const id = `m${place}`;
    return from === 'notice'
      ? { kind: 'notice', id, at, notice: 'queued' }
      : message(id, { from, name, at, seq: place + 1 });
  });
});
const zones = fc.constantFrom('UTC', 'Pacific/Auckland', 'America/St_Johns');
const dayIn = (at: number, timeZone: string) => new Date(at).toLocaleDateString('en-CA', { timeZone });

test('whatever is said: every line once and in order, groups and days meet without gaps', () => {
  fc.assert(
    fc.property(log, zones, fc.integer({ min: 0, max: 30 }), (items, timeZone, readUpTo) => {
      const rows = messageRows(items, { timeZone, unread: { readUpTo, openedAt: Number.POSITIVE_INFINITY } });
      expect(rows.map(row => row.item)).toEqual(items);
      expect(rows.filter(row => row.startsUnread).length).toBeLessThanOrEqual(1);
      rows.forEach((row, place) => {
        const before = rows[place - 1];
        const { item } = row;
        expect(row.startsGroup).toBe(before ? before.endsGroup : true);
        expect(row.startsDay).toBe(!before || dayIn(before.item.at, timeZone) !== dayIn(item.at, timeZone));
        if (row.startsDay || row.startsUnread || item.kind === 'notice') expect(row.startsGroup).toBe(true);
        if (row.startsGroup || !before) return;
        expect([before.item.kind, 'from' in before.item && before.item.from, before.item.name]).toEqual([
          'message',
          'from' in item && item.from,
          item.name,
        ]);
        expect(Math.abs(item.at - before.item.at)).toBeLessThanOrEqual(5 * MINUTE);
      });
      expect(rows.at(-1)?.endsGroup ?? true).toBe(true);
    }),
  );
});

test('what comes later changes no line before the last', () => {
  fc.assert(
    fc.property(log, fc.nat(30), (items, cut) => {
      const shorter = messageRows(items.slice(0, cut), { timeZone: 'UTC' }).slice(0, -1);
      expect(messageRows(items, { timeZone: 'UTC' }).slice(0, shorter.length)).toEqual(shorter);
    }),
  );
});

test('a pause, another speaker, a notice and the unread line end a group', () => {
  const items: TimelineItem[] = [
    message('a', { seq: 1 }),
    message('b', { seq: 2, at: NOON + MINUTE }),
    message('c', { seq: 3, at: NOON + 7 * MINUTE }),
    message('d', { seq: 4, at: NOON + 8 * MINUTE }),
    message('e', { seq: 5, at: NOON + 8 * MINUTE, name: 'Jo' }),
    { kind: 'notice', id: 'n', at: NOON + 8 * MINUTE, notice: 'closed' },
  ];
  const starts = (options = {}) =>
    messageRows(items, { timeZone: 'UTC', ...options })
      .filter(row => row.startsGroup)
      .map(({ item }) => item.id);
  expect(starts()).toEqual(['a', 'c', 'e', 'n']);
  expect(starts({ gap: 10 * MINUTE })).toEqual(['a', 'e', 'n']);
  expect(starts({ unread: { readUpTo: 1, openedAt: NOON + 60 * MINUTE } })).toEqual(['a', 'b', 'c', 'e', 'n']);
});

test('the unread line stands before the first unread message of an agent, and nowhere without a mark', () => {
  const items = [message('mine', { from: 'visitor', seq: 4 }), message('a', { seq: 5 }), message('b', { seq: 6 })];
  const unread = (readUpTo?: number) => {
    const mark = readUpTo === undefined ? undefined : { readUpTo, openedAt: NOON + MINUTE };
    const row = messageRows(items, { unread: mark }).find(one => one.startsUnread > 0);
    return row && [row.item.id, row.startsUnread];
  };
  expect([unread(3), unread(5), unread(6), unread()]).toEqual([['a', 2], ['b', 1], undefined, undefined]);
});

test('what came while the screen was open has no unread line', () => {
  const items = [message('a', { seq: 1 }), message('b', { seq: 2, at: NOON + 2 * MINUTE })];
  const lines = (openedAt: number) =>
    messageRows(items, { unread: { readUpTo: 0, openedAt } }).map(row => row.startsUnread);
  expect([lines(NOON), lines(NOON + MINUTE), lines(NOON + 3 * MINUTE)]).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
  ]);
});

test('a zone the runtime does not know is refused', () => {
  expect(() => messageRows([], { timeZone: 'Moon/Sea' })).toThrow(RangeError);
});
