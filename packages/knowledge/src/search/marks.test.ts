import { expect, test } from 'vitest';
import { languageData } from '../compile/languageData.js';
import { createLanguage } from '../text/language.js';
import { markTerms } from './marks.js';

const language = createLanguage('zh-Hans', languageData('zh-Hans', ['电池']));
const marked = (text: string, ...terms: string[]) =>
  markTerms(text, new Set(terms), language).map(([from, to]) => text.slice(from, to));

test('pairs that touch are one mark', () => {
  expect(marked('更换台灯的电池', '台灯', '更换', '换台', '电池')).toEqual(['更换台灯', '电池']);
});

test('a single character is marked wherever it stands', () => {
  expect(marked('电池充电', '电')).toEqual(['电', '电']);
});
