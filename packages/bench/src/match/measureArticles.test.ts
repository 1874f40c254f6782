import { expect, test } from 'vitest';
import { readCorpora } from '../corpora/corpora.js';
import { articleCurve, articleRows, type JudgedMatch, matchAll } from './measureArticles.js';

const message = (cls: string, relevant: readonly string[], rest: Partial<JudgedMatch>): JudgedMatch => ({
  query: { q: 'x', cls, relevant, use: 'tune' },
  probability: 0,
  isRight: false,
  band: 'unknown',
  isSuggested: false,
  ms: 1,
  ...rest,
});

test('answers, suggestions and silence by class', () => {
  const judged = [
    message('typo', ['a'], { probability: 0.9, isRight: true, band: 'answer' }),
    message('typo', ['a'], { probability: 0.8, band: 'answer' }),
    message('chatty', ['a'], { probability: 0.4, band: 'didYouMean', isSuggested: true }),
    message('chatty', ['a'], { probability: 0.3, band: 'didYouMean' }),
    message('smallTalk', [], { probability: 0.7, band: 'answer' }),
    message('smallTalk', [], {}),
  ];
  const [all, ...classes] = articleRows('made', 'tune', judged);
  expect(all).toMatchObject({
    messages: 4,
    'right first %': 25,
    'answered right %': 25,
    'answered wrong %': 25,
    'suggested right %': 25,
    'suggested wrong %': 25,
    'nothing %': 0,
    outside: 2,
    'outside answered %': 50,
  });
  expect(classes.map(row => [row.class, row['answered right %'], row['answered wrong %'], row['nothing %']])).toEqual([
    ['chatty', 0, 0, 0],
    ['typo', 50, 50, 0],
    ['smallTalk', 0, 50, 50],
  ]);
  expect(articleCurve('made', 'tune', judged)).toMatchObject({ name: 'made tune', answers: { length: 6 } });
});

test('the shop answers a question by its title', async () => {
  const shop = (await readCorpora()).find(({ name }) => name === 'shop-en');
  if (!shop) throw new Error('expected the shop among the corpora');
  const [judged] = await matchAll(shop, [
    { q: 'Reset your password', cls: 'made', relevant: ['reset-password'], use: 'tune' },
  ]);
  expect(judged).toMatchObject({ isRight: true, band: 'answer' });
}, 30_000);
