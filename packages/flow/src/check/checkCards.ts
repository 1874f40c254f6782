import { checkLink } from '@handrail/content';
import type { CardButton, CardsCard, FlowDefinition, FlowStep } from '../schema.js';
import { httpsSource } from '../steps/cards.js';
import { type FlowError, flowError, pointer } from './flowError.js';

/** An address, as it stands in the flow or as a variable holds it, and where. */
interface AddressUse {
  readonly path: string;
  readonly from: { readonly url?: string; readonly address?: string };
  readonly is: 'link' | 'picture';
}

const SOURCES = ['url', 'address'] as const;
const KINDS = ['value', ...SOURCES] as const;

/** Cards whose pictures and buttons lead nowhere, or to two things at once, and values two choices have. */
export function checkCards({ steps }: FlowDefinition): readonly FlowError[] {
  return Object.entries(steps).flatMap(([id, step]) => [
    ...addressesOf(id, step).flatMap(checkAddress),
    ...(step.type === 'cards' ? checkChoices(id, step.cards) : []),
  ]);
}

/** The addresses of a step's cards, of links and of pictures. */
export function addressesOf(id: string, step: FlowStep): AddressUse[] {
  if (step.type === 'say' && step.card) {
    const path = pointer('steps', id, 'card');
    const { link, picture } = step.card;
    return [...pictureOf(path, picture), ...(link ? [{ path: `${path}/link`, from: link, is: 'link' } as const] : [])];
  }
  if (step.type !== 'cards') return [];
  return step.cards.flatMap(({ picture, buttons = [] }, index) => {
    const path = pointer('steps', id, 'cards', index);
    return [...pictureOf(path, picture), ...buttons.flatMap((button, place) => linkOf(path, place, button))];
  });
}

const pictureOf = (path: string, from: CardsCard['picture']): AddressUse[] =>
  from ? [{ path: `${path}/picture`, from, is: 'picture' }] : [];

const linkOf = (path: string, place: number, from: CardButton): AddressUse[] =>
  from.value === undefined ? [{ path: path + pointer('buttons', place), from, is: 'link' }] : [];

function checkAddress({ path, from, is }: AddressUse): FlowError[] {
  const named = SOURCES.filter(name => from[name] !== undefined);
  if (named.length !== 1) {
    const names = is === 'link' ? KINDS : SOURCES;
    return [flowError(path, `one of ${names.join(', ')}`, named.join(' and ') || undefined)];
  }
  if (from.url === undefined) return [];
  if (is === 'picture')
    return httpsSource(from.url) === from.url ? [] : [flowError(`${path}/url`, 'an https address', from.url)];
  return checkLink(from.url) === from.url
    ? []
    : [flowError(`${path}/url`, 'an address that may be linked to (https, http, mailto, tel)', from.url)];
}

function checkChoices(id: string, cards: readonly CardsCard[]): FlowError[] {
  const seen = new Set<string>();
  return cards.flatMap(({ buttons = [] }, index) =>
    buttons.flatMap((button, place) => {
      const path = pointer('steps', id, 'cards', index, 'buttons', place);
      const { value } = button;
      if (value === undefined)
        return button.next === undefined ? [] : [flowError(`${path}/next`, 'a value beside it', button.next)];
      const others = SOURCES.filter(name => button[name] !== undefined);
      if (others.length > 0) return [flowError(path, `one of ${KINDS.join(', ')}`, ['value', ...others].join(' and '))];
      const isRepeated = seen.has(value);
      seen.add(value);
      return isRepeated ? [flowError(`${path}/value`, 'a value no other choice of the step has', value)] : [];
    }),
  );
}
