import { expect, test } from 'vitest';
import { nearestTitles } from './nearestTitles.js';

const articles = Array.from({ length: 2000 }, (_, n) => ({ id: `a${n}`, title: `Article ${n} about topic ${n * 7}` }));
const wanted = { id: 'gift', title: 'Redeem a gift card' };

test('finds a title like the query among few and among many', async () => {
  expect((await nearestTitles([...articles.slice(0, 50), wanted], 'gitf crad'))[0]).toEqual(wanted);
  expect((await nearestTitles([...articles, wanted], 'gitf crad'))[0]).toEqual(wanted);
});

test('nothing alike gives nothing, however long', async () => {
  expect(await nearestTitles(articles, '退货'.repeat(500))).toEqual([]);
  expect(await nearestTitles([], 'gift')).toEqual([]);
});
