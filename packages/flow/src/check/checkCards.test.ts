import { expect, test } from 'vitest';
import type { FlowDefinition } from '../schema.js';
import { publish } from './publish.js';

const t = (text: string) => ({ en: text });
const city = { title: 'city', text: 'city.text', buttons: [{ label: 'choose', value: 'city', next: 'bought' }] };
const definition: FlowDefinition = {
  format: 2,
  version: 1,
  locales: ['en'],
  start: 'bikes',
  home: 'question',
  variables: { bike: { type: 'string' }, shot: { type: 'string' } },
  steps: {
    bikes: { type: 'cards', text: 'which', cards: [city], variable: 'bike', next: 'question' },
    bought: { type: 'say', text: 'which', next: 'question' },
    question: { type: 'answer' },
  },
  texts: {
    which: t('Which bike is it?'),
    city: t('City'),
    'city.text': t('Light and quiet.'),
    'city.alt': t('A blue bike'),
    trail: t('Trail'),
    choose: t('Take it'),
    open: t('Look at it'),
  },
};

const errorsOf = (cards: unknown, more: object = {}) => {
  const checked = publish({ ...definition, steps: { ...definition.steps, bikes: bikesWith(cards, more) } });
  return 'errors' in checked ? checked.errors.map(({ path, expected, got }) => `${path} | ${expected} | ${got}`) : [];
};
const bikesWith = (cards: unknown, more: object) => ({ ...definition.steps.bikes, cards, ...more });
const at = '/steps/bikes/cards';
const way = { label: 'open', value: 'x', next: 'bought' };
const picture = { url: 'https://pictures.example/a.jpg', alt: 'city.alt', width: 10, height: 10 };

test.each<[string, unknown, string[]]>([
  ['no card', [], [`${at} | not have fewer than 1 items | []`]],
  ['another layout', [city], ['/steps/bikes/layout | one of list, carousel | "grid"']],
  [
    'a button that does nothing, one that does two things, one that leads on without a choice',
    [{ title: 'city', buttons: [way, { label: 'open' }, { label: 'open', value: 'y', url: '/x' }] }],
    [
      `${at}/0/buttons/1 | one of value, url, address | nothing`,
      `${at}/0/buttons/2 | one of value, url, address | "value and url"`,
    ],
  ],
  [
    'a way on from a link',
    [{ title: 'city', buttons: [way, { label: 'open', url: '/x', next: 'bought' }] }],
    [`${at}/0/buttons/1/next | a value beside it | "bought"`],
  ],
  [
    'the same value on two cards',
    [
      { title: 'city', buttons: [way] },
      { title: 'trail', buttons: [way] },
    ],
    [`${at}/1/buttons/0/value | a value no other choice of the step has | "x"`],
  ],
  [
    'addresses that may not be linked to or shown',
    [
      {
        title: 'city',
        picture: { ...picture, url: 'http://pictures.example/a.jpg' },
        buttons: [way, { label: 'open', url: 'javascript:alert(1)' }],
      },
    ],
    [
      `${at}/0/picture/url | an https address | "http://pictures.example/a.jpg"`,
      `${at}/0/buttons/1/url | an address that may be linked to (https, http, mailto, tel) | "javascript:alert(1)"`,
    ],
  ],
  [
    'a picture from two places, without a size, without words',
    [{ title: 'city', buttons: [way], picture: { url: picture.url, address: 'shot' } }],
    [
      `${at}/0/picture/alt | a value | nothing`,
      `${at}/0/picture/width | a value | nothing`,
      `${at}/0/picture/height | a value | nothing`,
    ],
  ],
  [
    'a picture from two places',
    [{ title: 'city', buttons: [way], picture: { ...picture, address: 'shot' } }],
    [`${at}/0/picture | one of url, address | "url and address"`],
  ],
  [
    'a step, a text and a variable that are not there',
    [
      {
        title: 'citty',
        picture: { ...picture, url: undefined, address: 'shoot' },
        buttons: [{ ...way, next: 'bougt' }, way],
      },
    ],
    [],
  ],
])('%s is found', (name, cards, expected) => {
  const found = errorsOf(JSON.parse(JSON.stringify(cards)), name === 'another layout' ? { layout: 'grid' } : {});
  if (expected.length > 0) expect(found).toEqual(expected);
  else
    expect(found).toEqual([
      `${at}/0/buttons/0/next | the id of a step | "bougt"`,
      `${at}/0/picture/address | a declared variable (bike, shot) | "shoot"`,
      `${at}/0/title | a key of /texts | "citty"`,
      `${at}/0/buttons/1/value | a value no other choice of the step has | "x"`,
    ]);
});

test('a loop of cards nobody chooses from is found, one of cards to choose from is none', () => {
  const loop = (buttons: object[]) => errorsOf([{ title: 'city', buttons }], { next: 'bikes' });
  expect(loop([way])).toEqual([]);
  expect(loop([{ label: 'open', url: '/x' }])).toContainEqual(
    expect.stringContaining('/steps/bikes | a step in this loop that waits for the customer'),
  );
});

test('a text on a card is one paragraph', () => {
  const checked = publish({ ...definition, texts: { ...definition.texts, 'city.text': t('One.\n\nTwo.') } });
  expect(checked).toMatchObject({
    errors: [{ path: '/texts/city.text/en', expected: 'one paragraph, as it is a label' }],
  });
});
