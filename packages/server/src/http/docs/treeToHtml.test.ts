import type { Tree } from '@handrail/content';
import { readMarkdown } from '@handrail/content/markdown';
import { expect, test } from 'vitest';
import { treeToHtml } from './treeToHtml.js';

const html = (source: string) => treeToHtml(readMarkdown(source).tree);

test('writes every kind of block', () => {
  expect(html('## A b\n\none **two** ~~x~~ `c<d`  \nthree\n\n---')).toBe(
    '<h2 id="a-b"><a class="anchor" href="#a-b">A b</a></h2>\n<p>one <strong>two</strong> <del>x</del> <code>c&lt;d</code><br>three</p>\n<hr>',
  );
  expect(html('3. a\n4. b\n   - c')).toBe('<ol start="3"><li>a</li><li>b\n<ul><li>c</li></ul></li></ol>');
  expect(html('```js\nlet a = "<b>"\n```')).toBe(
    '<pre tabindex="0" data-lang="js"><code>let a = &quot;&lt;b&gt;&quot;</code></pre>',
  );
  expect(html('> [!WARNING]\n> Hot')).toBe(
    '<aside class="callout warning"><p class="kind">Careful</p><p>Hot</p></aside>',
  );
  expect(html('> said')).toBe('<blockquote><p>said</p></blockquote>');
  expect(html('| a | b |\n|---|--:|\n| 1 | 2 |')).toContain('<td class="end">2</td>');
  expect(html('![A film](https://a.example/x.mp4)')).toContain('<a href="https://a.example/x.mp4"');
});

test('writes what later kinds are marks on', () => {
  expect(html('a[^1]\n\n[^1]: Why.')).toBe(
    '<p>a<sup><a id="mark-1" href="#note-1" aria-label="Footnote 1">1</a></sup></p>\n<section class="notes"><ol><li id="note-1">Why. <a href="#mark-1" aria-label="Back to reference 1">↩</a></li></ol></section>',
  );
  const p = (text: string) => ({ t: 'p' as const, c: [text] });
  expect(treeToHtml([{ t: 'quote', fold: true, c: [p('How?'), p('So.')] }])).toBe(
    '<details><summary>How?</summary><p>So.</p></details>',
  );
  expect(treeToHtml([{ t: 'table', align: [null], head: [[]], rows: [[['a']]], rowHead: true }])).toBe(
    '<div class="table" tabindex="0"><table><tbody><tr><th scope="row">a</th></tr></tbody></table></div>',
  );
  expect(
    treeToHtml([
      {
        t: 'p',
        c: [
          { t: 'em', as: 'sub', c: ['2'] },
          { t: 'code', as: 'kbd', v: 'Esc' },
        ],
      },
    ]),
  ).toBe('<p><sub>2</sub><kbd>Esc</kbd></p>');
});

test.each([
  [{ t: 'p', c: ['<img src=x onerror=alert(1)>'] }],
  [{ t: 'h', level: 2, id: '"><script>', c: ['x'] }],
  [{ t: 'p', c: [{ t: 'link', href: 'javascript:alert(1)', c: ['x'] }] }],
  [{ t: 'p', c: [{ t: 'link', href: 'https://a.example/"onclick="x', c: ['x'] }] }],
  [{ t: 'p', c: [{ t: 'img', src: 'https://a.example/" onerror="x', alt: '"onerror="x' }] }],
  [{ t: 'pre', lang: '"><script>', v: '</code><script>' }],
  [{ t: 'video', src: 'javascript:alert(1)', title: '<b>' }],
  [{ t: 'unheard-of', c: ['<script>'] }],
] as unknown as [Tree[number]][])('a hostile node stays text: %j', node => {
  const made = treeToHtml([node]);
  expect(made).not.toMatch(/<script|<img src=x|javascript:|"\s*on\w+="/);
});
