import { expect, test } from 'vitest';
import { LOCALES } from '../text/catalogues.js';
import { labelOf } from './labels.js';

test.each(LOCALES)('%s: the launcher says something of its own', locale => {
  expect(labelOf(locale)).toMatch(/\S/);
  if (locale !== 'en') expect(labelOf(locale)).not.toEqual(labelOf('en'));
});

test.each([
  ['pt-PT', 'pt-BR'],
  ['zh-TW', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['iw-IL', 'he'],
  ['in', 'id'],
  ['de_AT', 'de'],
])('%s says what %s says', (region, locale) => {
  expect(labelOf(region)).toEqual(labelOf(locale));
});

test('three letters are not the two they begin with', () => {
  expect([labelOf('fil'), labelOf('est'), labelOf('')]).toEqual([undefined, undefined, undefined]);
});
