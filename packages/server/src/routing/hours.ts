import type { Hours } from '@handrail/protocol';
import { addDays, createZone, type Day, weekdayOf } from './zone.js';

/** Whether people answer at an instant. */
export interface Opening {
  readonly open: boolean;
  /** When it opens next, in milliseconds since 1970; absent while open, and when it never does. */
  readonly nextOpenAt?: number;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** Holidays listed one after the other cannot push the next opening further than this. */
const DAYS_AHEAD = 370;

/**
 * Business hours of a site in its own zone. No hours means always open. A span that ends at or before it begins
 * (`22:00-02:00`) runs into the next day; a holiday takes the spans that begin on it.
 */
export function createHours(hours: Hours | undefined): (instant: number) => Opening {
  if (!hours) return () => ({ open: true });
  const days = createDays(hours);
  return instant => {
    for (const spans of days(instant)) {
      const found = spans.filter(span => span.to > instant);
      if (found.some(span => span.from <= instant)) return { open: true };
      // Yesterday's spans can only be open now; the next opening is today's or later, and days come in order.
      if (found.length > 0) return { open: false, nextOpenAt: Math.min(...found.map(span => span.from)) };
    }
    return { open: false };
  };
}

/**
 * When so many milliseconds of business hours have passed since an instant. Where a site never opens again, hours are not
 * counted.
 */
export function createDeadline(hours: Hours | undefined): (since: number, ms: number) => number {
  if (!hours) return (since, ms) => since + ms;
  const days = createDays(hours);
  return (since, ms) => {
    let [cursor, left] = [since, ms];
    for (const spans of days(since)) {
      for (const { from, to } of spans) {
        const begin = Math.max(cursor, from);
        if (to - begin >= left) return begin + left;
        if (to <= begin) continue;
        left -= to - begin;
        cursor = to;
      }
    }
    return since + ms;
  };
}

/** How many milliseconds of business hours lie between two instants; all of them where there are no hours. */
export function createBusinessTime(hours: Hours | undefined): (from: number, to: number) => number {
  if (!hours) return (from, to) => Math.max(0, to - from);
  const days = createDays(hours);
  return (from, to) => {
    let [cursor, passed] = [from, 0];
    for (const spans of days(from)) {
      for (const span of spans) {
        if (span.from >= to) return passed;
        const begin = Math.max(cursor, span.from);
        const end = Math.min(to, span.to);
        if (end <= begin) continue;
        passed += end - begin;
        cursor = end;
      }
    }
    return passed;
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The open spans of each day in order, beginning with the day before an instant. */
function createDays(hours: Hours): (instant: number) => Iterable<readonly Span[]> {
  const zone = createZone(hours.zone);
  const spans = WEEKDAYS.map(name => (hours[name] ?? []).map(readSpan));
  const holidays = new Set(hours.holidays);
  const daysAhead = spans.some(day => day.length > 0) ? DAYS_AHEAD : 0;

  const spansOf = (day: Day) => {
    if (holidays.has(nameOf(day))) return [];
    return (spans[weekdayOf(day)] ?? [])
      .map(({ from, to }) => ({
        from: zone.instantOf(day, from),
        to: to > from ? zone.instantOf(day, to) : zone.instantOf(addDays(day, 1), to),
      }))
      .sort((a, b) => a.from - b.from);
  };
  return function* (instant) {
    const today = zone.dayAt(instant);
    for (let ahead = -1; ahead <= daysAhead; ahead++) yield spansOf(addDays(today, ahead));
  };
}

function readSpan(text: string): { from: number; to: number } {
  const [from = 0, to = 0] = text.split('-').map(time => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return { from, to };
}

function nameOf({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
