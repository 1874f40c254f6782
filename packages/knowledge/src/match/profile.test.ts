import { expect, test } from 'vitest';
import { languageData } from '../compile/languageData.js';
import { createLanguage } from '../text/language.js';
import { likenessOf, profileOf } from './profile.js';

const language = createLanguage('en', languageData('en', ['Return']));
const profile = (text: string) =>
  profileOf(
    text,
    language,
    () => 1,
    () => [],
  );
const alike = (a: string, b: string) => likenessOf(profile(a), profile(b)).alike;

test('the same words are alike in any order, endings and typos cost a little', () => {
  expect(alike('return bike', 'bike return')).toBeCloseTo(1);
  expect(alike('returning bikes', 'return bike')).toBeGreaterThan(0.6);
  expect(alike('retrun bike', 'return bike')).toBeGreaterThan(0.5);
  expect(alike('return bike', 'download invoice')).toBe(0);
});

test('small talk tells questions apart but makes none alike', () => {
  expect(alike('where is my order', 'where is my parcel')).toBeLessThan(0.3);
  expect(alike('where is my order', 'where is the order')).toBeGreaterThan(
    alike('where is my order', 'cancel the order'),
  );
});

test('shares are seen from both sides', () => {
  const { ofMessage, ofUtterance } = likenessOf(profile('bike'), profile('return bike'));
  expect(ofMessage).toBeCloseTo(1);
  expect(ofUtterance).toBeLessThan(0.6);
});
