import { expect, test } from 'vitest';
import type { StoredArticle } from '../files/knowledgeFile.js';
import { cutRuns } from './cutRuns.js';

const article = (n: number, length = 3000): StoredArticle => ({
  id: `article-${n}`,
  title: `Article ${n}`,
  minutes: 1,
  related: [],
  tree: [{ t: 'p', c: ['x'.repeat(length)] }],
});
const list = (count: number, length?: number) => Array.from({ length: count }, (_, n) => article(n, length));
const idsOf = (json: string) => (JSON.parse(json) as { articles: StoredArticle[] }).articles.map(({ id }) => id);

test('all articles are there in their order', () => {
  const runs = cutRuns(list(500, 300));
  expect(runs.flatMap(({ files }) => files.flatMap(idsOf))).toEqual(list(500).map(({ id }) => id));
  expect(runs.reduce((sum, { size }) => sum + size, 0)).toBe(500);
  for (const { size, perFile, files } of runs) expect(files).toHaveLength(Math.ceil(size / perFile));
});

test('long articles stand alone, short ones share a file', () => {
  expect(cutRuns(list(100, 3000)).every(({ perFile }) => perFile === 1)).toBe(true);
  expect(cutRuns(list(100, 100)).every(({ perFile }) => perFile > 4)).toBe(true);
});

test('one more article, or a changed one, changes the run it is in and no other', () => {
  const articles = list(800);
  const before = new Set(cutRuns(articles).map(({ hash }) => hash));
  const added = cutRuns([...articles.slice(0, 300), article(9000), ...articles.slice(300)]);
  expect(added.filter(({ hash }) => !before.has(hash)).length).toBeLessThanOrEqual(2);
  const changed = cutRuns(articles.map((each, n) => (n === 300 ? { ...each, title: 'New' } : each)));
  expect(changed.filter(({ hash }) => !before.has(hash))).toHaveLength(1);
});

test('of many articles there are not many more runs', () => {
  expect(cutRuns(list(20_000, 10)).length).toBeLessThan(300);
  expect(cutRuns([])).toEqual([]);
});
