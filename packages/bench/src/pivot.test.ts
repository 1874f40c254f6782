import { expect, test } from 'vitest';
import { pivot } from './pivot.js';

test('one row for each name, one column for each class', () => {
  const rows = [
    { engine: 'a', class: 'typo', right: 1 },
    { engine: 'a', class: 'all', right: 2 },
    { engine: 'b', class: 'all', right: 3 },
  ];
  expect(pivot(rows, 'engine', 'class', 'right')).toEqual([
    { engine: 'a', typo: 1, all: 2 },
    { engine: 'b', all: 3 },
  ]);
});
