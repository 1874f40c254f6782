import { posix } from 'node:path';
import type { ArticleInput } from './articleInput.js';

/** Where a link in an article leads. */
export type ResolvedLink =
  | { readonly kind: 'article'; readonly article: string; readonly section?: string }
  | { readonly kind: 'outside'; readonly href: string }
  | { readonly kind: 'broken'; readonly expected: string };

/** Finds the article behind a link: by `article:<id>`, by file path, or by `#section` of the article itself. */
export type ResolveLink = (href: string, from: ArticleInput) => ResolvedLink;

const PAGE = /(?:\/(?:index|readme))?\.(?:md|mdx|markdown)$|\/$/i;

/** Knows all articles of one locale. */
export function createLinkResolver(articles: readonly ArticleInput[]): ResolveLink {
  const ids = new Set(articles.map(article => article.id));
  const bySource = new Map(articles.flatMap(({ id, source }) => (source === undefined ? [] : [[pageKey(source), id]])));

  return (href, from) => {
    const [path = '', anchor] = href.split('#', 2);
    const section = anchor ? { section: decode(anchor) } : {};
    if (href.startsWith('#')) return { kind: 'article', article: from.id, ...section };
    if (/^article:/i.test(path)) {
      const id = decode(path.slice('article:'.length));
      return ids.has(id) ? { kind: 'article', article: id, ...section } : broken(`an article with the id "${id}"`);
    }
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) return { kind: 'outside', href };
    const file = decode(path.split('?', 1)[0] ?? '');
    const at = file.startsWith('/') ? file.slice(1) : posix.join(posix.dirname(from.source ?? ''), file);
    const found = bySource.get(pageKey(at)) ?? (ids.has(pageKey(at)) ? pageKey(at) : undefined);
    if (found !== undefined) return { kind: 'article', article: found, ...section };
    return /\.(?:md|mdx|markdown)$/i.test(file) ? broken(`a file ${at} among the articles`) : { kind: 'outside', href };
  };
}

function pageKey(path: string): string {
  return posix.normalize(path).replace(PAGE, '').toLowerCase();
}

function broken(expected: string): ResolvedLink {
  return { kind: 'broken', expected };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
