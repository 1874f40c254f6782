import { type Block, plainText } from '@handrail/content';
import type { ButtonItem, CardItem, FlowEffect } from './effects.js';

/** A card as blocks: its head, its picture, its words, a line for each fact, and where it leads. A choice stands in brackets. */
export function cardBlocks({ title, text, facts, picture, link, buttons = [] }: CardItem): Block[] {
  const lines = facts.map(({ label, value }): Block[] => [{ t: 'p', c: [`${label}: ${value}`] }]);
  return [
    { t: 'p', c: [{ t: 'strong', c: [title] }] },
    ...(picture ? [{ t: 'p', c: [{ t: 'img', ...picture }] } as const] : []),
    ...(text === undefined ? [] : [{ t: 'p', c: [text] } as const]),
    ...(lines.length > 0 ? [{ t: 'list', ordered: false, items: lines } as const] : []),
    ...[...(link ? [link] : []), ...buttons].map(buttonBlock),
  ];
}

const buttonBlock = (button: ButtonItem): Block => ({
  t: 'p',
  c: 'href' in button ? [{ t: 'link', href: button.href, c: [button.label] }] : [`[${button.label}]`],
});

/** A turn of the bot in words, with its cards: for a log, and for who reads it elsewhere. An empty line before each of several cards. */
export function sayText({ tree, card, cards }: Pick<FlowEffect & { type: 'say' }, 'tree' | 'card' | 'cards'>): string {
  const said = plainText(card ? [...tree, ...cardBlocks(card)] : tree);
  return [said, ...(cards?.items ?? []).map(one => plainText(cardBlocks(one)))].join('\n\n');
}
