import type { ArticleInput } from '../articleInput.js';
import type { Problem } from '../problem.js';
import type { ExportedArticle, Vendor } from './exportedArticle.js';
import { createExportLinks } from './exportLinks.js';
import { safeMarkdown } from './htmlToMarkdown.js';
import { placeArticles } from './placeArticles.js';
import { rewriteAddresses } from './rewriteAddresses.js';

/** How articles of an export become articles here. */
export interface ConvertOptions {
  readonly defaultLocale: string;
  /** The address an image gets in the article `source`, for one with the absolute address `src`. Default: the same. */
  readonly image?: (src: string, source: string) => string;
  /** Called for texts of which only the words could be read. */
  readonly onProblem?: (problem: Problem) => void;
}

/** Articles with Markdown bodies; links between them are paths of their files, old ids and addresses are kept. */
export function convertArticles(
  vendor: Vendor,
  exported: readonly ExportedArticle[],
  { defaultLocale, image = src => src, onProblem }: ConvertOptions,
): ArticleInput[] {
  const placed = placeArticles(exported, defaultLocale);
  const links = createExportLinks(vendor, placed);
  return placed.map(article => {
    const { id, locale, source, exported: old } = article;
    const html = rewriteAddresses(old.html, {
      link: href => links.link(href, article),
      image: src => image(links.image(src, article), source),
    });
    const { markdown, wordsOnly } = safeMarkdown(html);
    if (wordsOnly) {
      const message = 'HTML that cannot be read: expected fewer levels, got only its words';
      onProblem?.({ severity: 'warning', where: old.where, path: old.path, message });
    }
    const { title, summary, section, tags, updated, audience } = old;
    const given = { summary, section, tags, updated, audience };
    return {
      id,
      locale,
      title: title.trim(),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      aliases: [...new Set([old.id, ...(old.aliases ?? [])])],
      ...(old.address === undefined ? {} : { addresses: addressesOf(old.address) }),
      body: markdown,
      source,
    };
  });
}

/** The address, and the same without the words behind the id: both lead to the article in all four help desks. */
function addressesOf(address: string): string[] {
  const short = /^[^?#]*\/\d+(?=-)/.exec(address)?.[0];
  return short === undefined ? [address] : [address, short];
}
