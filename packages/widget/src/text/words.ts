import type { Catalogue, Plural } from './en.js';

type TextKey = { [K in keyof Catalogue]: Catalogue[K] extends string ? K : never }[keyof Catalogue];
type PluralKey = Exclude<keyof Catalogue, TextKey>;
type Values = Readonly<Record<string, string | number>>;

/** One language at work: texts, plurals, numbers and dates. */
export interface Words {
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** A text with its values filled in. */
  (key: TextKey, values?: Values): string;
  /** A text in the plural form of `count`. */
  many(key: PluralKey, count: number, values?: Values): string;
  /** Clock time. */
  time(at: number): string;
  /** Clock time today, weekday this week, then the date. */
  short(at: number): string;
  /** Today, yesterday, or the date. */
  day(at: number): string;
  /** When somebody is back: clock time today, with the weekday later. */
  when(at: number): string;
  /** A calendar day, such as an article's date. */
  date(iso: string): string;
  list(names: readonly string[]): string;
}

const RTL = /^(ar|he|fa|ur|ps|dv|ckb|yi)\b/;

/** Which way a language is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RTL.test(locale) ? 'rtl' : 'ltr';
}
const DAY_MS = 86_400_000;

/**
 * @param regional the visitor's own tag of the language, such as `en-GB`: clock, dates and digits follow it
 * @param now the clock, so that "today" is right while a page stays open
 */
export function createWords(catalogue: Catalogue, locale: string, regional: string, now: () => number): Words {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(regional);
  const formats = {
    time: new Intl.DateTimeFormat(regional, { hour: '2-digit', minute: '2-digit' }),
    weekday: new Intl.DateTimeFormat(regional, { weekday: 'long' }),
    when: new Intl.DateTimeFormat(regional, { weekday: 'long', hour: '2-digit', minute: '2-digit' }),
    date: new Intl.DateTimeFormat(regional, { day: 'numeric', month: 'long' }),
    year: new Intl.DateTimeFormat(regional, { day: 'numeric', month: 'long', year: 'numeric' }),
  };
  const fill = (text: string, values: Values = {}) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? number.format(value) : value;
    });
  const sameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString();
  const dated = (at: number) =>
    (new Date(at).getFullYear() === new Date(now()).getFullYear() ? formats.date : formats.year).format(at);

  const text = (key: TextKey, values?: Values) => fill(catalogue[key] as string, values);
  return Object.assign(text, {
    locale,
    dir: directionOf(locale),
    many(key: PluralKey, count: number, values?: Values) {
      const forms = catalogue[key] as Plural;
      // "Nobody" often has words of its own where the language has no category for zero.
      const form = (count === 0 ? forms.zero : undefined) ?? forms[plural.select(count)] ?? forms.other;
      return fill(form, { count, ...values });
    },
    time: (at: number) => formats.time.format(at),
    short(at: number) {
      if (sameDay(at, now())) return formats.time.format(at);
      return now() - at < 6 * DAY_MS ? formats.weekday.format(at) : dated(at);
    },
    day(at: number) {
      if (sameDay(at, now())) return catalogue.today;
      return sameDay(at, now() - DAY_MS) ? catalogue.yesterday : dated(at);
    },
    when: (at: number) => (sameDay(at, now()) ? formats.time : formats.when).format(at),
    date(iso: string) {
      const at = Date.parse(iso.length === 10 ? `${iso}T12:00:00` : iso);
      return Number.isNaN(at) ? iso : dated(at);
    },
    list: (names: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
  });
}
