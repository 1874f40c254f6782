import { checkLink, checkSource } from '@handrail/content';
import type { ButtonItem, CardItem } from '../effects.js';
import type { CardButton, CardsCard, FlowCard, StepOf } from '../schema.js';
import { labelOf, type Turn } from '../turn.js';

/** A choice on a card. */
export type CardChoice = Extract<ButtonItem, { value: string }>;

/**
 * A card with its texts filled in. Left out are a text and facts without a value, a link that leads nowhere and a picture that is not
 * https.
 */
export function cardOf(turn: Turn, { link, ...card }: FlowCard): CardItem {
  const href = link && addressOf(turn, link);
  return {
    ...contentOf(turn, card),
    ...(link && href ? { link: { label: labelOf(turn, link.label), href } } : {}),
  };
}

/** The cards of a step with their texts filled in; one without a title is left out. */
export function cardsOf(turn: Turn, { cards }: StepOf<'cards'>): CardItem[] {
  return cards.flatMap(({ buttons: given = [], ...card }) => {
    const content = contentOf(turn, card);
    if (content.title.trim() === '') return [];
    const buttons = given.flatMap(button => buttonOf(turn, button, content.title));
    return [{ ...content, ...(buttons.length > 0 ? { buttons } : {}) }];
  });
}

/** What can be chosen on these cards. */
export function choicesOn(cards: readonly CardItem[]): CardChoice[] {
  return cards.flatMap(({ buttons = [] }) => buttons.filter(button => 'value' in button));
}

function contentOf(turn: Turn, { title, text, facts = [], picture }: Omit<CardsCard, 'buttons'>): CardItem {
  const known = facts.flatMap(fact => {
    const value = labelOf(turn, fact.value);
    return value.trim() === '' ? [] : [{ label: labelOf(turn, fact.label), value }];
  });
  const words = text === undefined ? '' : labelOf(turn, text);
  const src = picture && httpsSource(given(turn, picture));
  return {
    title: labelOf(turn, title),
    ...(words.trim() === '' ? {} : { text: words }),
    facts: known,
    ...(picture && src
      ? { picture: { src, alt: labelOf(turn, picture.alt), width: picture.width, height: picture.height } }
      : {}),
  };
}

function buttonOf(turn: Turn, button: CardButton, title: string): ButtonItem[] {
  const label = labelOf(turn, button.label);
  const { value } = button;
  if (value !== undefined) return [{ label, value, says: `${title} – ${label}` }];
  const href = addressOf(turn, button);
  return href === null ? [] : [{ label, href }];
}

/** An address as it stands in the flow, or as a variable holds it. */
interface Addressed {
  readonly url?: string;
  readonly address?: string;
}

const given = (turn: Turn, { url, address = '' }: Addressed) => url ?? String(turn.state.vars[address] ?? '');

const addressOf = (turn: Turn, from: Addressed) => checkLink(given(turn, from));

/** The address when a picture may be loaded from it: https, and whole, since a flow does not know the paths of its pages. */
export function httpsSource(address: string): string | null {
  const source = checkSource(address);
  return source !== null && /^https:\/\/[^/]/i.test(source) ? source : null;
}
