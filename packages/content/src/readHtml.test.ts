import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { plainText } from './plainText.js';
import { readHtml } from './readHtml.js';
import type { ReadHtmlOptions } from './reading.js';

const { window } = new JSDOM('');
const read = (html: string, options?: ReadHtmlOptions) => readHtml(html, window, options);
const tree = (html: string) => read(html).tree;
const p = (...c: unknown[]) => ({ t: 'p', c });

test('keeps structure and words, drops what could run', () => {
  const html =
    '<h2>Fees</h2><p onclick="x()">A <b>bold</b> <a href="javascript:1">bad</a> <a href="https://a.example/">good</a></p>' +
    '<script>alert(1)</script><ul><li>one</li></ul><img src=x onerror=alert(1) alt="pic" width=4 height=3>';
  expect(tree(html)).toEqual([
    { t: 'h', level: 2, id: 'fees', c: ['Fees'] },
    p('A ', { t: 'strong', c: ['bold'] }, ' bad ', { t: 'link', href: 'https://a.example/', c: ['good'] }),
    { t: 'list', ordered: false, items: [[p('one')]] },
    p({ t: 'img', src: 'x', alt: 'pic', width: 4, height: 3 }),
  ]);
  expect(read(html).warnings).toEqual([{ line: 1, message: expect.stringContaining('got javascript:1') }]);
});

test('small kinds', () => {
  expect(
    tree('H<sub>2</sub>O x<sup>2</sup> <kbd>Ctrl</kbd>+<kbd><kbd>C</kbd></kbd> <code>a  b</code> <u>u</u>'),
  ).toEqual([
    p(
      'H',
      { t: 'em', as: 'sub', c: ['2'] },
      'O x',
      { t: 'em', as: 'sup', c: ['2'] },
      ' ',
      { t: 'code', as: 'kbd', v: 'Ctrl' },
      '+',
      { t: 'code', as: 'kbd', v: 'C' },
      ' ',
      { t: 'code', v: 'a b' },
      ' u',
    ),
  ]);
});

test('two line breaks end a paragraph, one does not', () => {
  expect(tree('one<br>two<br> <br>three<div>four</div>')).toEqual([
    p('one', { t: 'br' }, 'two'),
    p('three'),
    p('four'),
  ]);
});

test.each([
  ['VitePress', '<h2 id="a" tabindex="-1">Title <a class="header-anchor" href="#a" aria-label="Permalink">​</a></h2>'],
  [
    'Docusaurus',
    '<h2 class="anchor anchorWithStickyNavbar_LWe7" id="a">Title<a href="#a" class="hash-link" title="Direct link">​</a></h2>',
  ],
  ['MkDocs', '<h2 id="a">Title<a class="headerlink" href="#a" title="Permanent link">¶</a></h2>'],
  ['Sphinx', '<section id="a"><h2>Title<a class="headerlink" href="#a">¶</a></h2></section>'],
  [
    'Starlight',
    '<div class="sl-heading-wrapper level-h2"><h2 id="a">Title</h2><a class="sl-anchor-link" href="#a"><span aria-hidden="true" class="sl-anchor-icon"><svg></svg></span><span class="sr-only">Section titled “Title”</span></a></div>',
  ],
  [
    'GitHub',
    '<h2><a id="user-content-a" class="anchor" aria-hidden="true" href="#a"><span class="octicon"></span></a>Title</h2>',
  ],
  ['VuePress', '<h2 id="a"><a class="header-anchor" href="#a"><span>Title</span></a></h2>'],
  ['an old page', '<h2><a name="a"></a>Title</h2>'],
])('a heading of %s keeps its id and loses its link to itself', (_, html) => {
  expect(tree(html)).toEqual([{ t: 'h', level: 2, id: 'a', c: ['Title'] }]);
});

test('ids of headings are unique and may be any name', () => {
  expect(read('<h2 id="title">A</h2><h2 id="title">B</h2><h3>reset</h3>').headings.map(({ id }) => id)).toEqual([
    'title',
    'title-2',
    'reset',
  ]);
});

const CODE = 'a = 1;\n\nb()';
test.each([
  ['plain', 'js', `<pre><code class="language-js">${CODE}\n</code></pre>`],
  ['Prism', 'js', '<pre class="language-js"><code><span class="token">a</span> = 1;\n\nb()</code></pre>'],
  [
    'VitePress',
    'js',
    '<div class="language-js vp-adaptive-theme line-numbers-mode"><button title="Copy Code" class="copy"></button><span class="lang">js</span><pre class="shiki" tabindex="0"><code><span class="line"><span style="color:red">a</span> = 1;</span>\n<span class="line"></span>\n<span class="line">b()</span></code></pre><div class="line-numbers-wrapper" aria-hidden="true"><span class="line-number">1</span><br><span class="line-number">2</span></div></div>',
  ],
  [
    'Docusaurus',
    'js',
    '<div class="language-js codeBlockContainer_Ckt0 theme-code-block"><div class="codeBlockContent_QJqH"><pre class="prism-code language-js"><code class="codeBlockLines_e6Vv"><span class="token-line" style="color:#000">a = 1;<br></span><span class="token-line" style="display:inline-block"><br></span><span class="token-line">b()<br></span></code></pre><div class="buttonGroup_M5ko"><button type="button" aria-label="Copy code to clipboard"><span>Copy</span></button></div></div></div>',
  ],
  [
    'Starlight',
    'js',
    '<div class="expressive-code"><figure class="frame"><figcaption class="header"></figcaption><pre data-language="js"><code><div class="ec-line"><div class="gutter"><div class="ln">1</div></div><div class="code">a = 1;</div></div><div class="ec-line"><div class="code">\n</div></div><div class="ec-line"><div class="code">b()</div></div></code></pre><div class="copy"><button title="Copy to clipboard" data-code="a"><div></div></button></div></figure></div>',
  ],
  [
    'Chroma with a table',
    'js',
    '<div class="highlight"><div class="chroma"><table class="lntable"><tr><td class="lntd"><pre class="chroma"><code><span class="lnt">1\n</span><span class="lnt">2\n</span></code></pre></td><td class="lntd"><pre class="chroma"><code class="language-js" data-lang="js"><span class="line"><span class="cl">a = 1;\n</span></span><span class="line"><span class="cl">\n</span></span><span class="line"><span class="cl">b()</span></span></code></pre></td></tr></table></div></div>',
  ],
  [
    'Pygments with a table',
    'js',
    '<div class="language-js highlight"><table class="highlighttable"><tr><td class="linenos"><div class="linenodiv"><pre><span></span>1\n2</pre></div></td><td class="code"><div><pre><span></span><code>a = 1;\n\nb()\n</code></pre></div></td></tr></table></div>',
  ],
  [
    'Sphinx',
    'python',
    '<div class="highlight-python notranslate"><div class="highlight"><pre><span></span>a = 1;\n\nb()\n</pre></div></div>',
  ],
  ['GitHub', 'js', '<div class="highlight highlight-source-js"><pre>a = 1;\n\nb()</pre></div>'],
  [
    'Jekyll',
    'ruby',
    '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code>a = 1;\n\nb()\n</code></pre></div></div>',
  ],
])('code as %s writes it', (_, lang, html) => expect(tree(html)).toEqual([{ t: 'pre', lang, v: CODE }]));

test.each([
  [
    'VitePress',
    'warning',
    '<div class="warning custom-block"><p class="custom-block-title custom-block-title-default">WARNING</p><p>Hot.</p></div>',
  ],
  [
    'Docusaurus',
    'danger',
    '<div class="theme-admonition theme-admonition-danger admonition_xJq3 alert alert--danger"><div class="admonitionHeading_Gvgb"><span class="admonitionIcon_Rf37"><svg></svg></span>danger</div><div class="admonitionContent_BuS1"><p>Hot.</p></div></div>',
  ],
  ['MkDocs', 'tip', '<div class="admonition tip"><p class="admonition-title">Tip</p><p>Hot.</p></div>'],
  ['Sphinx', 'note', '<div class="admonition note"><p class="admonition-title">Note</p><p>Hot.</p></div>'],
  [
    'Starlight',
    'warning',
    '<aside aria-label="Caution" class="starlight-aside starlight-aside--caution"><p class="starlight-aside__title" aria-hidden="true"><svg></svg>Caution</p><div class="starlight-aside__content"><p>Hot.</p></div></aside>',
  ],
  [
    'GitHub',
    'note',
    '<div class="markdown-alert markdown-alert-important"><p class="markdown-alert-title"><svg></svg>Important</p><p>Hot.</p></div>',
  ],
  ['Zendesk', 'warning', '<div class="callout callout--warning"><p>Hot.</p></div>'],
  ['Intercom', 'note', '<div class="intercom-interblocks-callout" style="background-color:#feedaf"><p>Hot.</p></div>'],
  ['Help Scout', 'warning', '<section class="callout-yellow"><p>Hot.</p></section>'],
  ['Freshdesk', 'tip', '<div class="fd-callout fd-callout--idea">Hot.</div>'],
  ['Bootstrap', 'danger', '<div class="alert alert-danger" role="alert">Hot.</div>'],
])('a callout of %s', (_, kind, html) => expect(tree(html)).toEqual([{ t: 'callout', kind, c: [p('Hot.')] }]));

test('a title of its own leads a callout', () => {
  expect(
    tree('<div class="admonition tip"><p class="admonition-title">Before <b>you</b> pack</p><p>Dry it.</p></div>'),
  ).toEqual([
    { t: 'callout', kind: 'tip', titled: true, c: [p('Before ', { t: 'strong', c: ['you'] }, ' pack'), p('Dry it.')] },
  ]);
});

const strong = (words: string) => p({ t: 'strong', c: [words] });
test.each([
  [
    'VitePress',
    '<div class="vp-code-group"><div class="tabs"><input type="radio" id="1" checked><label for="1">A</label><input type="radio" id="2"><label for="2">B</label></div><div class="blocks"><div class="language-sh active"><pre><code>one</code></pre></div><div class="language-sh"><pre><code>two</code></pre></div></div></div>',
    'pre',
  ],
  [
    'Docusaurus',
    '<div class="theme-tabs-container tabs-container"><ul role="tablist" class="tabs"><li role="tab" class="tabs__item">A</li><li role="tab" class="tabs__item">B</li></ul><div class="margin-top--md"><div role="tabpanel">one</div><div role="tabpanel" hidden>two</div></div></div>',
    'p',
  ],
  [
    'MkDocs',
    '<div class="tabbed-set tabbed-alternate"><input type="radio" checked><input type="radio"><div class="tabbed-labels"><label for="a">A</label><label for="b">B</label></div><div class="tabbed-content"><div class="tabbed-block"><p>one</p></div><div class="tabbed-block"><p>two</p></div></div></div>',
    'p',
  ],
  [
    'Starlight',
    '<starlight-tabs><div class="tablist-wrapper"><ul role="tablist"><li class="tab"><a role="tab" href="#p1" id="t1">A</a></li><li class="tab"><a role="tab" href="#p2" id="t2">B</a></li></ul></div><div id="p1" aria-labelledby="t1" role="tabpanel">one</div><div id="p2" aria-labelledby="t2" role="tabpanel" hidden>two</div></starlight-tabs>',
    'p',
  ],
  [
    'Sphinx',
    '<div class="sd-tab-set"><input checked type="radio"><label class="sd-tab-label">A</label><div class="sd-tab-content"><p>one</p></div><input type="radio"><label class="sd-tab-label">B</label><div class="sd-tab-content"><p>two</p></div></div>',
    'p',
  ],
])('tabs of %s become titled parts', (_, html, kind) => {
  const content = (words: string) => (kind === 'p' ? p(words) : { t: 'pre', lang: 'sh', v: words });
  expect(tree(html)).toEqual([strong('A'), content('one'), strong('B'), content('two')]);
});

test.each([
  [
    'GitHub',
    '<p>A<sup><a href="#user-content-fn-1" id="user-content-fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p><section data-footnotes class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1"><p>Why <a href="#user-content-fnref-1" data-footnote-backref>↩</a></p></li></ol></section>',
  ],
  [
    'markdown-it',
    '<p>A<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p><hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item"><p>Why <a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section>',
  ],
  [
    'Python-Markdown',
    '<p>A<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p><div class="footnote"><hr><ol><li id="fn:1"><p>Why <a class="footnote-backref" href="#fnref:1">↩</a></p></li></ol></div>',
  ],
  [
    'Pandoc',
    '<p>A<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section id="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>Why<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
  ],
  [
    'Sphinx',
    '<p>A<a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a></p><aside class="footnote-list brackets"><aside class="footnote brackets" id="id2" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a><span class="fn-bracket">]</span></span><p>Why</p></aside></aside>',
  ],
])('footnotes of %s', (_, html) => {
  expect(tree(html)).toEqual([
    p('A', { t: 'noteref', n: 1 }),
    { t: 'list', ordered: true, notes: true, items: [[p('Why')]] },
  ]);
});

test('details, definitions, figures', () => {
  expect(tree('<details open><summary>How <b>long</b>?</summary>Two days.<ul><li>a</li></ul></details>')).toEqual([
    {
      t: 'quote',
      fold: true,
      c: [
        p('How ', { t: 'strong', c: ['long'] }, '?'),
        p('Two days.'),
        { t: 'list', ordered: false, items: [[p('a')]] },
      ],
    },
  ]);
  expect(tree('<dl><dt>PIN</dt><dd>Four digits.</dd><div><dt>IMEI</dt><dd><p>A number.</p></dd></div></dl>')).toEqual([
    {
      t: 'list',
      ordered: false,
      items: [
        [strong('PIN'), p('Four digits.')],
        [strong('IMEI'), p('A number.')],
      ],
    },
  ]);
  expect(tree('<figure><img src="/a.png" alt="A"><figcaption>The box</figcaption></figure>')).toEqual([
    p({ t: 'img', src: '/a.png', alt: 'A' }),
    p({ t: 'em', c: ['The box'] }),
  ]);
});

test('lists in lists, also where they may not stand, starts and tasks', () => {
  const inner = { t: 'list', ordered: true, start: 3, items: [[p('b')]] };
  for (const html of [
    '<ul><li>a<ol start="3"><li>b</li></ol></li></ul>',
    '<ul><li>a</li><ol start="3"><li>b</li></ol></ul>',
  ]) {
    expect(tree(html)).toEqual([{ t: 'list', ordered: false, items: [[p('a'), inner]] }]);
  }
  expect(
    plainText(
      tree('<ul><li><input type="checkbox" checked disabled> done</li><li><input type="checkbox">open</li></ul>'),
    ),
  ).toBe('☑  done\n☐ open');
});

test.each([
  [
    '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0" title="Fit"></iframe>',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  ],
  ['<iframe src="//player.vimeo.com/video/76979871" title="Fit"></iframe>', 'https://vimeo.com/76979871'],
  [
    '<iframe title="Fit" src="https://www.loom.com/embed/0281766fa2d04bb788eaf19e65135184"></iframe>',
    'https://www.loom.com/share/0281766fa2d04bb788eaf19e65135184',
  ],
  [
    '<iframe title="Fit" src="https://fast.wistia.net/embed/iframe/e4a27b971d"></iframe>',
    'https://fast.wistia.net/embed/iframe/e4a27b971d',
  ],
  ['<video controls title="Fit"><source src="/fit.mp4" type="video/mp4"></video>', '/fit.mp4'],
  [
    '<figure><video src="https://a.example/fit.webm"></video><figcaption>Fit</figcaption></figure>',
    'https://a.example/fit.webm',
  ],
])('%s is a video', (html, src) => expect(tree(html)).toEqual([{ t: 'video', src, title: 'Fit' }]));

test('other frames and controls are left out and said', () => {
  const { tree, warnings } = read(
    '<p>a</p>\n<iframe src="https://evil.example/x" title="Map"></iframe>\n<form>b<input name="c"></form>',
  );
  expect(tree).toEqual([p('a'), p('Map'), p('b')]);
  expect(warnings).toEqual([
    { line: 3, message: 'form left out: it has no place in an article' },
    { line: 2, message: expect.stringMatching(/^iframe left out: expected .* got https:\/\/evil\.example\/x$/) },
  ]);
});

test('what is not meant to be read is not', () => {
  const html =
    '<p>a<span aria-hidden="true">★</span><span class="sr-only">b</span></p><div hidden>c</div><p><img src="/t.gif" width="1" height="1"></p>';
  expect(tree(html)).toEqual([p('a')]);
});
