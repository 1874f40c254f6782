import { expect, test } from 'vitest';
import { foldsOf, readIntentSets } from './intentSets.js';

test('folds ask every sample once and never learn it', () => {
  const samples = Array.from({ length: 13 }, (_, place) => ({ text: `text ${place}`, intent: 'any' }));
  const folds = foldsOf(samples);
  expect(new Set(folds.flatMap(({ test }) => test)).size).toBe(13);
  expect(folds.flatMap(({ test }) => test)).toHaveLength(13);
  for (const { train, test } of folds) expect(train.filter(sample => test.includes(sample))).toEqual([]);
});

test('the shop is always there, knows every article, and is not asked what it learned', async () => {
  const shop = (await readIntentSets()).filter(({ name }) => name.startsWith('shop'));
  expect(shop.map(({ locale }) => locale)).toEqual(['en', 'zh-Hans']);
  for (const { folds } of shop) {
    const [{ train, test } = { train: [], test: [] }] = folds;
    const learned = new Set(train.map(({ text }) => text));
    expect(test.filter(({ text }) => learned.has(text))).toEqual([]);
    expect(new Set(train.map(({ intent }) => intent)).size).toBe(47);
    expect(test.filter(({ intent }) => intent === null).length).toBeGreaterThan(50);
  }
});
