import { posix } from 'node:path';
import type { ArticleInput } from './articleInput.js';

/** Where a link in an article leads. */
export type ResolvedLink =
  | { readonly kind: 'article'; readonly article: string; readonly section?: string }
  | { readonly kind: 'outside'; readonly href: string }
  | { readonly kind: 'broken'; readonly expected: string };

/**
 * Finds the article behind a link: by `article:<id>`, by an address it was published under, by file path, or by
 * `#section` of the article itself.
 */
export type ResolveLink = (href: string, from: ArticleInput) => ResolvedLink;

const PAGE = /(?:\/(?:index|readme))?\.(?:md|mdx|markdown|html?)$|\/$/i;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:|^\/\//i;
const WEB = /^https?:\/\//i;

/** Knows all articles of one locale. */
export function createLinkResolver(articles: readonly ArticleInput[]): ResolveLink {
  const ids = new Set(articles.map(article => article.id));
  const bySource = new Map(articles.flatMap(({ id, source }) => (source === undefined ? [] : [[pageKey(source), id]])));
  const byAddress = addressesOf(articles);

  return (href, from) => {
    const [path = '', anchor] = href.split('#', 2);
    const section = anchor ? { section: decode(anchor) } : {};
    if (href.startsWith('#')) return { kind: 'article', article: from.id, ...section };
    if (/^article:/i.test(path)) {
      const id = decode(path.slice('article:'.length));
      return ids.has(id) ? { kind: 'article', article: id, ...section } : broken(`an article with the id "${id}"`);
    }
    const published = keysOf(path, from)
      .map(key => byAddress.get(key))
      .find(id => id !== undefined);
    if (published !== undefined) return { kind: 'article', article: published, ...section };
    if (HAS_SCHEME.test(path)) return { kind: 'outside', href };
    const file = decode(path.split('?', 1)[0] ?? '');
    const at = file.startsWith('/') ? file.slice(1) : posix.join(posix.dirname(from.source ?? ''), file);
    const found = bySource.get(pageKey(at)) ?? (ids.has(pageKey(at)) ? pageKey(at) : undefined);
    if (found !== undefined) return { kind: 'article', article: found, ...section };
    if (/\.(?:md|mdx|markdown)$/i.test(file)) return broken(`a file ${at} among the articles`);
    return { kind: 'outside', href: absolute(href, from) };
  };
}

/** Keys of all addresses; an absolute one also counts by its path, after those given as paths. */
function addressesOf(articles: readonly ArticleInput[]): ReadonlyMap<string, string> {
  const all = articles.flatMap(({ id, addresses = [] }) => addresses.map(address => ({ id, address })));
  const byAddress = new Map<string, string>();
  const add = (address: string, id: string) => {
    const key = addressKey(address);
    if (key !== '' && !byAddress.has(key)) byAddress.set(key, id);
  };
  for (const { id, address } of all) add(address, id);
  for (const { id, address } of all) if (WEB.test(address)) add(pathOf(address), id);
  return byAddress;
}

/** What an address may be known by, the narrowest first: a tracking query or another host's name must not hide it. */
function keysOf(path: string, from: ArticleInput): string[] {
  const whole = absolute(path, from);
  const isRelative = !HAS_SCHEME.test(path);
  const addresses = isRelative && path.startsWith('/') ? [whole, path] : [whole];
  return addresses.flatMap(address => [addressKey(address), addressKey(address.split('?', 1)[0] ?? '')]);
}

/** A relative link of an article that was published elsewhere, as an address of that site. */
function absolute(href: string, { addresses = [] }: ArticleInput): string {
  if (WEB.test(href)) return href;
  const base = addresses.find(address => WEB.test(address));
  if (base === undefined || (HAS_SCHEME.test(href) && !href.startsWith('//'))) return href;
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}

function pathOf(address: string): string {
  return address.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
}

/** The same for `http` and `https`, with and without `www.`, `index.html`, `.html`, a last slash, or a section. */
function addressKey(address: string): string {
  const [plain = ''] = decode(address.trim()).split('#', 1);
  const host = /^(?:https?:)?\/\/(?:www\.)?([^/?#]*)/i.exec(plain);
  const [path = '', query] = plain.slice(host?.[0].length ?? 0).split('?', 2);
  if (!host && !path.startsWith('/')) return '';
  const page = posix
    .normalize(`${path || '/'}`)
    .replace(/(?:\/index)?\.(?:html?|md)$/i, '')
    .replace(/\/+$/, '');
  return `${host?.[1]?.toLowerCase() ?? ''}${page.toLowerCase()}/${query ? `?${query}` : ''}`;
}

function pageKey(path: string): string {
  const key = posix.normalize(path).replace(PAGE, '').toLowerCase();
  return /^(?:\.|index|readme)$/.test(key) ? '' : key;
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
