import { expect, test } from 'vitest';
import { pickLocale } from './pickLocale.js';

test.each([
  ['ar', 'ar'],
  ['AR-eg', 'ar'],
  ['zh-CN', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh_TW', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['pt-BR', 'en'],
])('%s -> %s', (wanted, picked) => {
  expect(pickLocale(wanted, ['en', 'zh-Hans', 'zh-Hant', 'ar'])).toBe(picked);
});

test('the other script of a language is nearer than another language', () => {
  expect(pickLocale('zh-TW', ['en', 'zh-Hans'])).toBe('zh-Hans');
});

test.each([
  ['iw', 'he'],
  ['in-ID', 'id'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['zh-HK', 'zh-Hant'],
  ['nb-NO', 'en'],
])('older names and other regions: %s -> %s', (wanted, picked) => {
  expect(pickLocale(wanted, ['en', 'he', 'id', 'pt-BR', 'zh-Hans', 'zh-Hant'])).toBe(picked);
});
