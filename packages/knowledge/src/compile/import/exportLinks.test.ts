import { expect, test } from 'vitest';
import type { ExportedArticle } from './exportedArticle.js';
import { createExportLinks } from './exportLinks.js';
import { placeArticles } from './placeArticles.js';
import { zendesk } from './zendesk.js';

const article = (id: string, title: string, more: Partial<ExportedArticle> = {}): ExportedArticle => ({
  id,
  title,
  html: '<h2 id="h_1">First part</h2><p><a name="second"></a></p><h3>Second &amp; last</h3>',
  locale: 'en-us',
  address: `https://a.zendesk.com/hc/en-us/articles/${id}-${title}`,
  where: 'a.json',
  path: '$',
  ...more,
});

const placed = placeArticles(
  [
    article('1', 'One', { section: 'Shop' }),
    article('2', 'Two'),
    article('2', 'Zwei', { locale: 'de' }),
    article('3', 'Two'),
    article('4', '?!', { locale: null }),
    article('5', 'A title of so many words that nobody would want to see all of them in an address'),
  ],
  'en-US',
);
const links = createExportLinks(zendesk, placed);
const from = (source: string) => {
  const found = placed.find(each => each.source === source);
  if (!found) throw new Error(source);
  return found;
};

test('ids and files', () => {
  expect(placed.map(({ source }) => source)).toEqual([
    'en-US/shop/one.md',
    'en-US/two.md',
    'de/two.md',
    'en-US/two-2.md',
    'en-US/article-4.md',
    'en-US/a-title-of-so-many-words-that-nobody-would-want-to-see-all.md',
  ]);
});

test.each([
  ['https://a.zendesk.com/hc/en-us/articles/2-Two', '../two.md'],
  ['http://a.zendesk.com/hc/de/articles/2', '../two.md'],
  ['/hc/en-us/articles/2-Two?x=1#h_1', '../two.md#first-part'],
  ['/hc/articles/2#second', '../two.md#second-last'],
  ['/hc/articles/2#other', '../two.md#other'],
  ['#h_1', '#first-part'],
  ['/hc/en-us/articles/1', 'one.md'],
  ['/hc/en-us/articles/99', 'https://a.zendesk.com/hc/en-us/articles/99'],
  ['https://other.example/hc/articles/2', 'https://other.example/hc/articles/2'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['/contact us', 'https://a.zendesk.com/contact%20us'],
])('%s is %s', (href, expected) => expect(links.link(href, from('en-US/shop/one.md'))).toBe(expected));

test('an article that is not there in the language stays an address', () => {
  expect(links.link('/hc/en-us/articles/1-One', from('de/two.md'))).toBe(
    'https://a.zendesk.com/hc/en-us/articles/1-One',
  );
});

test('images become absolute https', () => {
  expect(links.image('/i/a.png', from('en-US/two.md'))).toBe('https://a.zendesk.com/i/a.png');
  expect(links.image('http://cdn.example/a.png', from('en-US/two.md'))).toBe('https://cdn.example/a.png');
  expect(links.image('//cdn.example/a.png', from('en-US/two.md'))).toBe('https://cdn.example/a.png');
});
