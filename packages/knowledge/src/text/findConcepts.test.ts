import { expect, test } from 'vitest';
import { languageConcepts } from '../compile/languageConcepts.js';
import { languageData } from '../compile/languageData.js';
import { createFindConcepts } from './findConcepts.js';
import { createLanguage } from './language.js';

const open = (list: string, locale = 'en', title = '') => {
  const language = createLanguage(locale, languageData(locale, [title]));
  const find = createFindConcepts(list, language);
  return (text: string) =>
    find(text, language.tokenizeAll(text)).map(({ concept, start, end }) => [concept, text.slice(start, end)]);
};

test('finds the longest name at a place, by stems, and says where', () => {
  const find = open('refund money_back\nexchange swap\nmoney cash');
  expect(find('Refunds or my money back?')).toEqual([
    [0, 'Refunds'],
    [0, 'money back'],
  ]);
  expect(find('swapped for money')).toEqual([
    [1, 'swapped'],
    [2, 'money'],
  ]);
});

test('a name of two concepts names none', () => {
  const find = open('password code\ndiscount code voucher\nprice how_much');
  expect(find('a code, a voucher, and how much')).toEqual([
    [1, 'voucher'],
    [2, 'how much'],
  ]);
});

test('an empty line keeps the numbers of the others', () => {
  expect(open('\n\nrefund reimburse')('reimburse me')).toEqual([[2, 'reimburse']]);
});

test('scripts without spaces', () => {
  expect(open('退款 退钱\n换货', 'zh-Hans', '退款')('能不能退钱或者换货')).toEqual([
    [0, '退钱'],
    [1, '换货'],
  ]);
});

test.each([
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'ru',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
])('the list of %s has concepts of two names and more, each line its own', async locale => {
  const lines = (await languageConcepts(locale)).split('\n');
  expect(lines.length).toBeGreaterThan(80);
  for (const line of lines) expect(line.split(' ').length, line).toBeGreaterThan(1);
  expect(new Set(lines).size).toBe(lines.length);
});

test('a language without a list has none', async () => {
  expect(await languageConcepts('xx')).toBe('');
  expect(await languageConcepts('constructor')).toBe('');
});
