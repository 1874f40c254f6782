import { afterEach, expect, test, vi } from 'vitest';
import type { WidgetParts } from '../widgetParts.js';
import { openLink, readLink } from './openLink.js';

test.each([
  ['#handrail=home', { to: 'place', place: 'home' }],
  ['#handrail=chat', { to: 'place', place: 'chat' }],
  ['#handrail=contact', { to: 'place', place: 'contact' }],
  ['#handrail=search/battery%20range', { to: 'search', query: 'battery range' }],
  ['#handrail=search/a/b', { to: 'search', query: 'a/b' }],
  ['#handrail=search/%E9%80%80%E8%B4%A7', { to: 'search', query: '退货' }],
  ['#handrail=search/100%', { to: 'search', query: '100%' }],
  ['#handrail=article/returns', { to: 'article', id: 'returns', section: undefined }],
  ['#handrail=article/returns/refunds', { to: 'article', id: 'returns', section: 'refunds' }],
  ['#handrail=', null],
  ['#handrail=search/', null],
  ['#handrail=article', null],
  ['#handrail=ask/anything', null],
  ['#handrail=destroy', null],
  ['#handrail=constructor', null],
])('%s', (hash, expected) => {
  expect(readLink(hash)).toEqual(expected);
});

afterEach(() => history.replaceState(null, '', '#'));

test('only places are opened: nobody is made to say something by a link', () => {
  const done = vi.fn(async () => {});
  const widget = { open: done, search: done, openArticle: done };
  const parts = { widget: () => widget } as unknown as WidgetParts;
  for (const hash of ['#handrail=ask/hello', '#other', '#handrail=article/returns/refunds']) {
    history.replaceState(null, '', hash);
    openLink(parts);
  }
  expect(done.mock.calls).toEqual([['returns', { section: 'refunds' }]]);
});
