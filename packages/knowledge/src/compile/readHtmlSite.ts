import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Problem } from './problem.js';
import { findPlace, placeOf } from './site/addresses.js';
import { createPageReader, type HtmlPage, type ReadPage } from './site/readPage.js';
import { type SiteResult, siteArticles } from './site/siteArticles.js';

/** How a built site is read. */
export interface ReadHtmlSiteOptions {
  /** Locale of pages that name none. Default `en`. */
  readonly defaultLocale?: string;
  /**
   * Where the site is published, with the path in front of all pages: `https://acme.example/docs/`. Links to it become
   * links between articles. Default: found from canonical addresses, else from the addresses of styles and scripts.
   */
  readonly address?: string;
  /** Bytes of a page above which it is refused. Default 5,000,000. */
  readonly maxPageBytes?: number;
}

/**
 * The articles of a built site: HTML pages in a folder, or given as they are. The main part of each page is found and
 * navigation, header, footer and banners are dropped; title, summary, language, date and chapter come from the page. Start
 * pages, lists, detours and doubles are passed over, each with its reason. Give `compile` the folder for the images.
 * Throws when the folder cannot be read or `address` is none; a page that cannot be read is a problem in the result.
 */
export async function readHtmlSite(
  site: string | readonly HtmlPage[],
  options: ReadHtmlSiteOptions = {},
): Promise<SiteResult> {
  const { defaultLocale = 'en', address, maxPageBytes = 5_000_000 } = options;
  const unread: Problem[] = [];
  const read = await createPageReader();
  const pages: ReadPage[] = [];
  if (typeof site !== 'string') for (const page of site) pages.push(read(page));
  else {
    for (const path of await listPages(site, '', unread)) {
      const page = await loadPage(site, path, maxPageBytes, unread);
      if (page) pages.push(read(page));
    }
  }
  const hasFile = (path: string) => typeof site === 'string' && existsSync(join(site, path));
  const known = pages.map(({ page, facts }) => ({ path: page.path, canonical: facts.canonical, assets: facts.assets }));
  const place = address === undefined ? findPlace(known, hasFile) : placeOf(address);
  const { articles, problems } = siteArticles(pages, place, defaultLocale);
  return { articles, problems: [...unread, ...problems] };
}

async function listPages(dir: string, below: string, problems: Problem[]): Promise<string[]> {
  const entries = await readdir(join(dir, below), { withFileTypes: true });
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = posix.join(below, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) {
      try {
        paths.push(...(await listPages(dir, path, problems)));
      } catch (error) {
        problems.push(unreadable(path, error));
      }
    } else if (/\.html?$/i.test(entry.name)) paths.push(path);
  }
  return paths;
}

async function loadPage(dir: string, path: string, most: number, problems: Problem[]): Promise<HtmlPage | null> {
  try {
    const { size } = await stat(join(dir, path));
    if (size <= most) return { path, html: new TextDecoder().decode(await readFile(join(dir, path))) };
    problems.push({
      severity: 'error',
      where: path,
      message: `page too large: expected at most ${most} bytes, got ${size}`,
    });
  } catch (error) {
    problems.push(unreadable(path, error));
  }
  return null;
}

function unreadable(path: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return { severity: 'error', where: path, message: `unreadable file: ${reason}` };
}
