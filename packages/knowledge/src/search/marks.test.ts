import { expect, test } from 'vitest';
import { languageData } from '../compile/languageData.js';
import { createFindConcepts } from '../text/findConcepts.js';
import { createLanguage } from '../text/language.js';
import { createMarker } from './marks.js';

const language = createLanguage('zh-Hans', languageData('zh-Hans', ['电池']));
const findConcepts = createFindConcepts('退款 退钱 退货款\n发票 收据', language);
const marked = (text: string, terms: string[], concepts: number[] = []) =>
  createMarker(
    new Set(terms),
    new Set(concepts),
    language,
    findConcepts,
  )(text).map(([from, to]) => text.slice(from, to));

test('pairs that touch are one mark', () => {
  expect(marked('更换台灯的电池', ['台灯', '更换', '换台', '电池'])).toEqual(['更换台灯', '电池']);
});

test('a single character is marked wherever it stands', () => {
  expect(marked('电池充电', ['电'])).toEqual(['电', '电']);
});

test('a concept is marked by whichever of its names stands there, and others are not', () => {
  expect(marked('退款时间与收据', [], [0])).toEqual(['退款']);
  expect(marked('退款时间与收据', ['时间'], [0])).toEqual(['退款时间']);
});
