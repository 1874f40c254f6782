import { readMarkdown } from '@handrail/content/markdown';
import { expect, test } from 'vitest';
import { candidateTexts } from './candidateTexts.js';

const tree = readMarkdown(
  'Start here.\n\n## Cards\n\nWithin 3.5 days. Then we write.\n\n## 银行卡\n\n三天以内。之后写信。',
).tree;
const article = { id: 'x', title: 'Refunds', tree, minutes: 1, related: [] };

test.each<[Parameters<typeof candidateTexts>[0], string[]]>([
  [{ article: { ...article, summary: 'When.' }, section: undefined }, ['Refunds', 'When.']],
  [{ article, section: undefined }, ['Refunds', 'Start here.']],
  [
    { article: { ...article, questions: ['Where is it?', 'Refunds'] }, section: 1 },
    ['Refunds', 'Where is it?', 'Cards\nWithin 3.5 days.'],
  ],
  [{ article, section: 2 }, ['Refunds', '银行卡\n三天以内。']],
  [{ article, section: 9 }, ['Refunds']],
])('%#', (candidate, texts) => expect(candidateTexts(candidate)).toEqual(texts));

test('ten questions at most, and none longer than it need be', () => {
  const questions = Array.from({ length: 30 }, (_, at) => `${at} ${'long '.repeat(200)}`);
  const texts = candidateTexts({ article: { ...article, questions }, section: 9 });
  expect(texts).toHaveLength(11);
  expect(Math.max(...texts.map(text => text.length))).toBe(400);
});
