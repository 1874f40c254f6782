import type { Block, Inline, Tree } from '@handrail/content';

/** A node of a tree: a block, or what stands inside one. */
export type AnyNode = Block | Exclude<Inline, string>;

/** All nodes of a tree at any depth, in reading order. */
export function nodesOf(tree: Tree): AnyNode[] {
  const found: AnyNode[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      if ('t' in value) found.push(value as AnyNode);
      Object.values(value).forEach(walk);
    }
  };
  walk(tree);
  return found;
}
