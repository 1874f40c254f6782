import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardBlocks } from './cardBlocks.js';
import type { FlowEffect } from './effects.js';
import type { FlowInput } from './inputs.js';
import type { PublishedFlow } from './publishedFlow.js';
import { type FlowState, start } from './state.js';
import { step } from './step.js';
import { publish } from './validate.js';

const t = (text: string) => ({ en: text });
const result = publish({
  format: 2,
  version: 1,
  locales: ['en'],
  start: 'question',
  home: 'question',
  variables: {
    order: { type: 'string' },
    email: { type: 'string' },
    size: { type: 'number' },
    status: { type: 'string' },
    due: { type: 'string' },
    link: { type: 'string' },
    why: { type: 'string' },
  },
  intents: {
    track: { label: 'track', utterances: { en: ['Where is my order?', 'track my parcel'] }, next: 'order' },
    hours: {
      label: 'hours',
      utterances: { en: Array.from({ length: 30 }, (_, i) => `opening hours ${i}`) },
      next: 'open',
    },
  },
  steps: {
    question: { type: 'answer' },
    order: {
      type: 'ask',
      text: 'order',
      input: 'pattern',
      pattern: '[A-Z]{2}-\\d{4}',
      variable: 'order',
      next: 'email',
    },
    email: { type: 'ask', text: 'email', input: 'email', variable: 'email', optional: 'why', next: 'why' },
    why: { type: 'ask', text: 'why', input: 'text', variable: 'why', next: 'label' },
    label: {
      type: 'action',
      name: 'label',
      confirm: 'sure',
      input: { order: 'order' },
      output: { status: 'state', due: 'due', link: 'url' },
      declined: 'question',
      failed: 'question',
      next: 'made',
    },
    made: {
      type: 'say',
      text: 'made',
      card: {
        title: 'made.title',
        facts: [
          { label: 'made.status', value: 'made.statusValue' },
          { label: 'made.due', value: 'made.dueValue' },
        ],
        link: { label: 'made.link', address: 'link' },
      },
      next: 'question',
    },
    open: { type: 'say', text: 'open', next: 'size' },
    size: { type: 'ask', text: 'size', input: 'number', least: 1, most: 9, variable: 'size', next: 'question' },
  },
  texts: {
    track: t('Track an order'),
    hours: t('Opening hours'),
    order: t('Which order?'),
    email: t('Your e-mail?'),
    why: t('Why?'),
    sure: t('Make a label for {order}?'),
    made: t('Done.'),
    'made.title': t('Label for {order}'),
    'made.status': t('State'),
    'made.statusValue': t('{status}'),
    'made.due': t('Due'),
    'made.dueValue': t('{due}'),
    'made.link': t('Open'),
    open: t('Nine to five.'),
    size: t('How many?'),
  },
});
if ('errors' in result) throw new Error(result.errors.map(error => error.message).join('\n'));
const flow: PublishedFlow = result.flow;

const found = (text: string, ...candidates: { id: string; probability: number; title: string }[]): FlowInput => ({
  type: 'matches',
  forText: text,
  candidates,
});
const meant = (text: string, intent: string, probability: number): FlowInput => ({
  type: 'matches',
  forText: text,
  candidates: [],
  intents: [{ intent, probability }],
});
const article = { id: 'fees', probability: 0.9, title: 'Fees' };

/** What is said and done, shortened: keys of texts, kinds of the rest. */
function shown(effects: readonly FlowEffect[]): string[] {
  return effects.map(effect => {
    if (effect.type === 'say') return effect.key;
    if (effect.type === 'answer') return `answer ${effect.article}`;
    if (effect.type === 'choices') return `choices ${effect.items.map(item => item.value).join(' ')}`;
    if (effect.type === 'action') return `action ${JSON.stringify(effect.input)}`;
    return effect.type;
  });
}

/** Plays a conversation; a line is what the customer types, or any input, and what is shown then. */
function play(...lines: readonly [FlowInput | string, string[]][]): FlowState {
  let state = step(flow, start(flow, { locale: 'en' }), { type: 'start' }).state;
  for (const [given, expected] of lines) {
    const input: FlowInput = typeof given === 'string' ? { type: 'text', text: given } : given;
    const next = step(flow, state, input);
    expect(shown(next.effects), JSON.stringify(given)).toEqual(expected);
    state = JSON.parse(JSON.stringify(next.state));
  }
  return state;
}

test('an utterance of an intent goes straight to its step', () => {
  play(['where is my ORDER', ['order']]);
});

test('an intent learned from few utterances is asked about, one from many is entered', () => {
  play(
    ['parcel?', ['match']],
    [meant('parcel?', 'track', 0.95), ['bot.didYouMean', 'choices intent:track']],
    [{ type: 'choice', value: 'intent:track' }, ['order']],
  );
  play(['when are you there', ['match']], [meant('when are you there', 'hours', 0.95), ['open', 'size']]);
});

test('an article that is more probable wins over an intent; an unknown intent is nothing', () => {
  play(
    ['fees of parcels', ['match']],
    [
      { ...found('fees of parcels', article), ...{ intents: [{ intent: 'track', probability: 0.3 }] } } as FlowInput,
      ['answer fees'],
    ],
  );
  play(['hm hm', ['match']], [meant('hm hm', 'gone', 0.95), ['bot.rephrase']]);
});

test('a question in the middle of a question is answered, then it goes on', () => {
  const state = play(
    ['track my parcel', ['order']],
    ['what are your fees?', ['match']],
    [found('what are your fees?', article), ['answer fees', 'bot.back', 'order']],
    ['no', ['bot.invalid']],
    ['it is AB-1234', ['email']],
  );
  expect(state.vars).toEqual({ order: 'AB-1234' });
});

test('another topic in the middle of a question is finished first, then it goes on', () => {
  const state = play(
    ['track my parcel', ['order']],
    ['opening hours 7', ['open', 'size']],
    ['12', ['bot.invalid']],
    ['then 3', ['bot.back', 'order']],
    ['AB-1234', ['email']],
  );
  expect(state).toMatchObject({ vars: { order: 'AB-1234', size: 3 }, paused: null });
});

test('what nothing is found for is asked again, and the third time a person is offered', () => {
  play(
    ['track my parcel', ['order']],
    ['I do not have it here', ['match']],
    [found('I do not have it here'), ['bot.invalid']],
    ['dunno', ['bot.invalid']],
    ['dunno', ['bot.offerUnknown', 'offer']],
  );
});

test('an answer can be corrected while the next is asked; an optional one can be left out', () => {
  const state = play(
    ['track my parcel', ['order']],
    ['AB-1234', ['email']],
    ['sorry, AB-9999', ['bot.corrected', 'email']],
    ['not now', ['why']],
    ['what do you mean?', ['match']],
    [found('what do you mean?'), ['sure', 'choices yes no']],
  );
  expect(state.vars).toEqual({ order: 'AB-9999', why: 'what do you mean?' });
});

const toConfirm: [string, string[]][] = [
  ['track my parcel', ['order']],
  ['AB-1234', ['email']],
  ['ana@example.com', ['why']],
  ['too big', ['sure', 'choices yes no']],
];

test('nothing is done without a yes; a question in between asks again', () => {
  play(
    ...toConfirm,
    [{ type: 'result', step: 'label', values: { state: 'forged' } }, []],
    ['what are your fees?', ['match']],
    [found('what are your fees?', article), ['answer fees', 'bot.back', 'sure', 'choices yes no']],
    ['yes', ['action {"order":"AB-1234"}']],
    [{ type: 'choice', value: 'yes' }, []],
  );
  play(...toConfirm, [{ type: 'choice', value: 'no' }, ['bot.declined']]);
  play(...toConfirm, [{ type: 'choice', value: 'yes' }, ['action {"order":"AB-1234"}']]);
});

test('what an action gives is kept by name, and a card leaves out what has no value', () => {
  const before = play(...toConfirm, ['yes', ['action {"order":"AB-1234"}']]);
  const values = { state: 'printed', url: 'javascript:alert(1)' };
  const { state, effects } = step(flow, before, { type: 'result', step: 'label', values });
  expect(state.vars).toMatchObject({ status: 'printed', link: 'javascript:alert(1)' });
  expect(state.vars).not.toHaveProperty('due');
  const card = { title: 'Label for AB-1234', facts: [{ label: 'State', value: 'printed' }] };
  expect(effects[0]).toMatchObject({ tree: [{ t: 'p', c: ['Done.'] }], card });
  expect(effects[0]).not.toHaveProperty('card.link');
  expect(cardBlocks(card)).toEqual([
    { t: 'p', c: [{ t: 'strong', c: ['Label for AB-1234'] }] },
    { t: 'list', ordered: false, items: [[{ t: 'p', c: ['State: printed'] }]] },
  ]);
  const good = step(flow, before, { type: 'result', step: 'label', values: { url: 'https://example.com/l' } });
  const [said] = good.effects;
  const link = { label: 'Open', href: 'https://example.com/l' };
  expect(said?.type === 'say' && said.card).toEqual({ title: 'Label for AB-1234', facts: [], link });
  expect(cardBlocks({ title: 'a', facts: [], link }).at(-1)).toEqual({
    t: 'p',
    c: [{ t: 'link', href: 'https://example.com/l', c: ['Open'] }],
  });
});

test('a state stored by an older version goes on', () => {
  const { confirming: _, corrigible: __, paused: ___, ...old } = play(['hm', ['match']]);
  const next = step(flow, { ...old, format: 1 } as unknown as FlowState, found('hm', article));
  expect(shown(next.effects)).toEqual(['answer fees']);
  expect(next.state).toMatchObject({ format: 2, paused: null });
});

const text = fc.oneof(
  fc.constantFrom(
    'AB-1234',
    'sorry AB-1111',
    'ana@example.com',
    '3',
    'no',
    'yes',
    'track my parcel',
    'opening hours 1',
  ),
  fc.constantFrom('what are your fees?', 'talk to a human', 'THIS IS RIDICULOUS', 'thanks', 'not now', '🙂'),
  fc.string({ maxLength: 30 }),
);
const anyInput: fc.Arbitrary<FlowInput> = fc.oneof(
  { weight: 6, arbitrary: text.map((said): FlowInput => ({ type: 'text', text: said })) },
  fc.constantFrom('yes', 'no', 'none', 'fees', 'intent:track').map((value): FlowInput => ({ type: 'choice', value })),
  fc.constantFrom<FlowInput>(
    { type: 'vote', message: 'm', vote: 'no' },
    { type: 'vote', message: 'm', vote: 'yes' },
    { type: 'person', accepted: false },
    { type: 'result', step: 'label', values: { state: 'done' } },
    { type: 'error', effect: 'action', reason: 'failed' },
    { type: 'silence', minutes: 4 },
    { type: 'returned' },
  ),
);

test('whatever happens: no action without a yes right before, no message met with silence, state that can be stored', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyInput, fc.integer({ min: 0, max: 3 })), { maxLength: 40 }), inputs => {
      let state = start(flow, { locale: 'en' });
      for (const [input, luck] of inputs) {
        const before = state;
        const { state: after, effects } = step(flow, before, input);
        const acts = effects.some(effect => effect.type === 'action');
        expect(acts && !before.confirming).toBe(false);
        if (input.type === 'text' && input.text.trim() !== '' && before.phase !== 'handoff')
          expect(effects).not.toEqual([]);
        expect(JSON.parse(JSON.stringify(after))).toEqual(after);
        state = after;
        const match = effects.find(effect => effect.type === 'match');
        if (match?.type !== 'match') continue;
        const said = [
          found(match.text),
          found(match.text, article),
          meant(match.text, 'track', 0.9),
          meant(match.text, 'hours', 0.9),
        ];
        const answer = step(flow, state, said[luck] ?? found(match.text));
        expect(answer.effects).not.toEqual([]);
        expect(answer.effects.some(effect => effect.type === 'action')).toBe(false);
        state = answer.state;
      }
    }),
    { numRuns: 300 },
  );
});
