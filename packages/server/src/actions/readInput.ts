import type { ActionConfig, ActionInput, RunAction } from '@handrail/protocol';
import type { Explanation } from '@handrail/protocol/schema';
import { placesIn } from './placeholders.js';

/** Values by name, as flows have them. */
export type Values = RunAction['input'];

/** Before the name of what is known of a customer. */
export const CUSTOMER = 'customer.';

/** Characters a text of a flow may have unless the settings say otherwise. */
const MOST = 200;

/** What is wrong with what a flow sent; `null` when it is what the settings expect. */
export function checkInput({ input: expected = {} }: ActionConfig, given: Values): Explanation | null {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(expected, name)) continue;
    const names = Object.keys(expected);
    return {
      path: `/input/${name}`,
      expected: names.length > 0 ? `one of ${names.join(', ')}` : 'no input',
      got: 'a name the settings do not have',
    };
  }
  for (const [name, rule] of Object.entries(expected)) {
    const wanted = checkValue(rule, given[name]);
    if (wanted) return { path: `/input/${name}`, expected: wanted, got: kindOf(given[name]) };
  }
  return null;
}

/** What the address wants to know of the customer and nobody signed; `null` when it is all there. */
export function checkCustomer({ url }: ActionConfig, known: Readonly<Record<string, string>>): Explanation | null {
  const missing = placesIn(url).find(place => place.startsWith(CUSTOMER) && !known[place.slice(CUSTOMER.length)]);
  return missing === undefined
    ? null
    : { path: `/${missing.replace('.', '/')}`, expected: 'a claim of the signed identity', got: 'nothing' };
}

/** What was expected instead; `null` when the value fits. Values are customers' words and are never repeated. */
function checkValue(rule: ActionInput, value: Values[string] | undefined): string | null {
  const { type = 'string', pattern, most = MOST, required = true } = rule;
  if (value === undefined) return required ? `a ${type}` : null;
  if (typeof value !== type) return `a ${type}`;
  if (typeof value !== 'string') return null;
  if (value.length > most) return `at most ${most} characters`;
  return pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value) ? null : `text like ${pattern}`;
}

const kindOf = (value: unknown) =>
  value === undefined ? 'nothing' : typeof value === 'string' ? `a text of ${value.length} characters` : typeof value;
