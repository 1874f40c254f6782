import { westernDigits } from './westernDigits.js';

/** Languages that write the month before the day, as the Unicode locale data (CLDR) has it. */
const MONTH_FIRST = /^en-(?:US|PH|UM)$|^en$/;

/**
 * A calendar date as `YYYY-MM-DD`, or null: `2026-12-24`, `2026/12/24`, `2026年12月24日`, `24.12.2026`, and `12/24/2026` in
 * the order of the locale. A day and a month that can only be read one way round are read that way.
 */
export function readDate(typed: string, locale: string): string | null {
  const text = westernDigits(typed.trim());
  const big = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(text);
  if (big) return calendarDate(Number(big[1]), Number(big[2]), Number(big[3]));
  const little = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!little) return null;
  const [first, second, year] = [Number(little[1]), Number(little[3]), Number(little[4])];
  const monthFirst = second > 12 || (little[2] === '/' && first <= 12 && MONTH_FIRST.test(locale));
  return monthFirst ? calendarDate(year, first, second) : calendarDate(year, second, first);
}

function calendarDate(year: number, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const time = Date.parse(text);
  // Some engines take 30 February for 1 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}
