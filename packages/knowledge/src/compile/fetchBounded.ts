/** Limits of one request. */
export interface FetchLimits {
  /** Whether an address may be asked; asked again for each redirect. */
  readonly allow: (url: URL) => boolean;
  /** Default GET. */
  readonly method?: 'GET' | 'HEAD';
  /** Of the body; a longer one is cut off and refused. Default 10 MB. */
  readonly maxBytes?: number;
  /** For the whole of it, redirects included. Default 20,000 ms. */
  readonly timeoutMs?: number;
  /** Default 5. */
  readonly maxRedirects?: number;
  /** Default: the `fetch` of Node. */
  readonly fetch?: typeof fetch;
  /** Ends the request early. */
  readonly signal?: AbortSignal;
}

/** An answer, whatever its status, or why there is none. */
export type Fetched =
  | {
      readonly ok: true;
      readonly status: number;
      /** Where the last redirect led. */
      readonly url: string;
      /** Whether the server says that the address has changed for good (301, 308). */
      readonly moved: boolean;
      readonly type: string;
      readonly bytes: Uint8Array;
    }
  | { readonly ok: false; readonly reason: string };

const USER_AGENT = 'handrail-knowledge';

/** One request with limits on time, size, redirects and where they lead. Never throws. */
export async function fetchBounded(address: string, limits: FetchLimits): Promise<Fetched> {
  const { timeoutMs = 20_000, maxRedirects = 5, method = 'GET', fetch: get = fetch } = limits;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = limits.signal ? AbortSignal.any([timeout, limits.signal]) : timeout;
  let url = new URL(address);
  let moved = false;
  try {
    for (let hop = 0; hop <= maxRedirects; hop++) {
      if (!limits.allow(url))
        return { ok: false, reason: `${url.origin} is not among the addresses that may be asked` };
      const headers = { 'user-agent': USER_AGENT };
      const response = await get(url, { method, headers, redirect: 'manual', signal });
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (location === null) {
        const bytes = method === 'HEAD' ? new Uint8Array() : await readBody(response, limits.maxBytes ?? 10_000_000);
        if (bytes === null) return { ok: false, reason: `longer than ${limits.maxBytes ?? 10_000_000} bytes` };
        const type = response.headers.get('content-type') ?? '';
        return { ok: true, status: response.status, url: url.href, moved, type, bytes };
      }
      await response.body?.cancel();
      moved ||= response.status === 301 || response.status === 308;
      url = new URL(location, url);
    }
    return { ok: false, reason: `more than ${maxRedirects} redirects` };
  } catch (error) {
    return { ok: false, reason: timeout.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(error) };
  }
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
