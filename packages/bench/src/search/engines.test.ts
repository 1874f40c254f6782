import { expect, test } from 'vitest';
import { readShopArticles } from '../corpora/readShopArticles.js';
import { askAll } from './askAll.js';
import { affordable } from './engine.js';
import { ENGINES } from './engines.js';
import { noAnswerRows, qualityRows } from './qualityRows.js';

const query = (q: string, ...relevant: string[]) => ({ q, cls: 'made', relevant, use: 'tune' as const });

test.each(ENGINES.map(engine => [engine.name, engine] as const))(
  '%s finds titles in what it saved',
  async (name, engine) => {
    const articles = await readShopArticles('en');
    const built = await engine.build(articles, 'en');
    const index = await built.open();
    const asked = await askAll(index, [
      query('Gift cards', 'gift-cards'),
      query('Click and collect', 'click-and-collect'),
    ]);
    expect(asked.map(({ place }) => place)).toEqual([0, 0]);
    expect(built.indexBytes).toBeGreaterThan(5000);
    expect(built.allBytes).toBeGreaterThanOrEqual(built.indexBytes);
    expect(index.loadedBytes()).toBeGreaterThan(5000);
    const outside = await askAll(index, [query('zzyzx qwfpg')]);
    const [row] = noAnswerRows({ engine: name, corpus: 'shop', use: 'tune', asked, outside });
    expect(row).toMatchObject({ engine: name, messages: 1, AUROC: 1 });
  },
  30_000,
);

test('rows by class and for all, in percent', () => {
  const asked = [0, 2, Infinity, 0].map((place, at) => ({
    query: { ...query('x', 'y'), cls: at < 3 ? 'b' : 'a' },
    place,
    confidence: 0.5,
    ms: 1,
  }));
  const rows = qualityRows({ engine: 'e', corpus: 'c', use: 'tune', asked, outside: [] });
  expect(rows.map(row => [row.class, row.queries, row['R@1'], row['R@3'], row.MRR])).toEqual([
    ['a', 1, 100, 100, 1],
    ['b', 3, 33.3, 66.7, 0.444],
    ['all', 4, 50, 75, 0.583],
  ]);
});

test('a slow engine is asked less, and not at all where that would say nothing', () => {
  const slow = { ...ENGINES[0], most: 10_000 } as (typeof ENGINES)[number];
  expect(affordable(slow, 50)).toBe(200);
  expect(affordable(slow, 400)).toBe(0);
  expect(affordable({ ...slow, most: Infinity }, 5000)).toBe(Infinity);
});
