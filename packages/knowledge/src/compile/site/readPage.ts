import { lighten, measureHtml } from '@handrail/content/html';
import { mainContent } from './mainContent.js';
import { type PageFacts, pageFacts } from './pageFacts.js';

/** A page of a site. */
export interface HtmlPage {
  /** Path below the site's root, with `/`: `guide/start.html`. */
  readonly path: string;
  readonly html: string;
  /** Absolute URL it was read from, when it was. */
  readonly url?: string;
  /** Absolute URLs that led to it. */
  readonly aliases?: readonly string[];
}

/** A page as it was read: its article, or why it has none. */
export type ReadPage = { readonly page: HtmlPage; readonly facts: PageFacts } & (
  | { readonly ok: true; readonly html: string }
  | { readonly ok: false; readonly severity: 'error' | 'skipped'; readonly reason: string }
);

/** Reads pages, one after another. */
export type PageReader = (page: HtmlPage) => ReadPage;

/** Pages of generators that are no articles. */
const LISTS =
  /(?:^|\/)(?:404|search|genindex|py-modindex|modindex|tags?|categories|archives?|authors?|sitemap|print_page)(?:\/index)?(?:\.html?)?$|(?:^|\/)(?:tags?|authors|page|_modules)\/[^/]+(?:\/index)?(?:\.html?)?$/i;
const GONE = /^(?:404\b|page not found|not found\b)/i;
const MOST_ELEMENTS = 50_000;
const MOST_LEVELS = 200;
const NOTHING: PageFacts = {
  heading: '',
  ogTitle: '',
  title: '',
  summary: '',
  locale: undefined,
  updated: undefined,
  section: undefined,
  canonical: undefined,
  alternates: new Map(),
  refresh: undefined,
  isHidden: false,
  assets: [],
};

/** Loads a DOM. Scripts of pages never run, nothing they name is fetched. */
export async function createPageReader(): Promise<PageReader> {
  const { JSDOM } = await import('jsdom');
  const { window } = new JSDOM('');
  return page => {
    const { elements, depth } = measureHtml(lighten(page.html));
    if (elements > MOST_ELEMENTS || depth > MOST_LEVELS) {
      const reason = `expected at most ${MOST_ELEMENTS} elements and ${MOST_LEVELS} levels of them, got ${elements} and ${depth}`;
      return { page, facts: NOTHING, ok: false, severity: 'error', reason };
    }
    try {
      return readDocument(page, new window.DOMParser().parseFromString(page.html, 'text/html'));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { page, facts: NOTHING, ok: false, severity: 'error', reason: `unreadable page: ${reason}` };
    }
  };
}

function readDocument(page: HtmlPage, document: Document): ReadPage {
  const facts = pageFacts(document);
  const reason = whyNot(page, facts, document);
  if (reason !== null) return { page, facts, ok: false, severity: 'skipped', reason };
  const main = mainContent(document);
  if (main && page.url !== undefined) makeAbsolute(main, page.url);
  if (main) return { page, facts, ok: true, html: main.innerHTML };
  return { page, facts, ok: false, severity: 'skipped', reason: 'no article: no part of the page holds enough text' };
}

/** What a page over HTTP shows is read from where it is. */
function makeAbsolute(main: Element, url: string): void {
  for (const each of Array.from(main.querySelectorAll('img[src], video[src], source[src]'))) {
    const src = each.getAttribute('src') ?? '';
    if (URL.canParse(src, url)) each.setAttribute('src', new URL(src, url).href);
  }
}

function whyNot(page: HtmlPage, facts: PageFacts, document: Document): string | null {
  if (facts.refresh !== undefined) return `it only leads on to ${facts.refresh}`;
  if (facts.isHidden) return 'it asks not to be indexed (robots: noindex)';
  if (LISTS.test(page.path)) return 'a page of the generator, not an article';
  if (GONE.test(facts.heading || facts.title)) return 'it says that a page was not found';
  if (document.querySelector('.VPHome, .search-page, #search-results')) return 'a start or search page, not an article';
  return null;
}
