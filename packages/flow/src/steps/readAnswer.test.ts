import { expect, test } from 'vitest';
import { readAnswer, readValue } from './readAnswer.js';

test.each([
  ['email', ' a@example.com ', 'a@example.com'],
  ['email', 'a@b', null],
  ['number', '12,5', 12.5],
  ['number', '١٢٫٥', 12.5],
  ['number', '１２', 12],
  ['number', 'twelve', null],
  ['date', '2024-02-29', '2024-02-29'],
  ['date', '2023-02-29', null],
  ['date', '2024-13-01', null],
  ['text', '  ', null],
  ['text', ' blue ', 'blue'],
])('%s: %s -> %s', (input, typed, value) => {
  expect(readValue(input, typed, 'en-GB')).toBe(value);
});

test('a pattern is held against the whole answer; one that does not compile fits nothing', () => {
  const ask = (pattern: string) => ({ type: 'ask', text: 'q', input: 'pattern', pattern, next: 'n' }) as const;
  expect(readAnswer(ask('[A-Z]{2}-\\d+'), 'AB-12', 'en')).toBe('AB-12');
  expect(readAnswer(ask('[A-Z]{2}-\\d+'), 'xAB-12', 'en')).toBeNull();
  expect(readAnswer(ask('('), '(', 'en')).toBeNull();
});

test.each([
  ['pattern', "it's AB-12, thanks", 'AB-12'],
  ['pattern', 'AB-12 or AB-13', null],
  ['pattern', 'AB-12, yes AB-12', 'AB-12'],
  ['email', 'write to ana@example.com.', 'ana@example.com'],
  ['email', '邮箱是ana@example.com', 'ana@example.com'],
  ['email', '邮箱是：ana@example.com', 'ana@example.com'],
  ['email', 'a@example.com or b@example.com', null],
  ['number', 'I need 3 of them', 3],
  ['number', 'between 3 and 4', null],
  ['number', '12 bikes', null],
  ['number', '٧ من فضلك', 7],
  ['date', 'it came on 24.12.2026.', '2026-12-24'],
  ['date', 'no idea', null],
] as const)('%s in a sentence: %s -> %s', (input, typed, value) => {
  const step = { type: 'ask', text: 'q', input, pattern: '[A-Z]{2}-\\d+', most: 10, next: 'n' } as const;
  expect(readAnswer(step, typed, 'en')).toBe(value);
});

test.each([
  ['2026-12-24', 'en', '2026-12-24'],
  ['2026/2/3', 'en', '2026-02-03'],
  ['2026年2月3日', 'zh-Hans', '2026-02-03'],
  ['٢٠٢٦-٠٢-٠٣', 'ar', '2026-02-03'],
  ['3.2.2026', 'de', '2026-02-03'],
  ['3/2/2026', 'en', '2026-03-02'],
  ['3/2/2026', 'en-GB', '2026-02-03'],
  ['3/2/2026', 'fr', '2026-02-03'],
  ['13/2/2026', 'en', '2026-02-13'],
  ['2/13/2026', 'fr', '2026-02-13'],
  ['13/13/2026', 'en', null],
  ['31.4.2026', 'de', null],
  ['3/2-2026', 'en', null],
  ['3/2/26', 'en', null],
])('the date %s in %s -> %s', (typed, locale, date) => {
  expect(readValue('date', typed, locale)).toBe(date);
});
