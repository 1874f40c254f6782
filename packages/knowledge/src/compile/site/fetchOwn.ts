import { gunzipSync } from 'node:zlib';

/** What fetching needs. */
export interface FetchOwnOptions {
  readonly fetch: typeof fetch;
  readonly origin: string;
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** May it be asked for; also decides about where redirects lead. */
  readonly isAllowed: (url: string) => boolean;
}

/** A document of the site, or why there is none. */
export type Fetched =
  | { readonly ok: true; readonly url: string; readonly text: string; readonly isHtml: boolean }
  | { readonly ok: false; readonly severity: 'error' | 'skipped'; readonly reason: string; readonly status?: number };

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const TEXT = /^(?:text\/|application\/(?:xhtml\+xml|xml|x?gzip|octet-stream|rss\+xml))/i;

/** Fetches from one origin only: a redirect that leaves it, or leads on for ever, is refused. Never rejects. */
export async function fetchOwn(url: string, options: FetchOwnOptions): Promise<Fetched> {
  const stop = AbortSignal.timeout(options.timeoutMs);
  let at = url;
  try {
    for (let steps = 0; steps <= MOST_REDIRECTS; steps += 1) {
      if (new URL(at).origin !== options.origin) return refuse('skipped', `it leads to another site, ${at}`);
      if (!options.isAllowed(at)) return refuse('skipped', `robots.txt disallows ${at}`);
      const headers = { 'user-agent': options.userAgent, accept: 'text/html, application/xml;q=0.9, text/plain;q=0.8' };
      const response = await options.fetch(at, { redirect: 'manual', signal: stop, headers });
      const location = response.headers.get('location');
      if (!REDIRECTS.has(response.status) || location === null) return await take(response, at, options);
      await response.body?.cancel();
      if (!URL.canParse(location, at)) return refuse('error', `expected an address to lead on to, got ${location}`);
      at = new URL(location, at).href;
    }
    return refuse('error', `expected at most ${MOST_REDIRECTS} redirects, got more; the last led to ${at}`);
  } catch (error) {
    const late = `no answer within ${options.timeoutMs} ms`;
    return refuse('error', stop.aborted ? late : `could not be fetched: ${reasonOf(error)}`);
  }
}

async function take(response: Response, url: string, { maxBytes }: FetchOwnOptions): Promise<Fetched> {
  const kind = response.headers.get('content-type') ?? '';
  const isWanted = response.ok && (TEXT.test(kind) || kind === '');
  if (!isWanted) {
    await response.body?.cancel();
    if (!response.ok) {
      return { ...refuse('error', `expected status 200, got ${response.status}`), status: response.status };
    }
    return refuse('skipped', `expected a page, got ${kind}`);
  }
  const bytes = await readUpTo(response, maxBytes);
  if (bytes === null) return refuse('error', `too large: expected at most ${maxBytes} bytes`);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes;
  const charset = /charset=["']?([\w-]+)/i.exec(kind)?.[1] ?? charsetIn(plain);
  return { ok: true, url, text: decoder(charset).decode(plain), isHtml: /html/i.test(kind) };
}

/** Stops at the limit, whatever the header said. */
async function readUpTo(response: Response, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return new Uint8Array(Buffer.concat(parts));
    size += next.value.length;
    if (size > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(next.value);
  }
}

/** What a page says itself, in its first kilobyte as HTML asks. */
function charsetIn(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1] ?? 'utf-8';
}

function decoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

function refuse(severity: 'error' | 'skipped', reason: string): Extract<Fetched, { ok: false }> {
  return { ok: false, severity, reason };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
