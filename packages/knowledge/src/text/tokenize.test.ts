import { expect, test } from 'vitest';
import { languageData } from '../compile/languageData.js';
import { createLanguage } from './language.js';
import { pickLocale } from './locales.js';
import { createStem } from './stem.js';
import { createTokenizer } from './tokenize.js';

const terms = (text: string) => createTokenizer()(text).map(({ term }) => term);

test.each([
  ['Café NAÏVE Straße', ['cafe', 'naive', 'strasse']],
  ['Wi-Fi 2.4', ['wi', 'wifi', 'fi', '2', '4']],
  ['退货 USB接口', ['退货', 'usb', '接口']],
  ['ＯＴｅｌ ﾃﾞｰﾀ', ['otel', 'デー', 'ータ']],
  ['주문을 취소', ['주문', '문을', '취소']],
  ['أُرِيدُ إلغاء', ['اريد', 'الغاء']],
  ['字', ['字']],
])('%s', (text, expected) => {
  expect(terms(text)).toEqual(expected);
});

test('Thai is cut into words', () => {
  expect(terms('ยกเลิกคำสั่งซื้อ').length).toBeGreaterThan(1);
});

test('offsets point into the given text', () => {
  const text = '«Été», 申请退货 ok';
  for (const { start, end, term } of createTokenizer()(text)) {
    expect(text.slice(start, end).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')).toBe(term);
  }
});

test('small talk in Chinese keeps offsets and never eats everything', () => {
  const language = createLanguage('zh-Hans', languageData('zh-Hans', ['申请退货']));
  expect(language.tokenize('请问退货怎么弄？').map(({ term, start }) => [term, start])).toEqual([['退货', 2]]);
  expect(language.tokenize('你好').length).toBeGreaterThan(0);
});

test('English stems meet', () => {
  const stem = createStem('en', '');
  for (const words of ['battery batteries', 'update updates updating updated', 'stop stopped stopping', 'box boxes']) {
    expect(new Set(words.split(' ').map(stem)).size, words).toBe(1);
  }
});

test('locales', () => {
  const tags = ['en', 'zh-Hans', 'pt-BR'];
  expect([pickLocale('zh-CN', tags, 'en'), pickLocale('pt', tags, 'en'), pickLocale('fr', tags, 'en')]).toEqual([
    'zh-Hans',
    'pt-BR',
    'en',
  ]);
});
