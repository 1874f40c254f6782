import { expect, test } from 'vitest';
import { shorten, showValue } from './showValue.js';

test('shows values briefly and never throws', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  expect([undefined, null, 'a', { a: 1 }, () => 1].map(showValue)).toEqual([
    'nothing',
    'null',
    '"a"',
    '{"a":1}',
    'function',
  ]);
  expect(showValue('x'.repeat(500))).toHaveLength(78);
  expect(showValue(cycle)).toBe('a deeply nested array');
  expect(showValue({ cycle })).toBe('a deeply nested object');
  expect(shorten('abcdef', 5)).toBe('ab…');
});
