import { ERROR_CODES, type ErrorCodeName, type Problem } from '@handrail/protocol';
import type { Environment, ResponseLike } from './environment.js';
import { HandrailError } from './errors.js';

type Fetching = Pick<Environment, 'fetch'>;

/** Posts JSON; throws a {@link HandrailError} with the server's own code. */
export function postJson({ fetch }: Fetching, url: string, body: unknown): Promise<unknown> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return answer(fetch(url, init));
}

/** Reads JSON. */
export function getJson({ fetch }: Fetching, url: string): Promise<unknown> {
  return answer(fetch(url));
}

async function answer(asked: Promise<ResponseLike>): Promise<unknown> {
  const response = await asked.catch((cause: unknown) => {
    throw new HandrailError('offline', undefined, { cause });
  });
  const value = await response.json().catch(() => null);
  if (response.ok) return value;
  const problem = (value as { error?: Problem } | null)?.error;
  throw problem ? HandrailError.from(problem) : new HandrailError(codeOf(response.status), `HTTP ${response.status}`);
}

function codeOf(status: number): ErrorCodeName {
  const codes = Object.keys(ERROR_CODES) as ErrorCodeName[];
  return codes.find(code => ERROR_CODES[code].status === status) ?? 'internal';
}
