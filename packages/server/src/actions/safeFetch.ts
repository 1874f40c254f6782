import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, type RequestInit, request, fetch as streamingFetch } from 'undici';
import { isPublicAddress } from './isPublicAddress.js';

/** A request to somewhere outside. */
export interface OutsideRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Milliseconds until the answer is there, body included. */
  readonly timeout: number;
  /** Bytes the answer may have. */
  readonly most: number;
  /** Private addresses may be reached. */
  readonly private: boolean;
}

/** What came back. */
export interface OutsideAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Why nothing came back. */
export type OutsideFailure = 'private_address' | 'timeout' | 'too_large' | 'unreachable';

/** A request that brought nothing. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  constructor(
    readonly failure: OutsideFailure,
    options?: ErrorOptions,
  ) {
    super(failure, options);
  }
}

/** The way out of the server; every request to an address of somebody else goes here. */
export interface SafeFetch {
  (request: OutsideRequest): Promise<OutsideAnswer>;
  /** The same for an answer that is read while it comes. Its `signal` is the only limit. */
  stream(url: URL, init: RequestInit, mayBePrivate: boolean): Promise<Response>;
  close(): Promise<void>;
}

/**
 * Names are resolved once, in the connection itself, and every address they have is checked, so that what is checked is
 * what is reached. Redirects are not followed: an answer of 3xx is an answer.
 * @param resolve how names become addresses. Default: the system's
 */
export function createSafeFetch(resolve: LookupFunction = lookup as LookupFunction): SafeFetch {
  const open = new Agent({ connect: { lookup: resolve } });
  const guarded = new Agent({ connect: { lookup: onlyPublic(resolve) } });

  function wayTo(url: URL, mayBePrivate: boolean): Dispatcher {
    // An address that is written out is never looked up.
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!mayBePrivate && isIP(host) && !isPublicAddress(host)) throw new OutsideError('private_address');
    return mayBePrivate ? open : guarded;
  }

  async function fetchSafely({ url, timeout, most, private: mayBePrivate, ...options }: OutsideRequest) {
    const dispatcher = wayTo(url, mayBePrivate);
    const signal = AbortSignal.timeout(timeout);
    try {
      const answer = await request(url, {
        ...options,
        body: options.body ?? null,
        dispatcher,
        signal,
      });
      const type = String(answer.headers['content-type'] ?? '');
      return { status: answer.statusCode, type, text: await readText(answer.body, most) };
    } catch (error) {
      throw failureOf(error, signal.aborted);
    }
  }

  async function stream(url: URL, init: RequestInit, mayBePrivate: boolean): Promise<Response> {
    const dispatcher = wayTo(url, mayBePrivate);
    try {
      return (await streamingFetch(url, { ...init, redirect: 'manual', dispatcher })) as unknown as Response;
    } catch (error) {
      throw failureOf(error, init.signal?.aborted ?? false);
    }
  }

  return Object.assign(fetchSafely, {
    stream,
    close: async () => void (await Promise.all([open.destroy(), guarded.destroy()])),
  });
}

/** Refuses a name as soon as one of its addresses is not public. */
function onlyPublic(resolve: LookupFunction): LookupFunction {
  return (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, found, family) => {
      if (error) return callback(error, found, family);
      const addresses = typeof found === 'string' ? [{ address: found, family: family ?? isIP(found) }] : found;
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !isPublicAddress(address))) {
        return callback(new OutsideError('private_address'), '', 0);
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
}

async function readText(body: AsyncIterable<Buffer>, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > most) throw new OutsideError('too_large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function failureOf(error: unknown, timedOut: boolean): OutsideError {
  for (let one: unknown = error; one instanceof Error; one = one.cause) if (one instanceof OutsideError) return one;
  return new OutsideError(timedOut ? 'timeout' : 'unreachable', { cause: error });
}
