import { cutText } from './cutText.js';
import { HandrailError } from './errors.js';
import type { Prefill } from './stores.js';

/** What a page knows of its customer. `null` takes one back. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** Attributes that are kept, characters of a name and of a value; the protocol's. */
const MOST = 30;
const NAME = 200;
const VALUE = 1_000;
const FIELDS = ['email', 'name', 'order', 'text'];

/** The attributes after the page said these. Throws `bad_request` with the path of what is none, or when there are too many. */
export function withAttributes(
  before: Readonly<Record<string, string>>,
  said: Attributes,
  method = 'setAttributes',
): Record<string, string> {
  const after = new Map(Object.entries(before));
  for (const [name, value] of expectObject(method, said)) {
    if (!['string', 'number', 'boolean'].includes(typeof value) && value !== null)
      throw wrongArgument(`${method}: /${name}`, 'a text, a number, true, false or null', value);
    if (value === null || value === '') after.delete(cutText(name, NAME));
    else after.set(cutText(name, NAME), cutText(String(value), VALUE));
  }
  if (after.size > MOST) throw wrongArgument(method, `at most ${MOST} attributes`, after.size);
  return Object.fromEntries(after);
}

/** What the contact form begins with after the page said this; an empty text or `null` takes one back. */
export function withPrefill(before: Prefill, said: Prefill): Prefill {
  const after: Record<string, string> = { ...before };
  for (const [name, value] of expectObject('prefill', said)) {
    if (!FIELDS.includes(name)) throw wrongArgument(`prefill: /${name}`, `one of ${FIELDS.join(', ')}`, name);
    if (typeof value !== 'string' && value !== null && value !== undefined)
      throw wrongArgument(`prefill: /${name}`, 'a text or null', value);
    if (value) after[name] = cutText(value, name === 'text' ? VALUE : NAME);
    else delete after[name];
  }
  return after;
}

/** Names and values of what should be an object. Throws `bad_request`. */
export function expectObject(method: string, said: unknown): [string, unknown][] {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) throw wrongArgument(method, 'an object', said);
  return Object.entries(said);
}

/** The error for an argument of a wrong kind: `bad_request` with where, what was expected and what was given. */
export function wrongArgument(where: string, expected: string, got: unknown): HandrailError {
  return new HandrailError('bad_request', `${where}: expected ${expected}, got ${showGiven(got)}.`);
}

/** What was given, in few characters; what JSON cannot say by its type. */
function showGiven(got: unknown): string {
  try {
    return cutText(JSON.stringify(got) ?? typeof got, 80);
  } catch {
    return typeof got;
  }
}
