import type { Attribute } from '@handrail/protocol';
import { cutText } from '../cutText.js';
import { HandrailError } from '../errors.js';

/** A customer as the page knows them. What stands beside `id` is shown to the team as not verified. */
export interface Person {
  /** The `sub` of the token; 1 to 200 characters. */
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  /** Anything else worth knowing; at most 20 with name and e-mail, 200 characters each. */
  readonly [attribute: string]: string | number | boolean | null | undefined;
}

/**
 * Why a token is asked for. `identify`: the page named somebody. `expiring`: the session ends soon. `expired`: it has ended, or
 * the server does not know it any more. `refused`: the token before was not believed.
 */
export type TokenReason = 'identify' | 'expiring' | 'expired' | 'refused';

/** How it is proved who the customer is. */
export interface IdentifyOptions {
  /**
   * Fetches a token from the site's own backend, a JWT it signed for whoever is signed in there. A rejection is told as an
   * `error` event and tried again after a while.
   */
  readonly getToken: (asked: { readonly reason: TokenReason }) => Promise<string> | string;
}

/**
 * Who the customer is. `checking`: a token is asked for. `verified`: the server believed one. `failed`: it did not, and
 * nothing is tried any more.
 */
export interface IdentityState {
  readonly id: string;
  readonly state: 'checking' | 'verified' | 'failed';
  /** What the page said; not verified. */
  readonly attributes: readonly Attribute[];
  /** What the token said, once there was one. */
  readonly signed: readonly Attribute[];
}

/** Attributes taken of a page, and characters of a name and of a value: a story must fit a frame. */
const MOST = 20;
const LONGEST = 200;

/** Checks what `identify` was given. Throws `bad_request`, naming the field, what was expected and what was given. */
export function readPerson(
  person: Person,
  options: IdentifyOptions,
): { id: string; attributes: readonly Attribute[]; getToken: IdentifyOptions['getToken'] } {
  const { id, ...rest } = (person ?? {}) as Person;
  if (typeof id !== 'string' || id.trim() === '' || id.length > LONGEST) {
    throw wrong('id', `text of 1 to ${LONGEST} characters`, typeof id === 'string' ? `${id.length}` : typeof id);
  }
  const getToken = options?.getToken;
  if (typeof getToken !== 'function') throw wrong('getToken', 'a function', typeof getToken);
  const attributes = Object.entries(rest).flatMap(([name, value]): Attribute[] => {
    if (!['string', 'number', 'boolean'].includes(typeof value) || value === '') return [];
    return [{ name: cutText(name, LONGEST), value: cutText(String(value), LONGEST), verified: false }];
  });
  return { id, attributes: attributes.slice(0, MOST), getToken };
}

function wrong(field: string, expected: string, got: string): HandrailError {
  return new HandrailError('bad_request', `identify: \`${field}\` should be ${expected}, got ${got}.`);
}
