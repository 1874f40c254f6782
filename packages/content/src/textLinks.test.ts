import { expect, test } from 'vitest';
import { inlineText } from './plainText.js';
import { readMarkdown } from './readMarkdown.js';
import { textLinks } from './textLinks.js';

const links = (text: string) =>
  textLinks(text).flatMap(piece => (typeof piece === 'object' && piece.t === 'link' ? [piece.href] : []));

test.each([
  ['see https://a.example/x.', 'https://a.example/x'],
  ['see HTTPS://a.example/x?!', 'HTTPS://a.example/x'],
  ['看https://a.example/x谢谢', 'https://a.example/x'],
  ['看 https://a.example/x，谢谢', 'https://a.example/x'],
  ['（https://a.example/x）好', 'https://a.example/x'],
  ['「https://a.example」を', 'https://a.example'],
  ['https://a.example로 가세요', 'https://a.example'],
  ['انظر https://a.example/x؟', 'https://a.example/x'],
  ['(https://a.example/x)', 'https://a.example/x'],
  ['(see https://a.example/w_(b)).', 'https://a.example/w_(b)'],
  ['"https://a.example/x"', 'https://a.example/x'],
  ['<https://a.example/x>', 'https://a.example/x'],
  ['https://a.example/straße und', 'https://a.example/straße'],
  ['https://a.example/x?a=1&b=%20#c, then', 'https://a.example/x?a=1&b=%20#c'],
  ['at www.a.example/x;', 'https://www.a.example/x'],
  ['Link:http://a.example:8080/', 'http://a.example:8080/'],
  ['write to ana.b+c@mail.a.example.', 'mailto:ana.b+c@mail.a.example'],
  ['写信到ana@a.example谢谢', 'mailto:ana@a.example'],
])('%s holds %s', (text, href) => {
  expect(links(text)).toEqual([href]);
  expect(inlineText(textLinks(text))).toBe(text);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  '//evil.example/x',
  'https://',
  'https://.',
  'www.',
  'www.a',
  'https://shop.example@evil.example/x',
  'https://shop.example:pw@evil.example',
  'xhttps://a.example',
  'ana@localhost',
  '@ana',
  'a.example',
  '',
])('%j holds none', text => {
  expect(links(text)).toEqual([]);
  expect(inlineText(textLinks(text))).toBe(text);
});

test('several links, line breaks kept', () => {
  expect(textLinks('https://a.example\nana@a.example!')).toEqual([
    { t: 'link', href: 'https://a.example', c: ['https://a.example'] },
    '\n',
    { t: 'link', href: 'mailto:ana@a.example', c: ['ana@a.example'] },
    '!',
  ]);
});

test.each([
  'a'.repeat(20_000),
  `https://a.example/${'()'.repeat(9_000)}`,
  'a.'.repeat(9_000),
  `x@${'a.'.repeat(9_000)}`,
])('a long text is read in a moment (%#)', text => {
  const from = performance.now();
  textLinks(text);
  expect(performance.now() - from).toBeLessThan(500);
});

test('Markdown ends bare addresses at the same place, and reads on after them', () => {
  expect(readMarkdown('看https://a.example/x，**好** (ana@a.example)').tree).toEqual([
    {
      t: 'p',
      c: [
        '看',
        { t: 'link', href: 'https://a.example/x', c: ['https://a.example/x'] },
        '，',
        { t: 'strong', c: ['好'] },
        ' (',
        { t: 'link', href: 'mailto:ana@a.example', c: ['ana@a.example'] },
        ')',
      ],
    },
  ]);
});

test('a bare address inside a link is no second one', () => {
  expect(readMarkdown('[https://b.example](https://a.example)').tree).toEqual([
    { t: 'p', c: [{ t: 'link', href: 'https://a.example', c: ['https://b.example'] }] },
  ]);
});
