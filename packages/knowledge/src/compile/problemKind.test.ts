import { expect, test } from 'vitest';
import type { Problem } from './problem.js';
import { countKinds, problemKind } from './problemKind.js';

const problem = (message: string, severity: Problem['severity'] = 'warning'): Problem => ({
  severity,
  where: 'a',
  message,
});

test.each([
  [problem('broken link: expected x, got y'), 'broken link'],
  [problem('front matter key "a" is not used'), 'unused front matter'],
  [problem('for the audience "staff" only', 'skipped'), 'left out on purpose'],
  [problem('something odd'), 'other'],
])('%j', (given, kind) => expect(problemKind(given)).toBe(kind));

test('counted, the most first', () => {
  const list = [problem('b link: x'), problem('a link: x'), problem('b link: y')];
  expect(Object.entries(countKinds(list))).toEqual([
    ['b link', 2],
    ['a link', 1],
  ]);
});
