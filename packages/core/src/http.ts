import { ERROR_CODES, type ErrorCodeName, type Problem } from '@handrail/protocol';
import type { Environment, FetchLike, ResponseLike } from './environment.js';
import { HandrailError } from './errors.js';

type Fetching = Pick<Environment, 'fetch'>;

/** Posts JSON; throws a {@link HandrailError} with the server's own code. */
export function postJson(
  { fetch }: Fetching,
  url: string,
  body: unknown,
  { headers, ...more }: { headers?: Record<string, string>; signal?: never } = {},
): Promise<unknown> {
  const all = { 'content-type': 'application/json', ...headers };
  return answer(fetch(url, { method: 'POST', headers: all, body: JSON.stringify(body), ...more }));
}

/** Reads JSON. */
export function getJson(
  { fetch }: Fetching,
  url: string,
  ...init: Parameters<FetchLike> extends [string, ...infer Rest] ? Rest : never
): Promise<unknown> {
  return answer(fetch(url, ...init));
}

async function answer(asked: Promise<ResponseLike>): Promise<unknown> {
  const response = await asked.catch((cause: unknown) => {
    throw new HandrailError('offline', undefined, { cause });
  });
  if (!response.ok) throw await asError(response);
  const value: unknown = await response.json().catch(() => null);
  if (typeof value === 'object' && value !== null) return value;
  // A proxy or a sign-in page of the network answered instead of the server.
  throw new HandrailError('internal', `HTTP ${response.status}: expected a JSON object, got something else.`);
}

/** What a response that is not `ok` says. */
export async function asError(response: ResponseLike): Promise<HandrailError> {
  const value: unknown = await response.json().catch(() => null);
  const retryAfter = secondsOf(response.headers.get('retry-after'));
  const problem = (value as { error?: Problem } | null)?.error;
  if (problem) return HandrailError.from({ ...(retryAfter === undefined ? {} : { retryAfter }), ...problem });
  return new HandrailError(codeOf(response.status), `HTTP ${response.status}`, { retryAfter });
}

/** What a status means when the body does not say: something between client and server answered. */
function codeOf(status: number): ErrorCodeName {
  if (status === 404) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 408) return 'timeout';
  const codes = Object.keys(ERROR_CODES) as ErrorCodeName[];
  return codes.find(code => ERROR_CODES[code].status === status) ?? (status < 500 ? 'bad_request' : 'internal');
}

/** `Retry-After` in seconds; its date form is left to the backoff. */
function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}
