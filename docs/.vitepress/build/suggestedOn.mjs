import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { markdownIn } from './markdownIn.mjs';

const LINK = /\]\(([\w./-]+)\.md(?:#[^)]*)?\)/g;

/** Articles the panel suggests on one page, at most. */
const MOST = 3;

/**
 * Where each article is suggested: on the pages that lead to it among their first links.
 * @param {string} folder with the site's Markdown
 * @param {string} base path of the site, such as `/docs/`
 * @returns {Map<string, string[]>} addresses of pages by the article's id
 */
export function suggestedOn(folder, base) {
  const found = new Map();
  for (const path of markdownIn(folder)) {
    const page = path.replace(/\.md$/, '');
    const ids = [...readFileSync(folder + path, 'utf8').matchAll(LINK)].map(([, href]) =>
      posix.join(posix.dirname(path), href),
    );
    for (const id of [...new Set(ids)].filter(id => id !== page && id !== 'index').slice(0, MOST))
      found.set(id, [...(found.get(id) ?? []), base + page]);
  }
  return found;
}
