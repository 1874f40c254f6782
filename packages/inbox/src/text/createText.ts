import { ar } from './ar.js';
import { de } from './de.js';
import { type Catalogue, en, type TextKey } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ja } from './ja.js';
import { zhHans } from './zh-Hans.js';

/** Languages of the inbox, each by its own name. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ja: '日本語',
  'zh-Hans': '简体中文',
  ar: 'العربية',
} as const;
/** Tag of a language the inbox speaks. */
export type Language = keyof typeof LANGUAGES;

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, de, fr, es, ja, 'zh-Hans': zhHans, ar };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** What is filled into a text; `count` also chooses its plural form. */
export type Values = Readonly<Record<string, string | number> & { count?: number }>;

/** Words, numbers and times in one language. */
export interface Text {
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
  /** A text with its `{values}` filled in. */
  t(key: TextKey, values?: Values): string;
  number(value: number): string;
  percent(share: number): string;
  /** Hours and minutes. */
  time(at: number): string;
  /** Clock today, weekday within a week, then the date: for lists. */
  shortTime(at: number, now: number): string;
  /** "Today", "Yesterday", or the date. */
  day(at: number, now: number): string;
  /** Date and time in full, for titles and screen readers. */
  full(at: number): string;
  /** "3 min", "2 hr"; `null` under a minute. */
  duration(ms: number): string | null;
  /** A language's name, such as "Svenska". */
  languageName(tag: string): string;
  /** The clock in another zone; `null` when the zone is unknown. */
  clockIn(zone: string, now: number): string | null;
  /** Names the parts as a list. */
  list(parts: readonly string[]): string;
}

/**
 * Makes the texts of one language.
 * @param tag full tag of the person's own preference, such as `ar-EG`; decides digits and the order in dates
 */
export function createText(language: Language, tag: string = language): Text {
  const catalogue = CATALOGUES[language];
  const dir = language === 'ar' ? 'rtl' : 'ltr';
  const plurals = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  const percents = new Intl.NumberFormat(tag, { style: 'percent' });
  const clock = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short' });
  const date = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' });
  const longDay = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' });
  const everything = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short' });
  const names = new Intl.DisplayNames(tag, { type: 'language' });
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const unit = (name: string, value: number) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);

  const fill = (template: string, values: Readonly<Record<string, string | number>>) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : isolate(value, dir);
    });

  const text: Text = {
    language,
    dir,
    t(key, values = {}) {
      const entry = catalogue[key];
      if (typeof entry === 'string') return fill(entry, values);
      return fill(entry[plurals.select(Number(values.count ?? 0))] ?? entry.other, values);
    },
    number: value => numbers.format(value),
    percent: share => percents.format(share),
    time: at => clock.format(at),
    shortTime(at, now) {
      if (sameDay(at, now)) return clock.format(at);
      return now - at < 6 * DAY ? weekday.format(at) : date.format(at);
    },
    day(at, now) {
      if (sameDay(at, now)) return text.t('today');
      return sameDay(at, now - DAY) ? text.t('yesterday') : longDay.format(at);
    },
    full: at => everything.format(at),
    duration(ms) {
      if (ms < MINUTE) return null;
      if (ms < HOUR) return unit('minute', Math.floor(ms / MINUTE));
      return ms < DAY ? unit('hour', Math.floor(ms / HOUR)) : unit('day', Math.floor(ms / DAY));
    },
    languageName: code => attempt(() => names.of(code)) ?? code,
    clockIn: (zone, now) =>
      attempt(() =>
        new Intl.DateTimeFormat(tag, {
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
          timeZone: zone,
        }).format(now),
      ) ?? null,
    list: parts => lists.format(parts),
  };
  return text;
}

/** Whether two moments fall on one day of this browser's zone. */
export function sameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

/** Keeps a foreign name from turning the sentence around it. */
function isolate(value: string, dir: 'ltr' | 'rtl'): string {
  return dir === 'rtl' || RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
