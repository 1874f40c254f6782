import { expect, test } from 'vitest';
import type { BenchArticle } from './benchArticle.js';
import { grownCorpus } from './grownCorpus.js';
import { readShopArticles } from './readShopArticles.js';

const wordsOf = (articles: readonly BenchArticle[]) => articles.flatMap(({ body }) => body.split(/\s+/));

test('the source comes first, ids are unique, and the same size gives the same articles', async () => {
  const source = await readShopArticles('en');
  const { articles, queries } = grownCorpus(source, 120);
  expect(articles.slice(0, source.length)).toEqual(source);
  expect(new Set(articles.map(({ id }) => id)).size).toBe(120);
  expect(grownCorpus(source, 120).articles).toEqual(articles);
  expect(queries).toHaveLength(120);
  expect(new Set(queries.map(({ cls }) => cls)).size).toBe(4);
}, 30_000);

test('variations are as long as their originals, and the vocabulary grows slower than the text', async () => {
  const source = await readShopArticles('en');
  const one = wordsOf(grownCorpus(source, source.length).articles);
  const four = wordsOf(grownCorpus(source, 4 * source.length).articles);
  expect(four.length / one.length).toBeCloseTo(4, 1);
  const growth = new Set(four).size / new Set(one).size;
  expect(growth).toBeGreaterThan(1.4);
  expect(growth).toBeLessThan(4 ** 0.75);
}, 30_000);
