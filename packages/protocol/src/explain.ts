import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { shorten, showValue } from './showValue.js';

/** One thing that is wrong with a value: where, what was expected, what was there. */
export interface Explanation {
  /** JSON pointer; empty for the value itself. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

/** Longest path given; keys are the sender's own. */
const MOST_PATH = 200;

/**
 * What is wrong with a value, most specific first; empty when it passes.
 * @param limit how many to give; default 5
 */
export function explain(schema: TSchema, value: unknown, limit = 5): Explanation[] {
  const found: Explanation[] = [];
  const seen = new Set<string>();
  for (const error of Value.Errors(schema, value)) {
    const { path, expected } = describe(
      error.instancePath,
      error.keyword,
      error.params as Record<string, unknown>,
      error.message,
    );
    if (seen.has(path + expected)) continue;
    seen.add(path + expected);
    found.push({ path: shorten(path, MOST_PATH), expected, got: gotAt(value, path) });
  }
  return found.sort((a, b) => b.path.length - a.path.length).slice(0, limit);
}

function describe(path: string, keyword: string, params: Record<string, unknown>, message: string) {
  const first = (list: unknown) => (Array.isArray(list) ? String(list[0]) : '');
  if (keyword === 'required') return { path: `${path}/${first(params.requiredProperties)}`, expected: 'a value' };
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    return {
      path: `${path}/${first(params.additionalProperties ?? params.unevaluatedProperties)}`,
      expected: 'no such field',
    };
  }
  // A field no schema names is checked against the schema `false`.
  if (keyword === 'boolean') return { path, expected: 'no such field' };
  if (keyword === 'type') return { path, expected: String(params.type) };
  if (keyword === 'const') return { path, expected: JSON.stringify(params.allowedValue) };
  if (keyword === 'enum') return { path, expected: `one of ${(params.allowedValues as unknown[]).join(', ')}` };
  if (keyword === 'pattern') return { path, expected: `text like ${String(params.pattern)}` };
  return { path, expected: message.replace(/^must /, '') };
}

function gotAt(value: unknown, path: string): string {
  let here: unknown = value;
  for (const part of path.split('/').slice(1)) {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return 'nothing';
    here = (here as Record<string, unknown>)[key];
  }
  return showValue(here);
}
