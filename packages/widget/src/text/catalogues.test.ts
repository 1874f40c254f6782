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

test.each(LOCALES)('%s leaves no text empty', async locale => {
  const empty = entries(await loadCatalogue(locale)).filter(([, entry]) => all(entry).some(text => text.trim() === ''));
  expect(empty).toEqual([]);
});
