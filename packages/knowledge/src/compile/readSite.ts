import type { Problem } from './problem.js';
import { pathOnSite, type SitePlace } from './site/addresses.js';
import { type FetchOwnOptions, fetchOwn } from './site/fetchOwn.js';
import { findPages, readRules, type SiteRules } from './site/findPages.js';
import { createPageReader, type HtmlPage, type ReadPage } from './site/readPage.js';
import { type SiteResult, siteArticles } from './site/siteArticles.js';

/** How a site is read over HTTP. */
export interface ReadSiteOptions {
  /** Locale of pages that name none. Default `en`. */
  readonly defaultLocale?: string;
  /** Default: those robots.txt names, else `/sitemap.xml`. */
  readonly sitemaps?: readonly string[];
  /** Pages above which the rest is left out. Default 5000. */
  readonly maxPages?: number;
  /** Sitemap files above which the rest is left out. Default 50. */
  readonly maxSitemaps?: number;
  /** Bytes of a page above which it is refused. Default 5,000,000. */
  readonly maxPageBytes?: number;
  /** Bytes of a sitemap, unpacked, above which it is refused. Default 50,000,000, the protocol's own limit. */
  readonly maxSitemapBytes?: number;
  /** Pages asked for at the same time. Default 4. */
  readonly concurrency?: number;
  /** Milliseconds between the starts of two requests. Default 100; the site's `Crawl-delay` when that is longer. */
  readonly delayMs?: number;
  /** Milliseconds until an answer must be there, redirects and body included. Default 15,000. */
  readonly timeoutMs?: number;
  /** Name by which the site knows who reads it; the part before `/` is looked up in robots.txt. */
  readonly userAgent?: string;
  /** Called after each page. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly url: string }) => void;
  /** Default: that of Node. */
  readonly fetch?: typeof fetch;
}

const USER_AGENT = 'HandrailKnowledge/1 (reads the sitemap of a help centre for its search)';

/**
 * The articles of a site over HTTP: what its sitemap names, of its own origin only, as robots.txt allows. Pages are read as
 * in `readHtmlSite`; images stay where they are. A page that cannot be had is a problem in the result.
 * Throws only when `url` is no http address.
 */
export async function readSite(url: string, options: ReadSiteOptions = {}): Promise<SiteResult> {
  const root = URL.canParse(url) ? new URL(url) : undefined;
  if (!root || !/^https?:$/.test(root.protocol)) throw new Error(`readSite: expected an http address, got ${url}`);
  const {
    userAgent = USER_AGENT,
    timeoutMs = 15_000,
    maxPageBytes = 5_000_000,
    maxSitemapBytes = 50_000_000,
  } = options;
  const base = { fetch: options.fetch ?? fetch, origin: root.origin, userAgent, timeoutMs };
  const problems: Problem[] = [];
  const rules = await readRules({ ...base, maxBytes: 500_000 }, problems);
  const own = { ...base, isAllowed: rules.isAllowed };
  const told = options.sitemaps ?? rules.sitemaps;
  const sitemaps = told.length > 0 ? told : [new URL('/sitemap.xml', root).href];
  const limits = { maxPages: options.maxPages ?? 5000, maxSitemaps: options.maxSitemaps ?? 50 };
  const urls = await findPages(sitemaps, { ...own, maxBytes: maxSitemapBytes }, limits, problems);
  const place = { origin: root.origin, base: root.pathname.replace(/[^/]*$/, '') };
  const below = urls.filter(each => new URL(each).pathname.startsWith(place.base));
  const pages = await readPages(below, { ...own, maxBytes: maxPageBytes }, { rules, place }, options, problems);
  const result = siteArticles(pages, place, options.defaultLocale ?? 'en');
  return { articles: result.articles, problems: [...problems, ...result.problems] };
}

async function readPages(
  urls: readonly string[],
  own: FetchOwnOptions,
  { rules, place }: { readonly rules: SiteRules; readonly place: SitePlace },
  { concurrency = 4, delayMs = 100, onProgress }: ReadSiteOptions,
  problems: Problem[],
): Promise<ReadPage[]> {
  const read = await createPageReader();
  const pace = createPace(Math.max(delayMs, rules.delayMs));
  const pages = new Map<string, ReadPage>();
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let url = urls[next++]; url !== undefined; url = urls[next++]) {
      await pace();
      const fetched = await fetchOwn(url, own);
      if (!fetched.ok) problems.push({ severity: fetched.severity, where: url, message: fetched.reason });
      else if (!fetched.isHtml)
        problems.push({ severity: 'skipped', where: url, message: 'expected HTML, got another kind of text' });
      else pages.set(url, read(pageOf(url, fetched.url, fetched.text, place)));
      done += 1;
      onProgress?.({ done, total: urls.length, url });
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work));
  // Two addresses that lead to one page are one article, in the order of the sitemap.
  const byPath = new Map<string, ReadPage>();
  for (const each of urls.flatMap(url => pages.get(url) ?? [])) {
    const before = byPath.get(each.page.path)?.page.aliases ?? [];
    const aliases = [...before, ...(each.page.aliases ?? [])];
    byPath.set(each.page.path, { ...each, page: { ...each.page, aliases } });
  }
  return [...byPath.values()];
}

/** Lets requests start one after another, with a pause between two. */
function createPace(pauseMs: number): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const mine = last;
    last = mine.then(() => new Promise(resolve => setTimeout(resolve, pauseMs)));
    return mine;
  };
}

function pageOf(asked: string, url: string, html: string, place: SitePlace): HtmlPage {
  const path = pathOnSite(url, '', place) ?? new URL(url).pathname.slice(1);
  return { path, html, url, ...(asked === url ? {} : { aliases: [asked] }) };
}
