import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoredArticle } from '../files/knowledgeFile.js';
import { compile } from './compile.js';
import { formatProblem, type Problem } from './problem.js';
import { readHtmlSite } from './readHtmlSite.js';

const WORDS = '<p>You have thirty days to send it back to us.</p>';
const html = (body: string, head = '', lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`;

test.each([
  [
    'VitePress',
    '<div class="VPNav">Menu</div><aside class="VPSidebar"><nav><section class="VPSidebarItem level-0 has-active"><div class="item"><h2 class="text">Orders</h2></div></section></nav></aside><main class="main"><div class="vp-doc"><div><h1 id="x">Returns <a class="header-anchor" href="#x">​</a></h1>WORDS</div></div></main><footer class="VPDocFooter">Next</footer>',
  ],
  [
    'Docusaurus',
    '<nav class="navbar">Menu</nav><main><article><nav class="theme-doc-breadcrumbs" aria-label="Breadcrumbs"><ul class="breadcrumbs"><li><a aria-label="Home page" href="/"><svg></svg></a></li><li><span>Orders</span></li><li><span>Returns</span></li></ul></nav><div class="theme-doc-markdown markdown"><header><h1>Returns</h1></header>WORDS</div><footer class="theme-doc-footer"><a>Edit this page</a></footer></article><nav class="pagination-nav">Next</nav></main><div class="tableOfContents"><ul><li>On</li></ul></div>',
  ],
  [
    'Starlight',
    '<header>Menu</header><nav class="sidebar"><details open><summary><span>Orders</span></summary><ul><li><a href="/r" aria-current="page">Returns</a></li></ul></details></nav><main><div class="content-panel"><h1 id="_top">Returns</h1></div><div class="content-panel"><div class="sl-markdown-content">WORDS</div><footer>Next</footer></div></main>',
  ],
  [
    'MkDocs Material',
    '<header class="md-header">Menu</header><main><nav aria-label="Breadcrumbs"><ol><li>Orders</li><li>Returns</li></ol></nav><article class="md-content__inner md-typeset"><a class="md-content__button md-icon" title="Edit this page">Edit</a><h1 id="r">Returns<a class="headerlink" href="#r">¶</a></h1>WORDS<aside class="md-source-file">Last update</aside></article></main><footer>Next</footer>',
  ],
  [
    'Read the Docs',
    '<nav class="wy-nav-side">Menu</nav><div role="navigation"><ul class="wy-breadcrumbs"><li><a href="/" class="icon-home"></a></li><li>Orders</li><li>Returns</li><li class="wy-breadcrumbs-aside">View source</li></ul></div><div role="main" class="document"><div itemprop="articleBody"><section id="r"><h1>Returns<a class="headerlink" href="#r">¶</a></h1>WORDS</section></div></div>',
  ],
  [
    'GitBook',
    '<header>Menu</header><main><nav aria-label="Breadcrumb"><ol><li>Orders</li><li>Returns</li></ol></nav><header><h1>Returns</h1></header><div data-testid="page.contentEditor">WORDS</div><div>Was this helpful?</div></main>',
  ],
  [
    'Zendesk',
    '<header>Menu</header><main><ol class="breadcrumbs"><li><a href="/hc">Help Center</a></li><li>Orders</li><li>Returns</li></ol><article class="article"><header><h1 class="article-title">Returns</h1></header><div class="article-body">WORDS</div><div class="article-votes">Yes No</div></article><section class="related-articles">More</section></main>',
  ],
  [
    'plain HTML',
    '<div id="cookie-banner">Cookies</div><div role="navigation">Menu</div><div role="main"><h1>Returns</h1>WORDS<form><button>Subscribe</button></form></div><footer>Imprint</footer>',
    '<script type="application/ld+json">{"@graph":[{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"Home"},{"@type":"ListItem","item":{"name":"Orders"}},{"@type":"ListItem","name":"Returns"}]}]}</script>',
  ],
  [
    'nothing known',
    `<div class="menu"><a href="/a">Menu</a></div><div class="x"><h1>Returns</h1>WORDS${'<p>The courier comes on the day you choose, rings twice, and takes the box with the label we sent you before.</p>'.repeat(5)}</div>`,
    '<script type="application/ld+json">broken</script><script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"Orders"},{"name":"Returns"}]}</script>',
  ],
])('a page of %s: its article without what is beside it', async (_, body, head = '') => {
  const pages = [{ path: 'returns.html', html: html(body.replace('WORDS', WORDS), head) }];
  const { articles, problems } = await readHtmlSite(pages);
  expect(problems).toEqual([]);
  expect(articles).toMatchObject([{ id: 'returns', locale: 'en', title: 'Returns', section: 'Orders' }]);
  expect(articles[0]?.html).toContain(WORDS);
  expect(articles[0]?.html).not.toMatch(/Menu|Next|Edit|helpful|Yes No|Cookies|Subscribe|Imprint|Last update|More</);
});

test('title, summary, language and date from what pages say', async () => {
  const main = `<main>${WORDS}</main>`;
  const { articles } = await readHtmlSite([
    {
      path: 'a.html',
      html: html(main, '<title>Fees - Acme Help</title><meta name="description" content="Own words.">'),
    },
    {
      path: 'b.html',
      html: html(
        main,
        '<title>Terms - Acme Help</title><meta property="og:title" content="Our terms"><meta property="article:modified_time" content="2026-05-04T10:00:00Z">',
        'en_us',
      ),
    },
    {
      path: 'de/a.html',
      html: html(
        `<main><h1>Preise</h1>${WORDS}<p class="last-updated"><time datetime="2026-02-01">1.2.</time></p></main>`,
        '<link rel="alternate" hreflang="en" href="../a.html">',
        'DE',
      ),
    },
    {
      path: 'de/allgemein.html',
      html: html(
        `<main><h1>Bedingungen</h1>${WORDS}</main>`,
        '<link rel="alternate" hreflang="x-default" href="/b.html">',
        'de-DE',
      ),
    },
    {
      path: 'c.html',
      html: html(`<main><h1>Shared</h1>${WORDS}</main>`, '<meta name="description" content="Same.">', ''),
    },
    {
      path: 'd.html',
      html: html(
        `<main><h1>Shared too</h1>${WORDS}</main>`,
        '<meta name="description" content="Same.">',
        'no language',
      ),
    },
  ]);
  expect(articles.map(({ id, locale, title, summary, updated }) => [id, locale, title, summary, updated])).toEqual([
    ['a', 'en', 'Fees', 'Own words.', undefined],
    ['b', 'en', 'Our terms', undefined, '2026-05-04'],
    ['a', 'de', 'Preise', undefined, '2026-02-01'],
    ['b', 'de-DE', 'Bedingungen', undefined, undefined],
    ['c', 'en', 'Shared', undefined, undefined],
    ['d', 'en', 'Shared too', undefined, undefined],
  ]);
});

test('what is no article is passed over with its reason', async () => {
  const main = `<main><h1>T</h1>${WORDS}</main>`;
  const { articles, problems } = await readHtmlSite([
    { path: '404.html', html: html(main) },
    { path: 'search/index.html', html: html(main) },
    { path: 'tags/fees.html', html: html(main) },
    { path: 'old.html', html: html('', '<meta http-equiv="refresh" content="0; url=new.html">') },
    { path: 'copy.html', html: html(main, '<link rel="canonical" href="https://acme.example/new">') },
    { path: 'new.html', html: html(main, '<link rel="canonical" href="https://acme.example/new">') },
    { path: 'hidden.html', html: html(main, '<meta name="robots" content="noindex, follow">') },
    { path: 'lost.html', html: html('<main><h1>Page not found</h1><p>Sorry, there is nothing here.</p></main>') },
    { path: 'empty.html', html: html('<main></main>', '<title>x</title>') },
    { path: 'nameless.html', html: html(`<main>${WORDS}</main>`) },
    { path: 'deep.html', html: html(`<main>${'<div>'.repeat(5000)}${WORDS}</main>`) },
  ]);
  expect(articles.map(({ id, addresses }) => ({ id, addresses }))).toEqual([
    {
      id: 'new',
      addresses: [
        'https://acme.example/new',
        '/new',
        'https://acme.example/old',
        '/old',
        'https://acme.example/copy',
        '/copy',
      ],
    },
  ]);
  expect(problems.map(formatProblem)).toEqual([
    '404.html: skipped: a page of the generator, not an article',
    'search/index.html: skipped: a page of the generator, not an article',
    'tags/fees.html: skipped: a page of the generator, not an article',
    'old.html: skipped: it only leads on to new.html',
    'copy.html: skipped: the same article as new (its canonical address)',
    'hidden.html: skipped: it asks not to be indexed (robots: noindex)',
    'lost.html: skipped: it says that a page was not found',
    'empty.html: skipped: no article: no part of the page holds enough text',
    expect.stringMatching(
      /^deep.html: error: expected at most 50000 elements and 200 levels of them, got 50\d\d and 500\d$/,
    ),
    'nameless.html: error: missing title: expected an h1, a meta og:title or a title, got none',
  ]);
});

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'site-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function put(path: string, content: string): Promise<void> {
  await mkdir(join(dir, path, '..'), { recursive: true });
  await writeFile(join(dir, path), content);
}

test('a folder: links, images and the path it is published under', async () => {
  const styles = '<link rel="stylesheet" href="/docs/assets/site.css?v=1">';
  await put('assets/site.css', 'p{}');
  await put('assets/box.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await put('index.html', html(`<main><h1>Start</h1>${WORDS}<a href="/docs/guide/fees/#card">fees</a></main>`, styles));
  await put(
    'guide/fees/index.html',
    html(
      `<main><h1>Fees</h1><h2 id="card">Card</h2>${WORDS}<a href="../../">start</a> <img src="/docs/assets/box.svg" alt="Box"> <img src="../../assets/box.svg" alt="Same"></main>`,
      styles,
    ),
  );
  await put('huge.html', html('x'.repeat(3000)));
  await put('.cache/x.html', html(WORDS));
  const { articles, problems } = await readHtmlSite(dir, { maxPageBytes: 2500 });
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^page too large: expected at most 2500 bytes, got 30/),
  ]);
  expect(articles.map(({ id, source, addresses }) => [id, source, addresses])).toEqual([
    ['guide/fees', 'guide/fees/index.html', ['/docs/guide/fees/']],
    ['index', 'index.html', ['/docs/']],
  ]);
  const left: Problem[] = [];
  const files = await compile(articles, { folder: dir, onProblem: problem => left.push(problem) });
  const stored = [...files].flatMap(([path, text]) =>
    path.includes('/articles/') ? (JSON.parse(String(text)) as { articles: StoredArticle[] }).articles : [],
  );
  const image = [...files.keys()].find(path => path.startsWith('images/'));
  expect(left).toEqual([]);
  expect(JSON.stringify(stored.map(({ tree }) => tree))).toContain(
    '{"t":"ref","article":"guide/fees","section":"card","c":["fees"]}',
  );
  expect(stored[0]?.tree.at(-1)).toEqual({
    t: 'p',
    c: [
      { t: 'ref', article: 'index', c: ['start'] },
      ' ',
      { t: 'img', src: image, alt: 'Box' },
      ' ',
      { t: 'img', src: image, alt: 'Same' },
    ],
  });
});

test('an address that is none, a folder that is not there', async () => {
  await expect(readHtmlSite(dir, { address: 'docs' })).rejects.toThrow(
    'readHtmlSite: expected an http address, got docs',
  );
  await expect(readHtmlSite(join(dir, 'none'))).rejects.toThrow('ENOENT');
});
