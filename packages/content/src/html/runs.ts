import type { Block, Inline } from '../nodes.js';

/** Neighbouring texts as one. */
export function joinText(nodes: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out[out.length - 1];
    if (typeof node === 'string' && typeof last === 'string') out[out.length - 1] = last + node;
    else if (node !== '') out.push(node);
  }
  return out;
}

const isBreak = (node: Inline | undefined): boolean => typeof node === 'object' && node.t === 'br';

/** Without white space and line breaks at its ends. */
export function trimRun(run: readonly Inline[]): Inline[] {
  const kept = joinText(run);
  for (;;) {
    const first = kept[0];
    const text = typeof first === 'string' ? first.trimStart() : first;
    if (kept.length === 0 || (text !== '' && !isBreak(text))) {
      if (text !== undefined) kept[0] = text;
      break;
    }
    kept.shift();
  }
  for (;;) {
    const last = kept[kept.length - 1];
    const text = typeof last === 'string' ? last.trimEnd() : last;
    if (kept.length === 0 || (text !== '' && !isBreak(text))) {
      if (text !== undefined) kept[kept.length - 1] = text;
      break;
    }
    kept.pop();
  }
  return kept;
}

/** Paragraphs of a run: two line breaks in a row are how many editors write the end of one. */
export function paragraphs(run: readonly Inline[]): Block[] {
  const parts: Inline[][] = [[]];
  let breaks: Inline[] = [];
  for (const node of joinText(run)) {
    if (isBreak(node)) breaks.push(node);
    else if (typeof node === 'string' && node.trim() === '' && breaks.length > 0) breaks.push(' ');
    else {
      if (breaks.filter(isBreak).length > 1) parts.push([]);
      else parts[parts.length - 1]?.push(...breaks);
      breaks = [];
      parts[parts.length - 1]?.push(node);
    }
  }
  return parts.map(trimRun).flatMap(c => (c.length === 0 ? [] : [{ t: 'p' as const, c }]));
}

/** Blocks where only text may stand, as in a cell of a table: lines instead of paragraphs. */
export function asInline(blocks: readonly Block[]): Inline[] {
  const lines = blocks.flatMap(linesOf);
  return joinText(lines.flatMap((line, index): readonly Inline[] => (index === 0 ? line : [{ t: 'br' }, ...line])));
}

function linesOf(block: Block): (readonly Inline[])[] {
  switch (block.t) {
    case 'p':
      return [block.c];
    case 'h':
      return [[{ t: 'strong', c: block.c }]];
    case 'list':
      return block.items.map((item, index) => {
        const mark = block.ordered ? `${(block.start ?? 1) + index}. ` : '• ';
        return [mark, ...asInline(item)];
      });
    case 'table':
      return [block.head, ...block.rows]
        .map(row => row.flatMap((cell, index): readonly Inline[] => (index === 0 ? cell : [' · ', ...cell])))
        .filter(line => line.some(node => typeof node !== 'string' || node.replace(/[\s·]/g, '') !== ''));
    case 'pre':
      return [[{ t: 'code', v: block.v }]];
    case 'quote':
    case 'callout':
      return block.c.flatMap(linesOf);
    case 'video':
      return [[{ t: 'link', href: block.src, c: [block.title || block.src] }]];
    case 'hr':
      return [];
  }
}
