import { expect, test } from 'vitest';
import { ar } from './ar.js';
import { loadCatalogue } from './catalogues.js';
import { en } from './en.js';
import { createWords, directionOf } from './words.js';
import { zhHans } from './zh-Hans.js';

const NOW = Date.UTC(2026, 4, 14, 12, 0);
const HOUR = 3_600_000;
const english = createWords(en, 'en', 'en-GB', () => NOW);
const chinese = createWords(zhHans, 'zh-Hans', 'zh-CN', () => NOW);
const arabic = createWords(ar, 'ar', 'ar-EG', () => NOW);

test('English plurals, and words of its own for nobody', () => {
  expect(english.many('resultCount', 1)).toBe('1 article found');
  expect(english.many('resultCount', 0)).toBe('0 articles found');
  expect(english.many('resultCount', 1234)).toBe('1,234 articles found');
  expect(english.many('before', 0)).toBe('You are next');
  expect(english.many('before', 1)).toBe('One person is before you');
});

test('Chinese has one form', () => {
  expect([0, 1, 2, 11].map(count => chinese.many('newMessages', count))).toEqual([
    '0 条新消息',
    '1 条新消息',
    '2 条新消息',
    '11 条新消息',
  ]);
});

test('Arabic has six forms and its own digits', () => {
  expect([0, 1, 2, 3, 11, 100].map(count => arabic.many('newMessages', count))).toEqual([
    'لا رسائل جديدة',
    'رسالة جديدة',
    'رسالتان جديدتان',
    '٣ رسائل جديدة',
    '١١ رسالة جديدة',
    '١٠٠ رسالة جديدة',
  ]);
  expect(arabic.dir).toBe('rtl');
  expect(english.dir).toBe('ltr');
});

test('values fill in; what is missing stays to be seen; a value is not filled again', () => {
  expect(english('joined', { name: 'Mina' })).toBe('Mina joined');
  expect(english('joined')).toBe('{name} joined');
  expect(english('joined', { name: '{name} $& $1' })).toBe('{name} $& $1 joined');
  expect(english('waitRange', { min: 2, max: 4 })).toBe('About 2–4 minutes');
});

test('times: the clock today, the weekday this week, then the date', () => {
  expect(english.short(NOW - HOUR)).toBe('11:00');
  expect(english.short(NOW - 30 * HOUR)).toBe('Wednesday');
  expect(english.short(NOW - 10 * 24 * HOUR)).toBe('4 May');
  expect(english.short(NOW - 200 * 24 * HOUR)).toBe('26 October 2025');
});

test('days by name when they are near', () => {
  expect(english.day(NOW)).toBe('Today');
  expect(english.day(NOW - 24 * HOUR)).toBe('Yesterday');
  expect(english.day(NOW - 48 * HOUR)).toBe('12 May');
  expect(chinese.day(NOW)).toBe('今天');
});

test('when somebody is back: the clock today, with the weekday later', () => {
  expect(english.when(NOW + 2 * HOUR)).toBe('14:00');
  expect(english.when(NOW + 21 * HOUR)).toMatch(/^Friday.*09:00$/);
  expect(chinese.when(NOW + 21 * HOUR)).toMatch(/星期五.*09:00/);
  expect(arabic.when(NOW + 21 * HOUR)).toMatch(/الجمعة.*٠٩:٠٠/);
});

test('an article’s date is a day, not a moment; what is no date stays as written', () => {
  expect(english.date('2026-05-01')).toBe('1 May');
  expect(english.date('2024-12-31')).toBe('31 December 2024');
  expect(english.date('soon')).toBe('soon');
});

test('lists of names', () => {
  expect(english.list(['Mina', 'Jonas'])).toBe('Mina and Jonas');
  expect(chinese.list(['Mina', 'Jonas'])).toBe('Mina和Jonas');
});

test('Arabic, Hebrew and Persian run from right to left, in any region', () => {
  expect(['ar', 'ar-EG', 'he', 'he-IL', 'fa', 'fa-IR'].map(directionOf)).toEqual(Array(6).fill('rtl'));
  expect(['en', 'hi', 'th', 'zh-Hant', 'fil', 'hr'].map(directionOf)).toEqual(Array(6).fill('ltr'));
});

test.each([
  ['pl', [1, 2, 5, 22], ['1 plik', '2 pliki', '5 plików', '22 pliki']],
  ['ru', [1, 2, 5, 21], ['1 файл', '2 файла', '5 файлов', '21 файл']],
  ['uk', [1, 3, 11, 101], ['1 файл', '3 файли', '11 файлів', '101 файл']],
  ['he', [1, 2, 3], ['קובץ אחד', 'שני קבצים', '3 קבצים']],
  ['fr', [0, 1, 2], ['0 fichier', '1 fichier', '2 fichiers']],
  ['pt-BR', [0, 1, 2], ['0 arquivo', '1 arquivo', '2 arquivos']],
  ['ja', [1, 2], ['ファイル 1 件', 'ファイル 2 件']],
] as const)('%s counts files', async (locale, counts, said) => {
  const words = createWords(await loadCatalogue(locale), locale, locale, () => NOW);
  expect(counts.map(count => words.many('fileCount', count))).toEqual(said);
});

test('a queue of 21 is not one person, where 21 counts like one', async () => {
  const russian = createWords(await loadCatalogue('ru'), 'ru', 'ru-RU', () => NOW);
  expect(russian.many('before', 21)).toBe('Перед вами 21 человек');
});
