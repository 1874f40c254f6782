import { expect, test } from 'vitest';
import { CLOSE_CODES, mayComeBack } from './closeCodes.js';

test("4000 to 4499 come back, 4500 to 4999 stop, the socket's own come back", () => {
  const comes = (code: number) => [code, mayComeBack(code)];
  expect([0, 1000, 1001, 1006, 1011, 3999, 4000, 4499, 4500, 4999, 5000].map(comes)).toEqual([
    [0, true],
    [1000, true],
    [1001, true],
    [1006, true],
    [1011, true],
    [3999, true],
    [4000, true],
    [4499, true],
    [4500, false],
    [4999, false],
    [5000, true],
  ]);
});

test('the table says the same as the rule', () => {
  for (const [code, row] of Object.entries(CLOSE_CODES)) expect(row.comeBack, code).toBe(mayComeBack(Number(code)));
  const names = Object.values(CLOSE_CODES).map(row => row.name);
  expect(new Set(names).size).toBe(names.length);
});
