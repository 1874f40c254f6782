import { expect, test } from 'vitest';
import { imageSource, outsideLink } from './links.js';

test('a link leaves the page safely', () => {
  expect(outsideLink('https://example.com/a')).toEqual({
    href: 'https://example.com/a',
    target: '_blank',
    rel: 'noopener nofollow ugc',
  });
  expect(outsideLink('mailto:ana@example.com')?.href).toBe('mailto:ana@example.com');
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://a.test/x',
  'file:///etc/passwd',
  '//evil.test',
  '\\\\evil.test',
  'view-source:https://a.test',
  '',
])('%j is no link and no image', address => {
  expect(outsideLink(address)).toBeNull();
  expect(imageSource(address, 'https://help.example.com/k/demo/')).toBeNull();
});

test('images belong to the knowledge files or come by https', () => {
  const base = 'https://help.example.com/k/demo/';
  expect(imageSource('images/a.svg', base)).toBe('https://help.example.com/k/demo/images/a.svg');
  expect(imageSource('https://cdn.example.com/a.png', base)).toBe('https://cdn.example.com/a.png');
  expect(imageSource('http://cdn.example.com/a.png', base)).toBeNull();
  expect(imageSource('a.png', 'no address')).toBeNull();
});
