import { Readability } from '@mozilla/readability';

/** Where generators and help desks keep the article: the first that is there and holds words is it. */
const CONTAINERS = [
  // VitePress, Docusaurus, Starlight, MkDocs Material
  '.vp-doc',
  '.theme-doc-markdown',
  '.sl-markdown-content',
  'article.md-content__inner',
  // Sphinx with its themes, mdBook, GitBook, Nextra, Mintlify, Docsy
  '[itemprop="articleBody"]',
  '.bd-article',
  'div.body[role="main"]',
  '#furo-main-content',
  '.documentwrapper .body',
  '#content > main',
  '[data-testid="page.contentEditor"]',
  '.nextra-content article',
  '#content-area',
  '.td-content',
  // Zendesk and Freshdesk, Help Scout, Intercom, blogs, GitHub
  '.article-body',
  '.article__body',
  '#fullArticle',
  '.intercom-article',
  '.entry-content',
  '.post-content',
  '.markdown-body',
  // What HTML itself says
  'main article',
  'article',
  'main',
  '[role="main"]',
];
/** Beside the article, even where it stands in the same container. */
const BESIDE = [
  'script, style, noscript, template, nav, form, dialog, [role="navigation"], [role="search"], [role="banner"]',
  '.breadcrumb, .breadcrumbs, .toc, .table-of-contents, .on-this-page, .sidebar, .pagination, .pagination-nav',
  '.prev-next, .prev-next-area, .related-pages, .rst-footer-buttons, .edit-this-page, .edit-link, .md-content__button',
  '.theme-edit-this-page, .theme-last-updated, .theme-doc-footer, .theme-doc-toc-mobile, .md-source-file, .VPDocFooter',
  '.headerbar, .article-votes, .article-footer, .article-share, .article-relatives, .feedback, .was-this-helpful',
  '[class*="cookie" i], [id*="cookie" i], [class*="consent" i], #onetrust-consent-sdk, .skip-link, .skip-to-content',
  'sl-edit-link, .sl-banner, .md-feedback, .viewcode-link',
].join(', ');
const FEWEST_CHARACTERS = 20;

/** The article of a page, without what stands beside it; `null` when there is none. Changes the document. */
export function mainContent(document: Document): Element | null {
  for (const selector of CONTAINERS) {
    const found = Array.from(document.querySelectorAll(selector));
    // More than one article is a list of them.
    const main = found.length === 1 || selector.startsWith('.') || selector.startsWith('#') ? found[0] : undefined;
    if (main && lengthOf(main) >= FEWEST_CHARACTERS) return withoutBeside(main);
  }
  return densest(document);
}

function withoutBeside(main: Element): Element {
  for (const each of Array.from(main.querySelectorAll(BESIDE))) each.remove();
  for (const each of Array.from(main.querySelectorAll('header, footer, aside'))) if (isFrame(each)) each.remove();
  return main;
}

/** Not the header that holds the title, the footnotes, or an aside that is a callout. */
function isFrame(element: Element): boolean {
  if (element.tagName === 'HEADER') return element.querySelector('h1, h2, h3') === null;
  if (element.matches('[class*="footnote" i], [class*="aside" i], [role="doc-footnote"], [class*="callout" i]'))
    return false;
  return element.tagName === 'FOOTER' || /toc|sidebar|nav|related|share/i.test(element.getAttribute('class') ?? '');
}

/** The block with the most text and the fewest links, as reader views find it. */
function densest(document: Document): Element | null {
  const copy = document.cloneNode(true) as Document;
  const read = new Readability(copy, {
    charThreshold: 200,
    keepClasses: true,
    serializer: node => node as Element,
  }).parse();
  const content = read?.content ?? null;
  return content && lengthOf(content) >= FEWEST_CHARACTERS ? withoutBeside(content) : null;
}

const lengthOf = (element: Element): number => (element.textContent ?? '').replace(/\s+/g, ' ').trim().length;
