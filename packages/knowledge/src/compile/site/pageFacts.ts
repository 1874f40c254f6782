import { breadcrumbsOf, linkedData } from './breadcrumbs.js';

/** What a page says about itself. */
export interface PageFacts {
  readonly heading: string;
  readonly ogTitle: string;
  readonly title: string;
  readonly summary: string;
  /** BCP 47. */
  readonly locale: string | undefined;
  /** ISO date. */
  readonly updated: string | undefined;
  readonly section: string | undefined;
  /** As written: absolute or relative. */
  readonly canonical: string | undefined;
  /** Address by language, of the same article. */
  readonly alternates: ReadonlyMap<string, string>;
  readonly refresh: string | undefined;
  readonly isHidden: boolean;
  /** Root-relative addresses of styles and scripts. */
  readonly assets: readonly string[];
}

const SELF_LINKS =
  '.header-anchor, .headerlink, .hash-link, .anchor, .sl-anchor-link, .sr-only, .visually-hidden, button, svg';
const UPDATED = [
  '[itemprop="dateModified"]',
  '.VPLastUpdated time',
  '.theme-last-updated time',
  '.last-updated time',
  '.git-revision-date-localized-plugin-date',
  '.meta time',
  'time[datetime]',
];

/** Reads title, summary, language, date, chapter and addresses of a page. */
export function pageFacts(document: Document): PageFacts {
  const data = linkedData(document);
  const heading = headingOf(document);
  const refresh = document.querySelector('meta[http-equiv="refresh" i]')?.getAttribute('content') ?? '';
  return {
    heading,
    ogTitle: meta(document, 'og:title'),
    title: words(document.title),
    summary: meta(document, 'description') || meta(document, 'og:description'),
    locale: localeOf(document.documentElement.getAttribute('lang') ?? meta(document, 'og:locale')),
    updated: updatedOf(document, data),
    section: breadcrumbsOf(document, data, heading),
    canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined,
    alternates: alternatesOf(document),
    refresh: /url\s*=\s*['"]?([^'"]+)/i.exec(refresh)?.[1]?.trim(),
    isHidden: /noindex/i.test(meta(document, 'robots')),
    assets: assetsOf(document),
  };
}

function headingOf(document: Document): string {
  const all = Array.from(document.querySelectorAll('h1'));
  const heading = all.find(each => each.closest('main, article, [role="main"]')) ?? all[0];
  if (!heading) return '';
  const copy = heading.cloneNode(true) as Element;
  const whole = words(copy.textContent ?? '');
  for (const each of Array.from(copy.querySelectorAll(SELF_LINKS))) each.remove();
  // Some generators put the whole heading into the link.
  return (words(copy.textContent ?? '') || whole).replace(/[\s#¶\u200b]+$/u, '');
}

function meta(document: Document, name: string): string {
  const found = document.querySelector(`meta[name="${name}" i], meta[property="${name}" i]`);
  return words(found?.getAttribute('content') ?? '');
}

function updatedOf(document: Document, data: readonly Record<string, unknown>[]): string | undefined {
  const told = data.map(each => each.dateModified).filter(date => typeof date === 'string');
  const named = ['article:modified_time', 'og:updated_time', 'dcterms.modified', 'last-modified'];
  const seen = UPDATED.flatMap(selector => {
    const element = document.querySelector(selector);
    return element
      ? [element.getAttribute('datetime') ?? element.getAttribute('content') ?? words(element.textContent ?? '')]
      : [];
  });
  return [...told, ...named.map(name => meta(document, name)), ...seen].map(isoDate).find(date => date !== undefined);
}

function isoDate(text: string): string | undefined {
  const plain = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (plain !== undefined) return plain;
  // Words need their year; a bare number or "5 May" would become this machine's guess.
  const time = /\b(?:19|20)\d{2}\b/.test(text) && /[a-z,/]/i.test(text) ? Date.parse(`${text} UTC`) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}

function assetsOf(document: Document): string[] {
  const all = Array.from(document.querySelectorAll('link[href], script[src]'));
  const addresses = all.map(each => each.getAttribute('href') ?? each.getAttribute('src') ?? '');
  return addresses.filter(address => /^\/[^/]/.test(address)).map(address => address.split(/[?#]/, 1)[0] ?? '');
}

function alternatesOf(document: Document): ReadonlyMap<string, string> {
  const links = Array.from(document.querySelectorAll('link[rel="alternate"][hreflang][href]'));
  return new Map(
    links.map(link => [(link.getAttribute('hreflang') ?? '').toLowerCase(), link.getAttribute('href') ?? '']),
  );
}

/** `en_us` and `EN-us` are `en-US`; what is no language tag is left out. */
export function localeOf(tag: string): string | undefined {
  const plain = tag.trim().replace(/_/g, '-');
  try {
    return plain === '' ? undefined : Intl.getCanonicalLocales(plain)[0];
  } catch {
    return undefined;
  }
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
