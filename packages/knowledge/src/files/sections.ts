import { type Block, inlineText, type Tree } from '@handrail/content';

/** A piece of an article under one heading; the first has none. */
export interface Section {
  /** The heading's address, `null` for what stands before the first heading. */
  readonly id: string | null;
  readonly title: string;
  readonly level: number;
  readonly blocks: readonly Block[];
}

/** Cuts a document at its top-level headings. The first section is always the part before the first heading. */
export function splitSections(tree: Tree): readonly Section[] {
  const sections: (Section & { readonly blocks: Block[] })[] = [{ id: null, title: '', level: 0, blocks: [] }];
  for (const block of tree) {
    if (block.t === 'h') sections.push({ id: block.id, title: inlineText(block.c), level: block.level, blocks: [] });
    else sections[sections.length - 1]?.blocks.push(block);
  }
  return sections;
}
