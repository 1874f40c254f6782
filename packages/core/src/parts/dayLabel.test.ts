import { expect, test } from 'vitest';
import { dayLabel } from './dayLabel.js';

const at = (iso: string) => Date.parse(iso);

test.each([
  ['today, in the customer’s zone', '2026-05-14T22:30:00Z', '2026-05-15T01:00:00Z', 'America/New_York', 'en', 'today'],
  [
    'yesterday there, today in UTC',
    '2026-05-14T03:30:00Z',
    '2026-05-14T12:00:00Z',
    'America/New_York',
    'en',
    'yesterday',
  ],
  ['over a day of 23 hours', '2026-03-28T23:30:00Z', '2026-03-29T22:30:00Z', 'Europe/Berlin', 'de', 'gestern'],
  ['the same year', '2026-01-02T12:00:00Z', '2026-05-14T12:00:00Z', 'UTC', 'en-GB', '2 January'],
  ['another year', '2025-12-31T12:00:00Z', '2026-01-02T12:00:00Z', 'UTC', 'en-GB', '31 December 2025'],
  ['Chinese', '2026-05-01T12:00:00Z', '2026-05-14T12:00:00Z', 'Asia/Shanghai', 'zh-Hans', '5月1日'],
])('%s', (_, then, now, timeZone, locale, text) => {
  expect(dayLabel(at(then), at(now), { locale, timeZone })).toBe(text);
});
