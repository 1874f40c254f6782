import { XMLParser } from 'fast-xml-parser';

/** What a sitemap file names. */
export interface Sitemap {
  /** Addresses of pages. */
  readonly pages: readonly string[];
  /** Addresses of further sitemaps. */
  readonly sitemaps: readonly string[];
}

const LISTS = new Set(['url', 'sitemap']);

/**
 * A sitemap as XML (pages or an index of sitemaps) or as text with an address a line (sitemaps.org protocol).
 * Throws for XML that is neither.
 */
export function parseSitemap(text: string): Sitemap {
  const plain = text.replace(/^\ufeff/, '').trimStart();
  if (!plain.startsWith('<'))
    return { pages: plain.split(/\s+/).filter(line => /^https?:\/\//i.test(line)), sitemaps: [] };
  const parser = new XMLParser({
    ignoreAttributes: true,
    removeNSPrefix: true,
    parseTagValue: false,
    processEntities: false,
    isArray: name => LISTS.has(name),
  });
  const root: unknown = parser.parse(plain);
  const { urlset, sitemapindex } = { ...(root as { urlset?: unknown; sitemapindex?: unknown }) };
  if (urlset === undefined && sitemapindex === undefined) {
    throw new Error('expected a sitemap with urlset or sitemapindex, got other XML');
  }
  return { pages: locations(urlset, 'url'), sitemaps: locations(sitemapindex, 'sitemap') };
}

function locations(parent: unknown, name: string): string[] {
  const list = typeof parent === 'object' && parent !== null ? (parent as Record<string, unknown>)[name] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((each: unknown) => {
    const loc = typeof each === 'object' && each !== null ? (each as { loc?: unknown }).loc : undefined;
    return typeof loc === 'string' ? [unescapeXml(loc.trim())] : [];
  });
}

/** The five entities of XML; a document's own are not read. */
function unescapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => names[name] ?? '');
}
