import type { ActionConfig, RunAction } from '@handrail/protocol';
import { fillPlaces, placesIn } from './placeholders.js';
import { CUSTOMER } from './readInput.js';
import type { OutsideRequest } from './safeFetch.js';

/** Seconds an endpoint may take unless the settings say otherwise. */
const TIMEOUT = 8;

/** Bytes of an endpoint's answer that are read. */
const MOST_BYTES = 64 * 1024;

/** The request an action stands for. The input was checked. */
export function makeRequest(
  action: ActionConfig,
  { id, input }: Pick<RunAction, 'id' | 'input'>,
  customer: Readonly<Record<string, string>>,
): OutsideRequest {
  const { method = 'GET', timeout = TIMEOUT } = action;
  const used = new Set(placesIn(action.url));
  const filled = fillPlaces(action.url, name =>
    name.startsWith(CUSTOMER) ? (customer[name.slice(CUSTOMER.length)] ?? '') : String(input[name] ?? ''),
  );
  const url = new URL(filled);
  const rest = Object.entries(input).filter(([name]) => !used.has(name));
  const inQuery = method === 'GET' || method === 'DELETE';
  if (inQuery) for (const [name, value] of rest) url.searchParams.set(name, String(value));
  return {
    method,
    url,
    headers: {
      accept: 'application/json',
      ...(inQuery ? {} : { 'content-type': 'application/json', 'idempotency-key': id }),
      ...action.headers,
    },
    body: inQuery ? undefined : JSON.stringify(Object.fromEntries(rest)),
    timeout: timeout * 1000,
    most: MOST_BYTES,
    private: action.private ?? false,
  };
}
