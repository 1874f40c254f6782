import { expect, test } from 'vitest';
import { sidebarEntries } from './sidebar.js';

const entries = (sidebar: unknown) => Object.fromEntries(sidebarEntries(sidebar));

test('Docusaurus', () => {
  expect(
    entries([
      'intro',
      {
        type: 'category',
        label: 'Money',
        link: { type: 'doc', id: 'money/index' },
        items: ['money/pay', { type: 'doc', id: 'money/back', label: 'Back' }],
      },
      { type: 'link', label: 'Out', href: 'https://x.example' },
    ]),
  ).toEqual({
    intro: {},
    money: { section: 'Money' },
    'money/pay': { section: 'Money' },
    'money/back': { title: 'Back', section: 'Money' },
  });
});

test('VitePress, with a base and several lists', () => {
  expect(
    entries({
      '/guide/': [
        {
          text: 'First',
          base: '/guide/',
          items: [
            { text: 'A', link: 'a' },
            { text: 'B', link: '/b.html' },
          ],
        },
      ],
      '/': [{ text: 'Home', link: '/' }],
    }),
  ).toEqual({
    'guide/a': { title: 'A', section: 'First' },
    'guide//b': { title: 'B', section: 'First' },
    '': { title: 'Home' },
  });
});

test('Starlight', () => {
  expect(
    entries([{ label: 'Go', items: [{ label: 'A', slug: 'x/a' }, 'x/b', { label: 'Deep', items: ['x/c'] }] }]),
  ).toEqual({
    'x/a': { title: 'A', section: 'Go' },
    'x/b': { section: 'Go' },
    'x/c': { section: 'Deep' },
  });
});

test.each([null, undefined, 3, 'x', [[['y']]]])('%j does no harm', value => expect(() => entries(value)).not.toThrow());
