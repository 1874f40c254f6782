import { expect, test } from 'vitest';
import { createTitleCount } from './titleCount.js';

test('a count stands before the title, follows it, and goes without a trace', () => {
  const page = { title: 'Shop' };
  const count = createTitleCount(page);
  count.set(0);
  expect(page.title).toBe('Shop');
  count.set(1);
  count.set(3);
  expect(page.title).toBe('(3) Shop');
  count.set(0);
  expect(page.title).toBe('Shop');
});

test('a title the page changed meanwhile stays the page’s', () => {
  const page = { title: 'Shop' };
  const count = createTitleCount(page);
  count.set(2);
  page.title = 'Cart';
  count.set(0);
  expect(page.title).toBe('Cart');
  count.set(1);
  page.title = 'Done';
  count.set(2);
  expect(page.title).toBe('(2) Done');
  count.set(0);
  expect(page.title).toBe('Done');
});

test('a title that looks like a count is kept as it is', () => {
  const page = { title: '(1) Inbox' };
  const count = createTitleCount(page);
  count.set(1);
  expect(page.title).toBe('(1) (1) Inbox');
  count.set(0);
  expect(page.title).toBe('(1) Inbox');
});
