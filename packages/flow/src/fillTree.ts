import type { Tree } from '@handrail/content';
import type { FlowValue } from './schema.js';

const PLACEHOLDER = /\{(\w+)\}/g;

/** Names between braces in a text: `{name}`. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(match => match[1] ?? '');
}

/**
 * The tree with `{name}` replaced by values, in text only: never in addresses or code, and values stay text, so a
 * customer's words cannot become markup. A variable without a value gives nothing.
 */
export function fillTree(tree: Tree, vars: Readonly<Record<string, FlowValue>>): Tree {
  const fill = (text: string) => text.replace(PLACEHOLDER, (_, name: string) => String(vars[name] ?? ''));
  // In a tree, a string that is a member of an array is text; addresses, code and kinds are named properties.
  return JSON.parse(JSON.stringify(tree), (key, value) =>
    typeof value === 'string' && /^\d/.test(key) ? fill(value) : value,
  );
}
