import { expect, test } from 'vitest';
import { createRandom } from '../corpora/random.js';
import { auroc } from './auroc.js';

test('1 when all positives are above, a half when nothing tells them apart', () => {
  expect(auroc([3, 4], [1, 2])).toBe(1);
  expect(auroc([1, 2], [3, 4])).toBe(0);
  expect(auroc([1, 1], [1, 1])).toBe(0.5);
  expect(auroc([0.2, 0.8], [0.5])).toBe(0.5);
  expect(auroc([], [1])).toBeNaN();
  expect(auroc([1], [])).toBeNaN();
});

test('the same as comparing every pair, with ties', () => {
  const random = createRandom(1);
  const draw = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 20));
  const [positive, negative] = [draw(90), draw(70)];
  let wins = 0;
  for (const high of positive) for (const low of negative) wins += high > low ? 1 : high === low ? 0.5 : 0;
  expect(auroc(positive, negative)).toBeCloseTo(wins / (90 * 70), 12);
});

test('a hundred thousand values in well under a second', () => {
  const random = createRandom(2);
  const draw = () => Array.from({ length: 50_000 }, random);
  const from = performance.now();
  expect(auroc(draw(), draw())).toBeCloseTo(0.5, 1);
  expect(performance.now() - from).toBeLessThan(5000);
});
