import type { Hours } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { createBusinessTime, createDeadline, createHours } from './hours.js';

const at = (iso: string) => Date.parse(iso);
const berlin: Hours = {
  zone: 'Europe/Berlin',
  mon: ['09:00-12:00', '13:00-17:00'],
  tue: ['09:00-17:00'],
  fri: ['22:00-02:00'],
};

const table: [name: string, hours: Hours | undefined, now: string, open: boolean, next?: string][] = [
  ['no hours is always open', undefined, '2026-01-01T03:00Z', true],
  ['before opening', berlin, '2026-01-05T07:59Z', false, '2026-01-05T08:00Z'],
  ['at opening', berlin, '2026-01-05T08:00Z', true],
  ['the last minute', berlin, '2026-01-05T10:59:59.999Z', true],
  ['at lunch', berlin, '2026-01-05T11:00Z', false, '2026-01-05T12:00Z'],
  ['in the evening: the next day', berlin, '2026-01-05T16:00Z', false, '2026-01-06T08:00Z'],
  ['over days without hours', berlin, '2026-01-06T16:00Z', false, '2026-01-09T21:00Z'],
  ['after midnight of a span that began yesterday', berlin, '2026-01-10T00:30Z', true],
  ['after that span', berlin, '2026-01-10T01:00Z', false, '2026-01-12T08:00Z'],
  ['summer time moves the opening', berlin, '2026-07-06T06:59Z', false, '2026-07-06T07:00Z'],
  ['another day in the zone than in UTC', { zone: 'Asia/Tokyo', tue: ['08:00-09:00'] }, '2026-01-05T23:30Z', true],
  ['24:00 is the end of the day', { zone: 'UTC', mon: ['20:00-24:00'] }, '2026-01-05T23:59Z', true],
  ['24:00 ends it', { zone: 'UTC', mon: ['20:00-24:00'] }, '2026-01-06T00:00Z', false, '2026-01-12T20:00Z'],
  ['all day, at the seam', { zone: 'UTC', mon: ['00:00-24:00'], tue: ['00:00-24:00'] }, '2026-01-06T00:00Z', true],
  ['never', { zone: 'UTC' }, '2026-01-06T00:00Z', false],
  ['on a holiday', { ...berlin, holidays: ['2026-01-05'] }, '2026-01-05T08:30Z', false, '2026-01-06T08:00Z'],
  [
    'the night of a holiday belongs to the day before',
    { ...berlin, holidays: ['2026-01-10'] },
    '2026-01-10T00:30Z',
    true,
  ],
  // 2026-03-29 02:00 does not exist in Berlin, 2026-10-25 02:00-03:00 comes twice.
  [
    'an opening that the clock skips',
    { zone: 'Europe/Berlin', sun: ['02:30-05:00'] },
    '2026-03-29T00:00Z',
    false,
    '2026-03-29T01:30Z',
  ],
  [
    'the short night is open an hour less',
    { zone: 'Europe/Berlin', sun: ['00:00-04:00'] },
    '2026-03-29T02:00Z',
    false,
    '2026-04-04T22:00Z',
  ],
  ['the long night is open an hour more', { zone: 'Europe/Berlin', sun: ['00:00-04:00'] }, '2026-10-25T02:59Z', true],
  [
    'of an hour that comes twice the first is meant',
    { zone: 'Europe/Berlin', sun: ['02:30-03:00'] },
    '2026-10-25T00:00Z',
    false,
    '2026-10-25T00:30Z',
  ],
  [
    'a zone off by 45 minutes',
    { zone: 'Asia/Kathmandu', mon: ['09:00-10:00'] },
    '2026-01-05T03:14Z',
    false,
    '2026-01-05T03:15Z',
  ],
];

test.each(table)('%s', (_name, hours, now, open, next) => {
  expect(createHours(hours)(at(now))).toEqual({ open, ...(next ? { nextOpenAt: at(next) } : {}) });
});

test('opening and closing alternate over a year, in both hemispheres', () => {
  for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia']) {
    const hours = createHours({ zone, mon: ['00:30-03:30'], sun: ['00:30-03:30', '22:00-01:00'] });
    let instant = at('2026-01-01T00:00Z');
    for (let openings = 0; openings < 150; openings++) {
      const { open, nextOpenAt } = hours(instant);
      expect(open).toBe(false);
      expect(nextOpenAt).toBeGreaterThan(instant);
      instant = nextOpenAt ?? 0;
      expect(hours(instant).open).toBe(true);
      expect(hours(instant - 1).open).toBe(false);
      while (hours(instant).open) instant += 900_000;
    }
  }
});

test('an unknown zone is refused when the hours are made', () => {
  expect(() => createHours({ zone: 'Mars/Olympus' })).toThrow(RangeError);
});

test.each([
  ['always open', undefined, '2026-01-05T23:00Z', 90, '2026-01-06T00:30Z'],
  ['within one span', { zone: 'UTC', mon: ['09:00-17:00'] }, '2026-01-05T10:00Z', 30, '2026-01-05T10:30Z'],
  ['to the very end', { zone: 'UTC', mon: ['09:00-17:00'] }, '2026-01-05T16:30Z', 30, '2026-01-05T17:00Z'],
  ['over lunch', { zone: 'UTC', mon: ['09:00-12:00', '13:00-17:00'] }, '2026-01-05T11:50Z', 20, '2026-01-05T13:10Z'],
  ['over a week', { zone: 'UTC', mon: ['09:00-17:00'] }, '2026-01-05T16:50Z', 20, '2026-01-12T09:10Z'],
  ['asked at night', { zone: 'UTC', tue: ['09:00-17:00'] }, '2026-01-05T22:00Z', 5, '2026-01-06T09:05Z'],
  ['past midnight', { zone: 'UTC', mon: ['22:00-02:00'] }, '2026-01-05T23:50Z', 20, '2026-01-06T00:10Z'],
  ['never open', { zone: 'UTC' }, '2026-01-05T10:00Z', 5, '2026-01-05T10:05Z'],
])('a deadline in business hours: %s', (_name, hours, since, minutes, due) => {
  expect(new Date(createDeadline(hours)(at(since), minutes * 60_000))).toEqual(new Date(due));
});

test.each<[name: string, hours: Hours | undefined, from: string, to: string, minutes: number]>([
  ['no hours count all', undefined, '2026-01-05T03:00Z', '2026-01-05T04:00Z', 60],
  ['within a span', berlin, '2026-01-05T08:10Z', '2026-01-05T08:40Z', 30],
  ['over lunch', berlin, '2026-01-05T10:50Z', '2026-01-05T12:05Z', 15],
  ['asked before opening', berlin, '2026-01-05T06:00Z', '2026-01-05T08:03Z', 3],
  ['over nights and a span after midnight', berlin, '2026-01-06T15:59Z', '2026-01-12T08:01Z', 1 + 240 + 1],
  ['answered while closed', berlin, '2026-01-05T16:30Z', '2026-01-05T17:00Z', 0],
  ['in a span that began yesterday', berlin, '2026-01-10T00:30Z', '2026-01-10T05:00Z', 30],
  ['never open', { zone: 'UTC' }, '2026-01-05T16:30Z', '2026-01-05T17:00Z', 0],
])('business time: %s', (_name, hours, from, to, minutes) => {
  expect(createBusinessTime(hours)(at(from), at(to)) / 60_000).toBe(minutes);
});
