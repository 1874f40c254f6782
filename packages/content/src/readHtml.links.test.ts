import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { readHtml } from './readHtml.js';
import type { ReadHtmlOptions } from './reading.js';

const { window } = new JSDOM('');
const read = (html: string, options?: ReadHtmlOptions) => readHtml(html, window, options);
const tree = (html: string) => read(html).tree;
const p = (...c: unknown[]) => ({ t: 'p', c });

test('links and images go through the given functions', () => {
  const { tree } = read(
    '<a href="b.html#c">a</a> <img src="e.png" alt="d" width="9" height="8"> <a href="gone">x</a>',
    {
      resolveLink: href => (href === 'b.html#c' ? { article: 'b', section: 'c' } : null),
      resolveImage: src => ({ src: `images/${src}`, width: 2, height: 3 }),
    },
  );
  expect(tree).toEqual([
    p(
      { t: 'ref', article: 'b', section: 'c', c: ['a'] },
      ' ',
      { t: 'img', src: 'images/e.png', alt: 'd', width: 9, height: 8 },
      ' x',
    ),
  ]);
});

test('a link around blocks is one line', () => {
  expect(tree('<a href="/x"><div><h3>Returns</h3><p>How</p></div></a>')).toEqual([
    p({ t: 'link', href: '/x', c: [{ t: 'strong', c: ['Returns'] }, { t: 'br' }, 'How'] }),
  ]);
});

test('ids beside headings lead to the heading they stand at', () => {
  const { anchors } = read(
    '<p id="top">a</p><span id="pack"></span><section id="pack-it"><h2>Pack it</h2><p id="box">b <a name="old"></a></p></section>' +
      '<div id="wrap"><h3 id="fees">Fees</h3></div>',
  );
  expect([...(anchors ?? [])]).toEqual([
    ['pack', 'pack-it'],
    ['box', 'pack-it'],
    ['old', 'pack-it'],
    ['wrap', 'fees'],
  ]);
});
