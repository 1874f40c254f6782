import { expect, test } from 'vitest';
import { builtinFlow } from './builtin/builtinFlow.js';
import type { FlowEffect } from './effects.js';
import type { FlowInput } from './inputs.js';
import { type FlowState, start } from './state.js';
import { step } from './step.js';

const inputs: FlowInput[] = [
  { type: 'start' },
  { type: 'text', text: 'How do I return it?' },
  { type: 'text', text: 'thanks' },
  { type: 'text', text: 'no' },
  { type: 'text', text: 'this is ridiculous' },
  { type: 'text', text: 'support' },
  { type: 'text', text: '🙂' },
  { type: 'choice', value: 'none' },
  { type: 'choice', value: 'b' },
  { type: 'vote', message: 'm1', vote: 'no' },
  { type: 'vote', message: 'm2', vote: 'yes' },
  { type: 'person', accepted: false },
  { type: 'error', effect: 'match', reason: 'timeout' },
  { type: 'error', effect: 'answer', reason: 'failed' },
  { type: 'silence', minutes: 4 },
  { type: 'silence', minutes: 30 },
  { type: 'tool', name: 'handoff' },
  { type: 'form', values: {} },
];

/** What the runner would report for these effects: found, found many, nothing. */
function found(effects: readonly FlowEffect[], turn: number): FlowInput | null {
  const match = effects.find(effect => effect.type === 'match');
  if (match?.type !== 'match') return null;
  const near = { id: 'b', probability: 0.4, title: 'B' };
  const lists = [[], [{ id: 'a', section: 's', probability: 0.9, title: 'A' }], [near, { ...near, id: 'c' }]];
  return { type: 'matches', forText: match.text, candidates: lists[turn % 3] ?? [] };
}

test('no message of a customer is met with silence, whatever came before', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let conversation = 0; conversation < 150; conversation++) {
    let state: FlowState = start(builtinFlow, { locale: 'en' });
    const past: FlowInput[] = [];
    for (let turn = 0; turn < 30; turn++) {
      const input = inputs[random(inputs.length)] ?? { type: 'start' };
      past.push(input);
      let result = step(builtinFlow, state, input);
      const answer = found(result.effects, random(3));
      if (answer) result = step(builtinFlow, result.state, answer);
      if (input.type === 'text') expect(result.effects, JSON.stringify(past)).not.toEqual([]);
      const offers = result.effects.filter(effect => effect.type === 'offer');
      expect(offers.length, JSON.stringify(past)).toBeLessThanOrEqual(1);
      state = result.state;
    }
  }
});

test('a flow that was published anew and lost the step still answers', () => {
  const before = step(builtinFlow, start(builtinFlow, { locale: 'en' }), { type: 'start' }).state;
  const { state, effects } = step(builtinFlow, { ...before, step: 'gone' }, { type: 'text', text: 'returns' });
  expect(state.step).toBe('question');
  expect(effects).toEqual([{ type: 'match', text: 'returns' }]);
});

test('a flow that loops without ever waiting does not hang', () => {
  const flow = { ...builtinFlow, start: 'a', steps: { a: { type: 'goto', next: 'a' } as const } };
  expect(step(flow, start(flow, { locale: 'en' }), { type: 'start' }).effects).toHaveLength(1);
});

test('settings of the caller win over those of the flow', () => {
  const flow = { ...builtinFlow, settings: { rephraseAtMost: 5 } };
  const asked = step(flow, start(flow, { locale: 'en' }), { type: 'text', text: 'zzz' }).state;
  const nothing: FlowInput = { type: 'matches', forText: 'zzz', candidates: [] };
  expect(step(flow, asked, nothing).effects).toMatchObject([{ key: 'bot.rephrase' }]);
  expect(step(flow, asked, nothing, { rephraseAtMost: 0 }).effects).toMatchObject([
    { key: 'bot.offerUnknown' },
    { type: 'offer' },
  ]);
});
