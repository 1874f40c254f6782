import { expect, test } from 'vitest';
import { sayText } from './cardBlocks.js';
import type { FlowEffect } from './effects.js';
import type { FlowInput } from './inputs.js';
import type { FlowDefinition, FlowValue } from './schema.js';
import { type FlowState, start } from './state.js';
import { step } from './step.js';
import { publish } from './validate.js';

const t = (text: string) => ({ en: text });
const city = {
  title: 'city',
  text: 'city.text',
  facts: [
    { label: 'price', value: 'city.price' },
    { label: 'stock', value: 'stock.value' },
  ],
  picture: { url: 'https://pictures.example/city.jpg', alt: 'city.alt', width: 640, height: 400 },
  buttons: [
    { label: 'choose', value: 'city', next: 'bought' },
    { label: 'open', url: 'https://shop.example/city' },
  ],
};
const trail = {
  title: 'trail',
  picture: { address: 'shot', alt: 'trail.alt', width: 640, height: 400 },
  buttons: [
    { label: 'choose', value: 'trail' },
    { label: 'open', address: 'page' },
  ],
};
const definition: FlowDefinition = {
  format: 2,
  version: 1,
  locales: ['en'],
  start: 'bikes',
  home: 'question',
  variables: {
    bike: { type: 'string' },
    more: { type: 'string' },
    shot: { type: 'string' },
    page: { type: 'string' },
    stock: { type: 'string' },
  },
  steps: {
    bikes: {
      type: 'cards',
      text: 'which',
      layout: 'carousel',
      cards: [city, trail, { title: 'more', buttons: [{ label: 'ask', value: 'ask' }] }],
      variable: 'bike',
      invalid: 'invalid',
      next: 'question',
    },
    bought: { type: 'cards', text: 'look', cards: [{ title: 'city' }], next: 'question' },
    question: { type: 'answer', text: 'go' },
  },
  texts: {
    which: t('Which **bike** is it?'),
    city: t('City'),
    'city.text': t('Light and quiet.'),
    'city.price': t('€ 900'),
    'city.alt': t('A blue bike'),
    trail: t('Trail'),
    'trail.alt': t('A red bike'),
    more: t('{more}'),
    price: t('Price'),
    stock: t('In stock'),
    'stock.value': t('{stock}'),
    choose: t('Take it'),
    open: t('Look at it'),
    ask: t('Ask for it'),
    invalid: t('None of these.'),
    look: t('That is yours:'),
    go: t('Anything else?'),
  },
};
const result = publish(definition);
if ('errors' in result) throw new Error(result.errors.map(error => error.message).join('\n'));
const { flow } = result;

function play(vars: Readonly<Record<string, FlowValue>>, ...inputs: FlowInput[]) {
  let state: FlowState = { ...start(flow, { locale: 'en' }), vars };
  let effects: readonly FlowEffect[] = [];
  for (const input of inputs) ({ state, effects } = step(flow, state, input));
  const said = effects.flatMap(effect => (effect.type === 'say' ? [effect] : []));
  return { state, effects, keys: said.map(({ key }) => key), cards: said.find(({ cards }) => cards)?.cards, said };
}
const begin: FlowInput = { type: 'start' };
const write = (text: string): FlowInput => ({ type: 'text', text });
const known = { more: 'Cargo', shot: 'https://pictures.example/t.jpg', page: 'https://shop.example/t', stock: '3' };

test('cards have their texts, pictures, links and choices filled in', () => {
  const { cards, state } = play(known, begin);
  expect(state.step).toBe('bikes');
  expect(cards).toEqual({
    layout: 'carousel',
    items: [
      {
        title: 'City',
        text: 'Light and quiet.',
        facts: [
          { label: 'Price', value: '€ 900' },
          { label: 'In stock', value: '3' },
        ],
        picture: { src: 'https://pictures.example/city.jpg', alt: 'A blue bike', width: 640, height: 400 },
        buttons: [
          { label: 'Take it', value: 'city', says: 'City – Take it' },
          { label: 'Look at it', href: 'https://shop.example/city' },
        ],
      },
      {
        title: 'Trail',
        facts: [],
        picture: { src: 'https://pictures.example/t.jpg', alt: 'A red bike', width: 640, height: 400 },
        buttons: [
          { label: 'Take it', value: 'trail', says: 'Trail – Take it' },
          { label: 'Look at it', href: 'https://shop.example/t' },
        ],
      },
      { title: 'Cargo', facts: [], buttons: [{ label: 'Ask for it', value: 'ask', says: 'Cargo – Ask for it' }] },
    ],
  });
});

test('what has no value is left out: a fact, a link, a picture, a whole card', () => {
  const { cards } = play({}, begin);
  expect(cards?.items.map(({ title }) => title)).toEqual(['City', 'Trail']);
  expect(cards?.items[0]?.facts).toEqual([{ label: 'Price', value: '€ 900' }]);
  expect(cards?.items[1]).toEqual({
    title: 'Trail',
    facts: [],
    buttons: [{ label: 'Take it', value: 'trail', says: 'Trail – Take it' }],
  });
});

test.each([
  'javascript:alert(1)',
  'data:image/svg+xml,<svg>',
  '//evil.example/x.png',
  'http://a.example/x.png',
  'x.png',
])('a picture is https or none: %s', shot =>
  expect(play({ shot }, begin).cards?.items[1]).not.toHaveProperty('picture'),
);

test('a link leads where links may lead', () => {
  expect(play({ page: 'javascript:alert(1)' }, begin).cards?.items[1]?.buttons).toHaveLength(1);
});

test('a choice is kept and leads on: by its own way, or by that of the step', () => {
  const own = play(known, begin, { type: 'choice', value: 'city' });
  expect([own.state.vars.bike, own.state.step, own.keys]).toEqual(['city', 'question', ['look', 'go']]);
  expect(own.cards).toEqual({ layout: 'list', items: [{ title: 'City', facts: [] }] });
  const other = play(known, begin, { type: 'choice', value: 'trail' });
  expect([other.state.vars.bike, other.keys]).toEqual(['trail', ['go']]);
});

test('a choice that is not shown changes nothing', () => {
  for (const value of ['ask', 'gone', '']) {
    const { state, effects } = play({}, begin, { type: 'choice', value });
    expect([state.step, state.vars, effects]).toEqual(['bikes', {}, []]);
  }
});

test.each([
  ['trail', 'trail'],
  ['TRAIL – take it', 'trail'],
  ['the city one please', 'city'],
  ['Ask for it', 'ask'],
  ['cargo', 'ask'],
])('it may be written: %s', (text, value) => {
  expect(play(known, begin, write(text)).state.vars.bike).toBe(value);
});

test('words that fit several cards fit none: the cards are shown again; a question is answered first', () => {
  const again = play(known, begin, write('Take it'));
  expect([again.keys, again.cards?.items.length, again.state.step]).toEqual([['invalid', 'which'], 3, 'bikes']);
  const asked = play(known, begin, write('how heavy are they all?'));
  expect(asked.effects).toEqual([{ type: 'match', text: 'how heavy are they all?' }]);
  const found: FlowInput = {
    type: 'matches',
    forText: 'how heavy are they all?',
    candidates: [{ id: 'weights', probability: 0.9, title: 'Weights' }],
  };
  const back = play(known, begin, write('how heavy are they all?'), found);
  expect([back.keys, back.cards?.items.length]).toEqual([['bot.back', 'which'], 3]);
});

test('without choices the step goes on at once; without cards it says nothing', () => {
  const only = (cards: FlowDefinition['steps'][string]) => {
    const made = publish({ ...definition, steps: { bikes: cards, question: { type: 'answer', text: 'go' } } });
    if ('errors' in made) throw new Error(made.errors.map(error => error.message).join('\n'));
    const { effects, state } = step(made.flow, start(made.flow, { locale: 'en' }), begin);
    return [state.step, ...effects.map(effect => ('key' in effect ? effect.key : effect.type))];
  };
  const links = { title: 'city', buttons: [{ label: 'open', url: '/city' }] };
  expect(only({ type: 'cards', text: 'which', cards: [links], next: 'question' })).toEqual([
    'question',
    'bot.automated',
    'which',
    'go',
  ]);
  const empty = { title: 'more', buttons: [{ label: 'choose', value: 'a' }] };
  expect(only({ type: 'cards', text: 'which', cards: [empty], next: 'question' })).toEqual([
    'question',
    'bot.automated',
    'go',
  ]);
});

test('in words every card stands for itself, with what could be chosen', () => {
  const [said] = play(known, begin).said.filter(({ cards }) => cards);
  expect(said && sayText(said)).toBe(
    [
      'Which bike is it?',
      'City\nA blue bike\nLight and quiet.\nPrice: € 900\nIn stock: 3\n[Take it]\nLook at it',
      'Trail\nA red bike\n[Take it]\nLook at it',
      'Cargo\n[Ask for it]',
    ].join('\n\n'),
  );
});
