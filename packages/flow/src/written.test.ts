import { expect, test } from 'vitest';
import { builtinFlow } from './builtin/builtinFlow.js';
import type { Candidate, FlowInput } from './inputs.js';
import type { PublishedFlow } from './publishedFlow.js';
import { type FlowState, start } from './state.js';
import { step } from './step.js';

const { question } = builtinFlow.steps;
if (question?.type !== 'answer') throw new Error('no question');
const flow: PublishedFlow = { ...builtinFlow, steps: { ...builtinFlow.steps, question: { ...question, by: 'model' } } };

const SURE: Candidate = { id: 'returns', section: 'how', probability: 0.9, title: 'Returns' };
const NEAR: Candidate = { id: 'repairs', probability: 0.4, title: 'Repairs' };
const TEXT = 'Can I send it back?';

/** A question that found these, up to the answer that is written. */
function ask(candidates: readonly Candidate[], own: PublishedFlow = flow, text = TEXT) {
  const said = step(own, start(own, { locale: 'en' }), { type: 'text', text });
  return step(own, said.state, { type: 'matches', candidates, forText: text });
}

const kinds = (effects: readonly { type: string; key?: string }[]) => effects.map(({ type, key }) => key ?? type);

const end = (state: FlowState, more: Partial<FlowInput & { type: 'written' }> = {}) =>
  step(flow, state, { type: 'written', forText: TEXT, result: 'answered', article: 'returns', ...more });

test('what is sure, and what is near, is written from; what is not known is not', () => {
  expect(ask([SURE, NEAR]).effects).toEqual([
    { type: 'write', text: TEXT, passages: [{ article: 'returns', section: 'how' }, { article: 'repairs' }] },
  ]);
  expect(kinds(ask([NEAR]).effects)).toEqual(['write']);
  expect(kinds(ask([{ ...NEAR, probability: 0.1 }]).effects)).toEqual(['bot.rephrase']);
  expect(kinds(ask([SURE], builtinFlow).effects)).toEqual(['answer']);
});

test('a written answer can be voted on like a quoted one', () => {
  const { state, effects } = end(ask([SURE]).state);
  expect([effects, state.answered, state.writing]).toEqual([[], 'returns', null]);
  const voted = step(flow, state, { type: 'vote', message: 'm', vote: 'yes' });
  expect(kinds(voted.effects)).toContain('resolved');
});

test('what failed is quoted; what was refused is asked about', () => {
  expect(kinds(end(ask([SURE]).state, { result: 'failed' }).effects)).toEqual(['answer']);
  expect(kinds(end(ask([NEAR]).state, { result: 'failed' }).effects)).toEqual(['bot.didYouMean', 'choices']);
  expect(kinds(end(ask([SURE]).state, { result: 'refused' }).effects)).toEqual(['bot.didYouMean', 'choices']);
});

test('a model that asks for a person gets an offer made, no more', () => {
  const { state, effects } = end(ask([SURE]).state, { result: 'handoff' });
  expect([kinds(effects), state.phase]).toEqual([['bot.offer', 'offer'], 'bot']);
});

test('an answer to what is no longer asked changes nothing', () => {
  const { state } = ask([SURE]);
  expect(end(state, { forText: 'Something else' })).toMatchObject({ state, effects: [] });
  const left = step(flow, state, { type: 'person', accepted: true });
  expect(end(left.state)).toMatchObject({ state: left.state, effects: [] });
  const other = step(flow, state, { type: 'text', text: 'What does a repair cost?' });
  expect(end(other.state).effects).toEqual([]);
});

test('an ambiguous word brings its offer after the answer', () => {
  const { state, effects } = ask([SURE], flow, 'support');
  expect(kinds(effects)).toEqual(['write']);
  expect(kinds(end(state, { forText: 'support' }).effects)).toEqual(['bot.offer', 'offer']);
});

test('an intent of the flow is entered, not written about', () => {
  const own: PublishedFlow = {
    ...flow,
    intents: { label: { label: 'greet', utterances: { en: ['a label please'] }, next: 'end' } },
  };
  const { state } = step(own, start(own, { locale: 'en' }), { type: 'text', text: TEXT });
  const intents = [{ intent: 'label', probability: 0.95 }];
  const { effects } = step(own, state, { type: 'matches', candidates: [NEAR], intents, forText: TEXT });
  expect(kinds(effects)).not.toContain('write');
});
