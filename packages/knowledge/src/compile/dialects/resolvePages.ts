import { posix } from 'node:path';
import { pagePath } from './placeNames.js';

/** What is known of a page for links to it. */
export interface KnownPage {
  readonly source: string;
  readonly locale: string;
  /** From the root of the built site on. */
  readonly address: string;
  readonly anchors: ReadonlyMap<string, string>;
}

/** Gives a link in a page the form all folders have: the path of the other file, and the section's id here. */
export type ResolvePage = (href: string, from: KnownPage) => string;

/** Knows the pages of a project by file and by address; links that lead to none stay as they are. */
export function createPageResolver(pages: readonly KnownPage[]): ResolvePage {
  const files = new Map(pages.map(page => [pagePath(page.source).toLowerCase(), page]));
  const addresses = new Map(pages.map(page => [`${page.locale} ${key(page.address)}`, page]));

  function find(path: string, from: KnownPage): KnownPage | undefined {
    const folder = posix.dirname(from.source);
    const file = pagePath(posix.normalize(posix.join(path.startsWith('/') ? '' : folder, path)).replace(/\/$/, ''));
    const byFile = path.startsWith('/') ? undefined : files.get(file.replace(/^\.$/, '').toLowerCase());
    if (byFile) return byFile;
    const bases = [from.address, `${from.address}/`];
    const paths = path.startsWith('/')
      ? [path]
      : bases.map(base => new URL(encodeURI(path), `http://x${base}`).pathname);
    return paths.map(each => addresses.get(`${from.locale} ${key(decode(each))}`)).find(page => page !== undefined);
  }

  return (href, from) => {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return href;
    const [, path = '', hash = ''] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(href) ?? [];
    const page = path === '' ? from : find(decode(path), from);
    if (!page) return href;
    const anchor = hash === '' ? '' : `#${page.anchors.get(decode(hash)) ?? decode(hash)}`;
    if (path === '') return anchor === '' ? href : anchor;
    return `${encodeSpaces(posix.relative(posix.dirname(from.source), page.source))}${anchor}`;
  };
}

function key(address: string): string {
  return pagePath(address.replace(/\.html$/i, '').replace(/\/$/, ''))
    .replace(/\/$/, '')
    .toLowerCase();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const encodeSpaces = (path: string): string => path.replaceAll(' ', '%20');
