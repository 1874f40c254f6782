import robotsModule from 'robots-parser';
import type { Problem } from '../problem.js';
import { type FetchOwnOptions, fetchOwn } from './fetchOwn.js';
import { parseSitemap } from './sitemap.js';

interface Robots {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getCrawlDelay(userAgent: string): number | undefined;
  getSitemaps(): string[];
}

// Its types say `export default`, its code `module.exports =`; the two agree in no way of resolving.
const robotsParser = robotsModule as unknown as (url: string, text: string) => Robots;

/** A site's own rules for those who read it by machine. */
export interface SiteRules {
  readonly isAllowed: (url: string) => boolean;
  /** Milliseconds between two requests that it asks for. */
  readonly delayMs: number;
  readonly sitemaps: readonly string[];
}

/**
 * robots.txt of an origin. A site without one allows everything; one whose server fails allows nothing, as RFC 9309 (2.3.1)
 * asks.
 */
export async function readRules(options: Omit<FetchOwnOptions, 'isAllowed'>, problems: Problem[]): Promise<SiteRules> {
  const url = `${options.origin}/robots.txt`;
  const fetched = await fetchOwn(url, { ...options, isAllowed: () => true });
  if (fetched.ok) {
    const robots = robotsParser(url, fetched.text);
    const name = options.userAgent.split('/', 1)[0] ?? '';
    return {
      isAllowed: address => robots.isAllowed(address, name) !== false,
      delayMs: (robots.getCrawlDelay(name) ?? 0) * 1000,
      sitemaps: robots.getSitemaps(),
    };
  }
  const { status = 0 } = fetched;
  const isThere = status < 400 || status > 499;
  if (isThere) problems.push({ severity: 'error', where: url, message: `${fetched.reason}; no page was read` });
  return { isAllowed: () => !isThere, delayMs: 0, sitemaps: [] };
}

/** Limits of a search for pages. */
export interface FindPagesLimits {
  readonly maxPages: number;
  readonly maxSitemaps: number;
}

/** Addresses of the pages that sitemaps name, in their order, each once. What leads elsewhere is a problem. */
export async function findPages(
  sitemaps: readonly string[],
  options: FetchOwnOptions,
  { maxPages, maxSitemaps }: FindPagesLimits,
  problems: Problem[],
): Promise<string[]> {
  const waiting = [...sitemaps];
  const seen = new Set(waiting);
  const pages = new Set<string>();
  for (let read = 0; read < waiting.length; read += 1) {
    const where = waiting[read] ?? '';
    if (read >= maxSitemaps) {
      problems.push({
        severity: 'skipped',
        where,
        message: `more than ${maxSitemaps} sitemaps; this and later ones were not read`,
      });
      break;
    }
    const fetched = await fetchOwn(where, options);
    if (!fetched.ok) {
      problems.push({ severity: 'error', where, message: fetched.reason });
      continue;
    }
    try {
      const found = parseSitemap(fetched.text);
      for (const address of found.sitemaps) if (!seen.has(address) && seen.add(address)) waiting.push(address);
      for (const address of found.pages) addPage(address, options.origin, pages, problems);
    } catch (error) {
      problems.push({ severity: 'error', where, message: error instanceof Error ? error.message : String(error) });
    }
  }
  const all = [...pages];
  if (all.length > maxPages) {
    const message = `the site names ${all.length} pages; only the first ${maxPages} were read`;
    problems.push({ severity: 'skipped', where: all[maxPages] ?? '', message });
  }
  return all.slice(0, maxPages);
}

function addPage(address: string, origin: string, pages: Set<string>, problems: Problem[]): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.origin !== origin) {
    const message = `expected an address of ${origin}, got one of another site`;
    problems.push({ severity: 'skipped', where: address.slice(0, 200), message });
    return;
  }
  url.hash = '';
  pages.add(url.href);
}
