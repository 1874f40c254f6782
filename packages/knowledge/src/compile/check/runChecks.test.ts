import { expect, test } from 'vitest';
import type { ArticleInput } from '../articleInput.js';
import { compile } from '../compile.js';
import { formatProblem, type Problem } from '../problem.js';
import { checkedArticles } from './checkedArticle.js';
import { type CheckOptions, runChecks } from './runChecks.js';

const today = new Date('2026-11-25');
const words = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ');

async function check(inputs: readonly ArticleInput[], options: Partial<CheckOptions> = {}) {
  const problems: Problem[] = [];
  const files = await compile(inputs, { onProblem: problem => problems.push(problem) });
  const articles = await checkedArticles(files, inputs);
  const findings = await runChecks(articles, problems, { today, words: { least: 0, most: 9999 }, ...options });
  return findings.map(({ check: name, ...problem }) => `${name}: ${formatProblem(problem)}`);
}

const article = (id: string, more: Partial<ArticleInput> = {}): ArticleInput => ({
  id,
  locale: 'en',
  title: `Title of ${id}`,
  summary: 'Said.',
  body: `Text of ${id}`,
  source: `${id}.md`,
  bodyLine: 5,
  ...more,
});

test('nothing to say of good articles', async () => {
  expect(
    await check([article('a', { body: 'See [b](b.md#part).' }), article('b', { body: '## Part\n\n### Below\n\nx' })]),
  ).toEqual([]);
});

test('links that lead nowhere are errors', async () => {
  expect(await check([article('a', { body: 'x\n\n[gone](gone.md) [no part](b.md#no)' }), article('b')])).toEqual([
    'links: a.md:7: error: broken link: expected a file gone.md among the articles, got gone.md',
    'links: a.md:7: warning: link to an unknown section: expected one of b (it has none), got #no',
  ]);
});

test('titles and questions used twice, in one language only', async () => {
  const questions = ['Where is it?'];
  expect(
    await check([
      article('a', { title: 'Same', questions }),
      article('b', { title: 'same!', questions: ['where is it'] }),
      article('c', { title: 'Same', questions, locale: 'de', source: 'de/c.md' }),
    ]),
  ).toEqual([
    'titles: b.md: warning: title used twice: "same!" is also the title of a.md',
    'questions: b.md: warning: question used twice: "where is it" is also a question of a.md',
  ]);
});

test('near-identical articles', async () => {
  const text = words(200);
  expect(
    await check([
      article('a', { body: text }),
      article('b', { body: `${text} and a little more` }),
      article('c', { body: `${words(100)} ${words(100, 500)}` }),
      article('d', { body: text, locale: 'de', source: 'de/d.md' }),
    ]),
  ).toEqual(['similar: b.md:1: warning: near-identical: 98 % of the text is also in a.md']);
});

test('near-identical articles without spaces between words', async () => {
  const text = '退款会在收到包裹之后的五个工作日之内原路退回您的银行卡或者支付账户请您耐心等待';
  expect(await check([article('a', { body: text }), article('b', { body: `${text}谢谢` })])).toEqual([
    'similar: b.md:1: warning: near-identical: 94 % of the text is also in a.md',
  ]);
});

test('summaries, images, headings, lengths, dates', async () => {
  const given = [
    article('a', { summary: ' ' }),
    article('b', { body: '## A\n\n#### Deep\n\nx\n\n![](https://x.example/y.png)' }),
    article('c', { body: words(3) }),
    article('d', { body: words(60) }),
    article('e', { updated: '2024-11-24', body: words(20) }),
    article('f', { updated: 'last week', body: words(20, 99) }),
  ];
  expect(await check(given, { words: { least: 4, most: 50 }, staleAfterDays: 30 })).toEqual([
    'summary: a.md:1: warning: no summary: expected one or two sentences in "summary", got none',
    'images: b.md:11: warning: image without text: expected words for https://x.example/y.png, got none',
    'headings: b.md:7: warning: heading skips a level: expected level 3 at most, got 4 for "Deep"',
    'length: a.md:1: warning: too short: expected 4 words or more, got 3',
    'length: b.md:1: warning: too short: expected 4 words or more, got 3',
    'length: c.md:1: warning: too short: expected 4 words or more, got 3',
    'length: d.md:1: warning: too long: expected 50 words at most, got 60',
    'stale: e.md:1: warning: stale: expected a date of the last 30 days, got 2024-11-24, 731 days ago',
    'stale: f.md:1: warning: bad date: expected a date such as 2026-01-31, got "last week"',
  ]);
});

test('checks can be left out', async () => {
  const given = [article('a', { summary: '', updated: '2000-01-01' })];
  expect(await check(given, { skip: ['stale'] })).toEqual([expect.stringMatching(/^summary: /)]);
});
