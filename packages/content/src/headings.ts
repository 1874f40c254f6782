import type { Block } from './nodes.js';
import { inlineText } from './plainText.js';
import type { Heading } from './reading.js';

/** Every heading of a document in reading order, also those inside lists, quotes and callouts. */
export function headingsOf(blocks: readonly Block[]): Heading[] {
  return blocks.flatMap(block => {
    if (block.t === 'h') return [{ level: block.level, id: block.id, text: inlineText(block.c) }];
    if (block.t === 'list') return block.items.flatMap(headingsOf);
    return block.t === 'quote' || block.t === 'callout' ? headingsOf(block.c) : [];
  });
}
