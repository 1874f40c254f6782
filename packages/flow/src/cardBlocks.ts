import type { Block } from '@handrail/content';
import type { CardItem } from './effects.js';

/** A card as blocks: its head, a line for each fact, and where it leads. */
export function cardBlocks({ title, facts, link }: CardItem): Block[] {
  const lines = facts.map(({ label, value }): Block[] => [{ t: 'p', c: [`${label}: ${value}`] }]);
  return [
    { t: 'p', c: [{ t: 'strong', c: [title] }] },
    ...(lines.length > 0 ? [{ t: 'list', ordered: false, items: lines } as const] : []),
    ...(link ? [{ t: 'p', c: [{ t: 'link', href: link.href, c: [link.label] }] } as const] : []),
  ];
}
