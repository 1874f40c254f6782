import { expect, test } from 'vitest';
import { explain } from './explain.js';
import { SiteConfigSchema } from './records/siteConfig.js';

const site = { id: 'demo', widget: { name: 'Shop' }, origins: [] };

test('a right value has nothing to explain', () => {
  expect(explain(SiteConfigSchema, site)).toEqual([]);
});

test.each([
  ['a missing field', { ...site, widget: {} }, { path: '/widget/name', expected: 'a value', got: 'nothing' }],
  ['a wrong type', { ...site, replyHours: 'four' }, { path: '/replyHours', expected: 'number', got: '"four"' }],
  ['an unknown field', { ...site, colour: 'red' }, { path: '/colour', expected: 'no such field', got: '"red"' }],
  [
    'a wrong choice',
    { ...site, widget: { name: 'Shop', theme: 'pink' } },
    { path: '/widget/theme', expected: 'one of auto, light, dark', got: '"pink"' },
  ],
])('says what, where, expected and got: %s', (_, value, wanted) => {
  expect(explain(SiteConfigSchema, value)[0]).toMatchObject(wanted);
});
