import type { Tree } from '@handrail/content';
import type { Article } from '@handrail/knowledge';
import { expect, test } from 'vitest';
import { quoteSection, sectionBlocks } from './answer.js';

const p = (text: string): Tree[number] => ({ t: 'p', c: [text] });
const h = (level: 2 | 3, id: string): Tree[number] => ({ t: 'h', level, id, c: [id] }) as Tree[number];
const article = (tree: Tree): Article =>
  ({
    id: 'shipping',
    locale: 'en',
    title: 'Shipping',
    tree,
    headings: [
      { id: 'times', text: 'Times', level: 2 },
      { id: 'costs', text: 'Costs', level: 2 },
    ],
  }) as unknown as Article;
const tree = [p('lead'), h(2, 'times'), p('one'), h(3, 'abroad'), p('two'), h(2, 'costs'), p('three')];

test('a section reaches to the next heading of its level', () => {
  expect(sectionBlocks(tree, 'times')).toEqual([p('one'), h(3, 'abroad'), p('two')]);
  expect(sectionBlocks(tree, 'abroad')).toEqual([p('two')]);
  expect(sectionBlocks(tree, 'costs')).toEqual([p('three')]);
  expect(sectionBlocks(tree, null)).toEqual([p('lead')]);
  expect(sectionBlocks(tree, 'missing')).toEqual([p('lead')]);
  expect(sectionBlocks([h(2, 'times'), p('one'), h(2, 'costs')], null)).toEqual([h(2, 'times'), p('one')]);
});

test('quotes what reads as text, with its source', () => {
  expect(quoteSection(article(tree), 'times', 1.2)).toEqual({
    article: 'shipping',
    section: 'times',
    sectionTitle: 'Times',
    title: 'Shipping',
    probability: 1,
    locale: 'en',
    quote: [p('one'), p('two')],
  });
  const whole = quoteSection(article(tree), undefined, -1);
  expect([whole.section, whole.probability, whole.quote]).toEqual([undefined, 0, [p('lead')]]);
  expect(quoteSection(article(tree), 'missing', 0.5)).not.toHaveProperty('section');
});

test('stops after three blocks, or enough text', () => {
  const many = [p('a'), p('b'), p('c'), p('d')];
  expect(quoteSection(article(many), null, 1).quote).toHaveLength(3);
  expect(quoteSection(article([p('x'.repeat(300)), p('b')]), null, 1).quote).toHaveLength(1);
  expect(quoteSection(article([]), null, 1).quote).toEqual([]);
});

test('an image before the first heading is no lead: the first section is quoted', () => {
  const image: Tree[number] = { t: 'p', c: [{ t: 'img', src: 'a.svg', alt: 'A van' }] };
  const quoted = quoteSection(article([image, h(2, 'times'), p('one'), h(2, 'costs'), p('two')]), null, 1);
  expect(quoted.quote).toEqual([p('one')]);
});
