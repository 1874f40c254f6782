/** A day of the calendar; `month` from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Calendar and clock of one time zone, through `Intl` alone. */
export interface Zone {
  /** The calendar day there at an instant. */
  dayAt(instant: number): Day;
  /**
   * The instant of a clock time there. A time a clock change skips becomes the same distance after the change; of one
   * that comes twice, the first is meant (as `disambiguation: "compatible"` of Temporal).
   */
  instantOf(day: Day, minutes: number): number;
}

/** Throws a `RangeError` when there is no such zone. */
export function createZone(zone: string): Zone {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const wallClock = (instant: number) => {
    const parts = new Map(format.formatToParts(instant).map(part => [part.type, Number(part.value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const day = { year: part('year'), month: part('month'), day: part('day') };
    return { day, asUtc: utc(day) + part('hour') * 3_600_000 + part('minute') * 60_000 + part('second') * 1000 };
  };
  const offsetAt = (instant: number) => wallClock(instant).asUtc - Math.floor(instant / 1000) * 1000;
  return {
    dayAt: instant => wallClock(instant).day,
    instantOf(day, minutes) {
      const wall = utc(day) + minutes * 60_000;
      // No zone is further than a day from UTC, so both offsets that could hold here are looked at.
      const offsets = [offsetAt(wall - 86_400_000), offsetAt(wall + 86_400_000)];
      const fitting = offsets.map(offset => wall - offset).filter(instant => instant + offsetAt(instant) === wall);
      return fitting.length > 0 ? Math.min(...fitting) : wall - (offsets[0] ?? 0);
    },
  };
}

/** The day so many days later. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(utc(day) + days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(utc(day)).getUTCDay();
}

function utc({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day);
}
