import type { Block, Inline, Tree } from '@handrail/content';
import type { FlowValue } from './schema.js';

const PLACEHOLDER = /\{(\w+)\}/g;

/** Names between braces in a text: `{name}`. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(match => match[1] ?? '');
}

/**
 * The tree with `{name}` replaced by values, in text only: never in addresses, and values stay text, so a customer's
 * words cannot become markup. A variable without a value gives nothing.
 */
export function fillTree(tree: Tree, vars: Readonly<Record<string, FlowValue>>): Tree {
  const text = (value: string) => value.replace(PLACEHOLDER, (_, name: string) => String(vars[name] ?? ''));
  const inline = (node: Inline): Inline => {
    if (typeof node === 'string') return text(node);
    return 'c' in node ? { ...node, c: node.c.map(inline) } : node;
  };
  const block = (node: Block): Block => {
    switch (node.t) {
      case 'p':
      case 'h':
        return { ...node, c: node.c.map(inline) };
      case 'quote':
      case 'callout':
        return { ...node, c: node.c.map(block) };
      case 'list':
        return { ...node, items: node.items.map(item => item.map(block)) };
      default:
        return node;
    }
  };
  return tree.map(block);
}
