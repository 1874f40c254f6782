import { expect, test } from 'vitest';
import { calibrationCurve } from './calibrationCurve.js';
import { calibrationError } from './calibrationError.js';

const answers = (probability: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ probability, right: true })),
  ...Array.from({ length: wrong }, () => ({ probability, right: false })),
];

test('0 when shares are as meant, and the distance when they are not', () => {
  expect(calibrationError(answers(0.75, 3, 1))).toBe(0);
  expect(calibrationError(answers(1, 0, 5))).toBe(1);
  expect(calibrationError([...answers(0.75, 3, 1), ...answers(0.25, 2, 2)])).toBeCloseTo(0.125, 10);
  expect(calibrationError([])).toBeNaN();
});

test('bins have equal width; 1 is in the last, a border in the upper', () => {
  const curve = calibrationCurve([...answers(1, 1, 0), ...answers(0.5, 1, 1), ...answers(0.04, 0, 1)]);
  expect(curve).toHaveLength(10);
  expect(curve[9]).toEqual({ from: 0.9, to: 1, count: 1, meant: 1, right: 1 });
  expect(curve[5]).toMatchObject({ count: 2, meant: 0.5, right: 0.5 });
  expect(curve[0]).toMatchObject({ count: 1, right: 0 });
  expect(curve[1]?.right).toBeNaN();
});
