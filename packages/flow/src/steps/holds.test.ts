import { expect, test } from 'vitest';
import { holds } from './holds.js';

test.each([
  [{ is: 'late' }, true],
  [{ is: 'lost' }, false],
  [{ in: ['lost', 'late'] }, true],
  [{ set: false }, false],
  [{ above: 1 }, false],
])('text: %o', (condition, result) => {
  expect(holds({ variable: 'status', next: 'n', ...condition }, { status: 'late' })).toBe(result);
});

test.each([
  [{ above: 1, below: 3 }, true],
  [{ above: 2 }, false],
  [{ below: 2 }, false],
  [{ set: true, is: 2 }, true],
])('number: %o', (condition, result) => {
  expect(holds({ variable: 'count', next: 'n', ...condition }, { count: 2 })).toBe(result);
});

test('without a value only `set: false` holds', () => {
  expect(holds({ variable: 'gone', next: 'n', set: false }, {})).toBe(true);
  expect(holds({ variable: 'gone', next: 'n', below: 3 }, {})).toBe(false);
});
