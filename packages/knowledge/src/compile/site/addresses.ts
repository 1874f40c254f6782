/** Where the pages of a site are published. */
export interface SitePlace {
  /** `https://docs.example.com`, when known. */
  readonly origin: string | undefined;
  /** Path in front of all pages, `/` or `/docs/`. */
  readonly base: string;
}

/** The place named by an address. Throws for what is no http address. */
export function placeOf(address: string): SitePlace {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`readHtmlSite: expected an http address, got ${address}`);
  return { origin: url.origin, base: url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/` };
}

/** A page's path without what servers add: `guide/index.html`, `guide/` and `guide` are `guide`. */
export function pageKey(path: string): string {
  return path
    .replace(/^\/+/, '')
    .replace(/(?:^|\/)index\.html?$|\.html?$/i, '')
    .replace(/\/+$/, '');
}

/** Path below the base of an address on the site; `undefined` for one elsewhere. `at` is what it is relative to. */
export function pathOnSite(address: string, at: string, { origin, base }: SitePlace): string | undefined {
  const inside = origin ?? 'https://site.invalid';
  const from = `${inside}${base}${at}`;
  const url = URL.canParse(address, from) ? new URL(address, from) : undefined;
  if (!url || (origin !== undefined && url.origin !== origin)) return undefined;
  // Without a known origin, an absolute address may be the site's own: only its path can tell.
  const path = decode(url.pathname);
  return path.startsWith(base) ? path.slice(base.length) : `${path}/`.startsWith(base) ? '' : undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The place of a built site. The address of a page is its canonical one, so what stands before the page's own path is the
 * base; else the base is the folder that the pages ask their styles from and that is not in the site.
 */
export function findPlace(
  pages: readonly {
    readonly path: string;
    readonly canonical: string | undefined;
    readonly assets: readonly string[];
  }[],
  hasFile: (path: string) => boolean,
): SitePlace {
  const told = pages.flatMap(({ path, canonical }) => {
    if (canonical === undefined || !/^https?:/i.test(canonical) || !URL.canParse(canonical)) return [];
    const url = new URL(canonical);
    const key = pageKey(path);
    const end = url.pathname.replace(/(?:index)?\.html?$/i, '').replace(/\/$/, '');
    return end === key || end.endsWith(`/${key}`) || key === ''
      ? [JSON.stringify({ origin: url.origin, base: `${end.slice(0, end.length - key.length).replace(/\/$/, '')}/` })]
      : [];
  });
  const canonical = most(told);
  if (canonical !== undefined) return JSON.parse(canonical) as SitePlace;
  const bases = pages.flatMap(({ assets }) =>
    assets.flatMap(asset => {
      const parts = asset.split('/').slice(1);
      const skipped = parts.findIndex((_, at) => hasFile(parts.slice(at).join('/')));
      return skipped < 0 ? [] : [`/${parts.slice(0, skipped).join('/')}${skipped === 0 ? '' : '/'}`];
    }),
  );
  return { origin: undefined, base: most(bases) ?? '/' };
}

function most(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
