import { expect, test } from 'vitest';
import { languageOf } from './languageOf.js';

test.each([
  ['안녕하세요, 주문 NB-104233 은요?', 'ko'],
  ['注文はいつ届きますか', 'ja'],
  ['返品について', 'ja'],
  ['我的订单什么时候到', 'zh'],
  ['สวัสดี', 'th'],
  ['שלום', 'he'],
  ['متى يصل طلبي؟', 'ar'],
  ['Где мой заказ?', 'ru'],
  ['Де моє замовлення?', 'uk'],
  ['Πού είναι;', 'el'],
  ['मेरा ऑर्डर', 'hi'],
])('%s, in an English panel, is %s', (text, language) => {
  expect(languageOf(text, 'en')).toBe(language);
});

test.each([
  ['Where is my order?', 'de'],
  ['سفارش من کجاست', 'fa'],
  ['配送状況', 'ja'],
  ['我的订单', 'zh-Hans'],
  ['Де моє замовлення?', 'uk'],
  ['12:30, 👍', 'ar'],
  ['NB-104233 是我的订单号码吧请看', 'zh-Hant'],
  ['', 'en'],
])('%s in a panel in %s says nothing', (text, around) => {
  expect(languageOf(text, around)).toBeUndefined();
});

test('Latin letters in a panel of another script: not its language, and not known', () => {
  expect(languageOf('Where is my order?', 'ar')).toBe('');
  expect(languageOf('Which frame is it, the 2024 one?', 'zh-Hans')).toBe('');
});

test('a foreign name in a sentence does not change the language', () => {
  expect(languageOf('My name is 陈思远 and I ordered a bike', 'en')).toBeUndefined();
});

test('the longest text takes no time', () => {
  const start = performance.now();
  languageOf('a'.repeat(20_000), 'en');
  expect(performance.now() - start).toBeLessThan(100);
});
