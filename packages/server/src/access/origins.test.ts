import type { SiteConfig } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { createOrigins } from './origins.js';

const site = (id: string, ...origins: string[]): [string, SiteConfig] => [id, { id, widget: { name: id }, origins }];
const allows = createOrigins(new Map([site('shop', 'https://shop.example'), site('blog', 'http://blog.example:8080')]));

test.each([
  ['shop', 'https://shop.example', true],
  ['shop', 'http://shop.example', false],
  ['shop', 'https://shop.example:444', false],
  ['shop', 'https://shop.example.evil.test', false],
  ['shop', 'https://www.shop.example', false],
  ['shop', 'https://SHOP.example', false],
  ['shop', 'null', false],
  ['shop', '', false],
  ['shop', 'http://blog.example:8080', false],
  ['blog', 'http://blog.example:8080', true],
  [null, 'http://blog.example:8080', true],
  [null, 'https://evil.test', false],
  ['nowhere', 'https://shop.example', false],
  ['shop', undefined, true],
  ['shop', 'https://help.example', true],
  ['shop', 'https://help.example:81', false],
])('site %s, origin %s: %s', (id, origin, expected) => {
  expect(allows(id, origin, 'help.example')).toBe(expected);
});

test('without a host nothing is the own origin', () => {
  expect(allows('shop', 'https://help.example', undefined)).toBe(false);
});
