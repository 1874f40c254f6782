import { expect, test } from 'vitest';
import { htmlToMarkdown } from './htmlToMarkdown.js';

test.each([
  [
    'headings and lists',
    '<h2>A <em>b</em></h2><ul><li><p>x</p></li><li>y<ol><li>z</li></ol></li></ul>',
    '## A _b_\n\n- x\n\n- y\n    1. z',
  ],
  ['code', '<pre><code class="language-sh">a &lt; b\n\nc</code></pre>', '```sh\na < b\n\nc\n```'],
  ['a table', '<table><tr><th>A</th></tr><tr><td>b|c</td></tr></table>', '| A   |\n| --- |\n| b\\|c |'],
  ['a box of Help Scout', '<section class="callout-green">Go</section>', '> [!TIP]\n> Go'],
  ['a box of Intercom', '<div class="intercom-interblocks-callout"><p>A</p><p>B</p></div>', '> [!NOTE]\n> A\n>\n> B'],
  ['no box', '<div class="notes-list">A</div><p class="footnote">B</p>', 'A\n\nB'],
  [
    'a folded part',
    '<details><summary>More &amp; <b>more</b></summary><p>Text</p></details>',
    '<details>\n<summary>More &amp; more</summary>\n\nText\n\n</details>',
  ],
  [
    'videos',
    '<iframe src="//player.vimeo.com/video/12?h=1"></iframe><video><source src="https://a.example/b.mp4"></video>',
    '![Video](https://vimeo.com/12)\n\n![Video](https://a.example/b.mp4)',
  ],
  ['no scripts', '<script>x</script><style>y</style><p>A</p><form><input value="z"></form>', 'A'],
])('%s', (_, html, markdown) => expect(htmlToMarkdown(html)).toBe(markdown));

test('merged cells, and a table without a head, stay HTML', () => {
  const html = '<table><tbody><tr><td colspan="2">A</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>';
  const bare = '<table><tbody><tr><td>A</td></tr></tbody></table>';
  expect(htmlToMarkdown(bare)).toBe(bare);
  expect(htmlToMarkdown(`<p>x</p>${html}<p>y</p>`)).toBe(`x\n\n${html}\n\ny`);
});
