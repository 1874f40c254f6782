import { fetchBounded } from '../fetchBounded.js';
import { hashOf } from '../hash.js';
import { mapBounded } from '../mapBounded.js';
import { isPublicName } from '../publicName.js';

/** Which images may be fetched, and how many bytes of them. */
export interface DownloadOptions {
  /** Host patterns: `cdn.example.com`, `*.example.com`. */
  readonly hosts: readonly string[];
  /** Hosts the user named: these may be asked over http, too. */
  readonly namedHosts?: readonly string[];
  /** Of one image. Default 10 MB. */
  readonly maxBytes?: number;
  /** Requests at once. Default 4. */
  readonly atOnce?: number;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
  /** Called after each image. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** An image, or why it was not fetched. */
export type Downloaded =
  | { readonly src: string; readonly path: string; readonly bytes: Uint8Array }
  | { readonly src: string; readonly refused: string };

const KINDS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/svg+xml': '.svg',
};

/** Fetches images from the hosts allowed, each once; `path` is `images/<hash>.<kind>`. Never throws. */
export async function downloadImages(sources: readonly string[], options: DownloadOptions): Promise<Downloaded[]> {
  const all = [...new Set(sources)];
  let done = 0;
  return mapBounded(all, options.atOnce ?? 4, async src => {
    const image = await download(src, options);
    options.onProgress?.(++done, all.length);
    return image;
  });
}

async function download(src: string, options: DownloadOptions): Promise<Downloaded> {
  if (!URL.canParse(src)) return { src, refused: 'expected an absolute address' };
  const { maxBytes, fetch, signal } = options;
  const limits = Object.fromEntries(
    Object.entries({ maxBytes, fetch, signal }).filter(([, value]) => value !== undefined),
  );
  const found = await fetchBounded(src, { ...limits, allow: url => mayAsk(url, options) });
  if (!found.ok) return { src, refused: found.reason };
  if (found.status !== 200) return { src, refused: `expected status 200, got ${found.status}` };
  const kind = KINDS[found.type.split(';', 1)[0]?.trim().toLowerCase() ?? ''];
  if (kind === undefined) return { src, refused: `expected an image, got ${found.type || 'no content type'}` };
  return { src, path: `images/${hashOf(found.bytes, 12)}${kind}`, bytes: found.bytes };
}

function mayAsk(url: URL, { hosts, namedHosts = [] }: DownloadOptions): boolean {
  if (namedHosts.includes(url.host) || namedHosts.includes(url.hostname)) return /^https?:$/.test(url.protocol);
  // An export is data from outside: it must not make this machine ask its own network.
  if (url.protocol !== 'https:' || url.port !== '' || !isPublicName(url.hostname)) return false;
  return hosts.some(host =>
    host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host.toLowerCase(),
  );
}
