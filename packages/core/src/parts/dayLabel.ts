/** How days are written. */
export interface DayOptions {
  /** A language tag, as `$locale` has it. */
  readonly locale: string;
  /** Default: the runtime's zone. */
  readonly timeZone?: string;
}

const DAY_MS = 86_400_000;

/**
 * A day separator's words: today and yesterday as the language says them, else day and month, with the year when it is another.
 * @param at milliseconds since 1970
 * @param now the clock, in the same unit
 * @throws RangeError when the runtime does not know `locale` or `timeZone`
 */
export function dayLabel(at: number, now: number, { locale, timeZone }: DayOptions): string {
  const [day, today] = [calendarDay(at, timeZone), calendarDay(now, timeZone)];
  // By the calendar: a day in which clocks are put forward has 23 hours.
  const ago = Math.round((day - today) / DAY_MS);
  if (ago === 0 || ago === -1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(ago, 'day');
  const sameYear = new Date(day).getUTCFullYear() === new Date(today).getUTCFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone,
  }).format(at);
}

/** Midnight, UTC, of the date a moment has in a zone. */
function calendarDay(at: number, timeZone: string | undefined): number {
  const format = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day);
}
