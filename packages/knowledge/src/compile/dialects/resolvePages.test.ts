import { expect, test } from 'vitest';
import { createPageResolver, type KnownPage } from './resolvePages.js';

const page = (source: string, address: string, locale = 'en'): KnownPage => ({
  source,
  address,
  locale,
  anchors: new Map([['whats-new', 'what-s-new']]),
});
const pages = [
  page('docs/guide/index.md', '/help/guide'),
  page('docs/guide/01-set up.md', '/help/guide/set-up'),
  page('docs/faq.mdx', '/help/faq'),
  page('fr/faq.md', '/help/faq', 'fr'),
];
const resolve = createPageResolver(pages);

test.each([
  ['./01-set%20up.md#whats-new', '01-set%20up.md#what-s-new'],
  ['../faq', '../faq.mdx'],
  ['../faq.mdx?x=1#a', '../faq.mdx#a'],
  ['set-up', '01-set%20up.md'],
  ['./set-up/', '01-set%20up.md'],
  ['/help/faq.html', '../faq.mdx'],
  ['/help/faq/', '../faq.mdx'],
  ['/faq', '/faq'],
  ['#whats-new', '#what-s-new'],
  ['https://x.example/help/faq', 'https://x.example/help/faq'],
  ['gone.md', 'gone.md'],
  ['%E0%A4%A', '%E0%A4%A'],
])('%s is %s', (href, expected) => expect(resolve(href, pages[0] as KnownPage)).toBe(expected));

test('addresses belong to a language', () => {
  expect(resolve('/help/faq', pages[3] as KnownPage)).toBe('faq.md');
});
