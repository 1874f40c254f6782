import type { Block, Inline, Tree } from './nodes.js';

/** The words of inline nodes; an image gives its alternative text. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes.map(inlineNodeText).join('');
}

function inlineNodeText(node: Inline): string {
  if (typeof node === 'string') return node;
  switch (node.t) {
    case 'code':
      return node.v;
    case 'br':
      return '\n';
    case 'img':
      return node.alt;
    case 'noteref':
      return '';
    default:
      return inlineText(node.c);
  }
}

/** The words of a document, one block per line: for search, announcements, titles and e-mail. */
export function plainText(tree: Tree): string {
  return tree
    .map(blockText)
    .filter(text => text !== '')
    .join('\n');
}

function blockText(block: Block): string {
  switch (block.t) {
    case 'p':
    case 'h':
      return inlineText(block.c);
    case 'list':
      return block.items.map(plainText).join('\n');
    case 'table':
      return [block.head, ...block.rows].map(row => row.map(inlineText).join(' ')).join('\n');
    case 'pre':
      return block.v;
    case 'quote':
    case 'callout':
      return plainText(block.c);
    case 'video':
      return block.title;
    case 'hr':
      return '';
  }
}
