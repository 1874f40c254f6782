import { expect, test } from 'vitest';
import { LOCALES, loadCatalogue } from './catalogues.js';
import { type Catalogue, en, type Plural } from './en.js';

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const all = (entry: string | Plural): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const entries = (catalogue: Catalogue) => Object.entries(catalogue) as [keyof Catalogue, string | Plural][];

test('an unknown language reads English', async () => {
  expect(await loadCatalogue('xx')).toBe(en);
});

test.each(LOCALES.filter(locale => locale !== 'en'))('%s has the same keys as English', async locale => {
  expect(Object.keys(await loadCatalogue(locale)).sort()).toEqual(Object.keys(en).sort());
});

test.each(LOCALES)('%s fills in what English fills in', async locale => {
  for (const [key, entry] of entries(await loadCatalogue(locale))) {
    const wanted = placeholders(all(en[key]).join(' '));
    // A form for one or two may say the number in words; the general form may leave nothing out.
    const general = typeof entry === 'string' ? entry : entry.other;
    expect.soft([key, placeholders(general)]).toEqual([key, wanted]);
    for (const text of all(entry)) expect.soft(wanted).toEqual(expect.arrayContaining(placeholders(text)));
  }
});

test.each(LOCALES)('%s has every plural category', async locale => {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  for (const [key, entry] of entries(await loadCatalogue(locale))) {
    if (typeof entry === 'string') continue;
    expect.soft([key, Object.keys(entry)]).toEqual([key, expect.arrayContaining(pluralCategories)]);
  }
});

/** Whole numbers people may see, as far as plural rules tell them apart; 0 has words of its own where a text says so. */
const NUMBERS = [0, ...Array.from({ length: 200 }, (_, index) => index + 1), 1_000_000];

test.each(LOCALES)('%s says the number wherever a form stands for several', async locale => {
  const rules = new Intl.PluralRules(locale);
  for (const [key, entry] of entries(await loadCatalogue(locale))) {
    if (typeof entry === 'string' || !entry.other.includes('{count}')) continue;
    for (const [category, text] of Object.entries(entry)) {
      if (category === 'zero') continue;
      const numbers = NUMBERS.filter(n => rules.select(n) === category && !(n === 0 && entry.zero));
      if (numbers.length > 1)
        expect.soft([key, category, text]).toEqual([key, category, expect.stringContaining('{count}')]);
    }
  }
});

/** Short words that are the same in both languages. */
const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  de: ['kindTip', 'nameLabel', 'optional'],
  fr: ['assistant', 'kindNote', 'kindDanger', 'message', 'minutes'],
  es: ['no', 'minutes'],
  'pt-BR': ['minutes'],
  it: ['no', 'minutes', 'fileCount'],
  nl: ['kindTip', 'minutes'],
  id: ['fileCount'],
  pl: ['minutes'],
};

test.each(LOCALES.filter(locale => locale !== 'en'))('%s has no English left', async locale => {
  const same = entries(await loadCatalogue(locale))
    .filter(([key, entry]) =>
      all(entry).some(text => /\p{L}/u.test(text.replace(/\{\w+\}/g, '')) && all(en[key]).includes(text)),
    )
    .map(([key]) => key)
    .filter(key => key !== 'email' && !SAME_AS_ENGLISH[locale]?.includes(key));
  expect(same).toEqual([]);
});

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  th: /\p{Script=Thai}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
};

test.each(LOCALES)('%s is in its own script', async locale => {
  const script = SCRIPTS[locale] ?? /\p{Script=Latin}/u;
  const foreign = entries(await loadCatalogue(locale)).filter(([, entry]) =>
    all(entry).some(text => /\p{L}/u.test(text.replace(/\{\w+\}/g, '')) && !script.test(text.replace(/\{\w+\}/g, ''))),
  );
  expect(foreign).toEqual([]);
});

test.each(LOCALES)('%s sets marks as print does, and shouts nowhere', async locale => {
  const wrong = entries(await loadCatalogue(locale)).filter(([, entry]) =>
    all(entry).some(text => /['"!！]|\.\.\.|^\s|\s$| {2}/.test(text)),
  );
  expect(wrong).toEqual([]);
});

test.each(LOCALES)('%s leaves no text empty', async locale => {
  const empty = entries(await loadCatalogue(locale)).filter(([, entry]) => all(entry).some(text => text.trim() === ''));
  expect(empty).toEqual([]);
});
