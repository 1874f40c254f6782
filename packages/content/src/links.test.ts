import { expect, test } from 'vitest';
import { checkLink, checkSource } from './links.js';

test.each([
  'https://a.example/x',
  'http://a.example',
  'mailto:a@b.example',
  'tel:+49123',
  '/x',
  '#x',
  '?q=1',
  'x/y.html',
])('keeps %s', address => expect(checkLink(address)).toBe(address));

test.each([
  'javascript:1',
  ' java\nscript:1',
  'JAVASCRIPT:1',
  'data:x',
  'vbscript:x',
  'file:///x',
  '//x',
  '\\\\x',
  '/\\x',
  '',
  'a:b',
])('refuses %j', address => expect(checkLink(address)).toBeNull());

test('a source is https or relative', () => {
  expect(checkSource('http://a.example/i.png')).toBeNull();
  expect(checkSource('https://a.example/i.png')).toBe('https://a.example/i.png');
  expect(checkSource('images/i.svg')).toBe('images/i.svg');
  expect(checkSource('data:image/png;base64,xx')).toBeNull();
});
