import { posix } from 'node:path';
import { anchorsOf } from './anchorsOf.js';
import type { Vendor } from './exportedArticle.js';
import type { PlacedArticle } from './placeArticles.js';

/** Addresses of an export's HTML as they are in the files made of it. */
export interface ExportLinks {
  /** A link to an article of the same language becomes the path of its file; others become absolute. */
  readonly link: (href: string, from: PlacedArticle) => string;
  /** An absolute https address. */
  readonly image: (src: string, from: PlacedArticle) => string;
}

/** What stands for the host of an export that names none. */
const NO_HOST = 'https://export.invalid';

/** Knows the articles of an export by the ids and addresses links carry. */
export function createExportLinks(vendor: Vendor, articles: readonly PlacedArticle[]): ExportLinks {
  const byKey = new Map<string, PlacedArticle[]>();
  const hosts = new Set([new URL(NO_HOST).host]);
  const anchors = new Map<PlacedArticle, ReadonlyMap<string, string>>();
  const add = (key: string, article: PlacedArticle) => byKey.set(key, [...(byKey.get(key) ?? []), article]);
  for (const article of articles) {
    const { id, aliases = [], address } = article.exported;
    for (const key of [id, ...aliases]) add(`id ${key}`, article);
    const url = address === undefined ? null : parse(address, NO_HOST);
    if (url) hosts.add(url.host);
    if (url) add(pathKey(url), article);
  }

  function sectionOf(article: PlacedArticle, hash: string): string {
    if (hash === '') return '';
    const known = anchors.get(article) ?? anchorsOf(article.exported.html);
    anchors.set(article, known);
    return `#${known.get(decode(hash)) ?? decode(hash)}`;
  }

  function link(href: string, from: PlacedArticle): string {
    if (href.startsWith('#')) return sectionOf(from, href.slice(1)) || '#';
    const url = parse(href, from.exported.address ?? NO_HOST);
    if (!url || !/^https?:$/.test(url.protocol)) return href;
    const key = hosts.has(url.host) ? vendor.idInPath(url.pathname) : null;
    const versions = (key === null ? undefined : byKey.get(`id ${key}`)) ?? byKey.get(pathKey(url)) ?? [];
    const target = versions.find(({ locale }) => locale === from.locale);
    if (!target) return url.origin === NO_HOST ? href : url.href;
    const path = target === from ? '' : posix.relative(posix.dirname(from.source), target.source);
    return `${path}${sectionOf(target, url.hash.slice(1))}` || posix.basename(from.source);
  }

  return {
    link,
    image(src, from) {
      const url = parse(src, from.exported.address ?? NO_HOST);
      return url && url.origin !== NO_HOST ? url.href.replace(/^http:/, 'https:') : src;
    },
  };
}

/** Host and path, in lower case and without the words behind the id. */
function pathKey(url: URL): string {
  return `${url.host}${decode(url.pathname).replace(/\/$/, '')}`.toLowerCase();
}

function parse(address: string, base: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
