import { expect, test } from 'vitest';
import { ar } from './ar.js';
import { createText, LANGUAGES, type Language } from './createText.js';
import { de } from './de.js';
import { type Entry, en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ja } from './ja.js';
import { zhHans } from './zh-Hans.js';

const holes = (entry: Entry) => {
  const all = typeof entry === 'string' ? [entry] : Object.values(entry);
  return [...new Set(all.flatMap(text => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1])))].sort();
};

const catalogues = { en, de, fr, es, ja, 'zh-Hans': zhHans, ar };
const languages = Object.keys(LANGUAGES) as Language[];
const forms = (entry: Entry): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));

test.each(languages)('%s has every key, with the same values to fill in', tag => {
  const catalogue = catalogues[tag];
  expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
  for (const [key, entry] of Object.entries(en))
    expect([key, holes(catalogue[key as keyof typeof en])]).toEqual([key, holes(entry)]);
});

test.each(languages)('%s has every plural form', tag => {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  for (const [key, entry] of Object.entries<Entry>(catalogues[tag])) {
    const alike = typeof entry === typeof en[key as keyof typeof en];
    // A language of one form may say it without naming the form.
    expect.soft([key, alike || pluralCategories.length === 1]).toEqual([key, true]);
    if (typeof entry === 'string') continue;
    expect.soft([key, Object.keys(entry)]).toEqual([key, expect.arrayContaining(pluralCategories)]);
  }
});

test.each(languages)('%s sets marks as print does and leaves nothing empty', tag => {
  const wrong = Object.entries<Entry>(catalogues[tag]).filter(([, entry]) =>
    forms(entry).some(text => text === '' || /['"!！]|^\s|\s$| {2}/.test(text)),
  );
  expect(wrong).toEqual([]);
});

test('plurals follow the language', () => {
  expect(createText('en').t('botPart', { count: 1 })).toBe('The bot’s part, 1 turn');
  expect(createText('en').t('botPart', { count: 4 })).toBe('The bot’s part, 4 turns');
  expect(createText('ar').t('newMessages', { count: 2 })).toBe('رسالتان جديدتان');
});

test('the person’s own region decides digits', () => {
  expect(createText('ar', 'ar-EG').number(20)).toBe('٢٠');
});

test('a foreign name does not turn the sentence around it', () => {
  expect(createText('en').t('typing', { name: 'ليلى' })).toBe('\u2068ليلى\u2069 is typing');
  expect(createText('en').t('typing', { name: 'Ana' })).toBe('Ana is typing');
});

test('durations are words, and nothing under a minute', () => {
  const text = createText('en');
  expect([59_000, 60_000, 3_600_000, 90_000_000].map(ms => text.duration(ms))).toEqual([
    null,
    '1 min',
    '1 hr',
    '1 day',
  ]);
  expect(text.clockIn('Mars/Olympus', 0)).toBeNull();
});
