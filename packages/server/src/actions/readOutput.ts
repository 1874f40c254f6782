import type { ActionConfig, ActionResult } from '@handrail/protocol';

/** Characters of a text that a flow gets. */
const MOST = 4000;

/** Results by name out of an endpoint's answer. What is not there, or is no single value, is left out. */
export function readOutput({ output }: ActionConfig, answer: unknown): ActionResult['values'] {
  const places = output
    ? Object.entries(output).map(([name, pointer]) => [name, at(answer, pointer)] as const)
    : Object.entries(isObject(answer) ? answer : {});
  const values: ActionResult['values'] = {};
  for (const [name, value] of places) {
    if (typeof value === 'string') values[name] = value.slice(0, MOST);
    else if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) values[name] = value;
  }
  return values;
}

/** What stands at a JSON pointer (RFC 6901). */
function at(value: unknown, pointer: string): unknown {
  let found = value;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
