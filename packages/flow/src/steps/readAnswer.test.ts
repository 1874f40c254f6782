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
  expect(readValue(input, typed)).toBe(value);
});

test('a pattern is held against the whole answer; one that does not compile fits nothing', () => {
  const ask = (pattern: string) => ({ type: 'ask', text: 'q', input: 'pattern', pattern, next: 'n' }) as const;
  expect(readAnswer(ask('[A-Z]{2}-\\d+'), 'AB-12')).toBe('AB-12');
  expect(readAnswer(ask('[A-Z]{2}-\\d+'), 'xAB-12')).toBeNull();
  expect(readAnswer(ask('('), '(')).toBeNull();
});
