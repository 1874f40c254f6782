import { expect, test } from 'vitest';
import { ar } from './ar.js';
import { createText } from './createText.js';
import { type Entry, en } from './en.js';
import { zhHans } from './zh-Hans.js';

const holes = (entry: Entry) => {
  const all = typeof entry === 'string' ? [entry] : Object.values(entry);
  return [...new Set(all.flatMap(text => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1])))].sort();
};

test.each([
  ['zh-Hans', zhHans],
  ['ar', ar],
] as const)('%s has every key with the same values to fill in', (_tag, catalogue) => {
  expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
  for (const [key, entry] of Object.entries(en))
    expect([key, holes(catalogue[key as keyof typeof en])]).toEqual([key, holes(entry)]);
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
