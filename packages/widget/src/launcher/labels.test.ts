import { expect, test } from 'vitest';
import { LOCALES } from '../text/catalogues.js';
import { labelsOf } from './labels.js';

test.each(LOCALES)('%s: the launcher says something of its own, and how many are unread', locale => {
  const labels = labelsOf(locale);
  expect(labels).toHaveLength(3);
  expect(labels?.[2]).toContain('#');
  if (locale !== 'en') expect(labels).not.toEqual(labelsOf('en'));
});

test.each([
  ['pt-PT', 'pt-BR'],
  ['zh-TW', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['iw-IL', 'he'],
  ['in', 'id'],
  ['de_AT', 'de'],
])('%s says what %s says', (region, locale) => {
  expect(labelsOf(region)).toEqual(labelsOf(locale));
});

test('three letters are not the two they begin with', () => {
  expect([labelsOf('fil'), labelsOf('est'), labelsOf('')]).toEqual([undefined, undefined, undefined]);
});
