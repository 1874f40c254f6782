import { expect, test } from 'vitest';
import { holds } from './holds.js';

test.each([
  [{ is: 'late' }, true],
  [{ is: 'lost' }, false],
  [{ in: ['lost', 'late'] }, true],
  [{ set: false }, false],
  [{ above: 1 }, false],
  [{ contains: 'LÀTE' }, true],
  [{ contains: 'lost' }, false],
])('text: %o', (condition, result) => {
  expect(holds({ variable: 'status', ...condition }, { status: 'late' })).toBe(result);
});

test.each([
  [{ above: 1, below: 3 }, true],
  [{ above: 2 }, false],
  [{ below: 2 }, false],
  [{ set: true, is: 2 }, true],
])('number: %o', (condition, result) => {
  expect(holds({ variable: 'count', ...condition }, { count: 2 })).toBe(result);
});

test('without a value only `set: false` holds', () => {
  expect(holds({ variable: 'gone', set: false }, {})).toBe(true);
  expect(holds({ variable: 'gone', below: 3 }, {})).toBe(false);
});

test.each([
  [
    {
      all: [
        { variable: 'a', is: 1 },
        { variable: 'b', set: true },
      ],
    },
    true,
  ],
  [
    {
      all: [
        { variable: 'a', is: 1 },
        { variable: 'c', set: true },
      ],
    },
    false,
  ],
  [{ any: [{ variable: 'a', is: 2 }, { not: { variable: 'c', set: true } }] }, true],
  [
    {
      any: [
        { variable: 'a', is: 2 },
        { variable: 'b', contains: 'y' },
      ],
    },
    false,
  ],
  [
    {
      not: {
        all: [
          { variable: 'a', above: 0 },
          { variable: 'b', is: 'x' },
        ],
      },
    },
    false,
  ],
])('conditions inside conditions: %j', (condition, result) => {
  expect(holds(condition, { a: 1, b: 'x' })).toBe(result);
});
