import { readFileSync } from 'node:fs';
import { plainText } from '@handrail/content';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtinFlow } from './builtin/builtinFlow.js';
import type { FlowEffect } from './effects.js';
import type { FlowInput } from './inputs.js';
import { type FlowState, start } from './state.js';
import { step } from './step.js';
import { publish } from './validate.js';

const orders = publish(JSON.parse(readFileSync(new URL('../flows/orders.json', import.meta.url), 'utf8')));
if ('errors' in orders) throw new Error(JSON.stringify(orders.errors));
const FLOWS = { builtin: builtinFlow, orders: orders.flow };

const REQUESTS = { en: 'I want to talk to a person', 'zh-Hans': '转人工' } as const;
const words = fc.oneof(
  fc.constantFrom('thanks', 'bye', 'hello', 'ok', 'no', 'yes', 'are you a robot?', 'support', 'agent'),
  fc.constantFrom('THIS IS RIDICULOUS!!!', 'what does it cost?', 'and the other one?', 'AB-1234', 'a@example.com', '5'),
  fc.constantFrom('🙂', 'x', '谢谢', 'How long is the warranty on the frame?', 'human resources'),
  fc.string({ maxLength: 20 }),
  fc.constant('é'.repeat(10_000)),
);
const happening: fc.Arbitrary<FlowInput> = fc.oneof(
  { weight: 8, arbitrary: words.map((text): FlowInput => ({ type: 'text', text })) },
  fc
    .constantFrom('none', 'a', 'b', 'order', 'else', 'later', '4')
    .map((value): FlowInput => ({ type: 'choice', value })),
  fc.constantFrom<FlowInput>(
    { type: 'start' },
    { type: 'vote', message: 'm1', vote: 'no' },
    { type: 'vote', message: 'm2', vote: 'yes' },
    { type: 'person', accepted: false },
    { type: 'availability', state: 'offline' },
    { type: 'form', values: {} },
    { type: 'files', names: ['a.jpg'] },
    { type: 'silence', minutes: 4 },
    { type: 'silence', minutes: 30 },
    { type: 'tool', name: 'handoff' },
    { type: 'returned' },
    { type: 'error', effect: 'match', reason: 'timeout' },
    { type: 'error', effect: 'answer', reason: 'failed' },
    { type: 'error', effect: 'action', reason: 'failed' },
    { type: 'error', effect: 'handoff', reason: 'failed' },
  ),
);
/** What a match finds: nothing, one that is sure, two that are near, a failure. */
const finds = fc.integer({ min: 0, max: 3 });
const past = fc.array(fc.tuple(happening, finds), { maxLength: 30 });
const flows = fc.constantFrom<keyof typeof FLOWS>('builtin', 'orders');

function found(text: string, luck: number): FlowInput {
  if (luck === 3) return { type: 'error', effect: 'match', reason: 'failed' };
  const near = { id: 'a', probability: 0.4, title: 'A' };
  const lists = [[], [{ ...near, probability: 0.95 }], [near, { ...near, id: 'b', title: 'B' }]];
  return { type: 'matches', forText: text, candidates: lists[luck] ?? [] };
}

/** Gives one input, and what a match it asks for finds. */
function give(name: keyof typeof FLOWS, state: FlowState, input: FlowInput, luck: number) {
  const first = step(FLOWS[name], state, input);
  const match = first.effects.find(effect => effect.type === 'match');
  if (match?.type !== 'match') return first;
  const second = step(FLOWS[name], first.state, found(match.text, luck));
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}

const isThere = (state: FlowState, effects: readonly FlowEffect[]) =>
  state.phase === 'handoff' || effects.some(effect => effect.type === 'handoff' || effect.type === 'contact');

test('from anywhere, two messages that ask for a person bring one, or the form', () => {
  fc.assert(
    fc.property(
      flows,
      past,
      fc.constantFrom<keyof typeof REQUESTS>('en', 'zh-Hans'),
      finds,
      (name, before, locale, luck) => {
        let state = start(FLOWS[name], { locale });
        for (const [input, what] of before) state = give(name, state, input, what).state;
        const reached: boolean[] = [];
        for (let asked = 0; asked < 2; asked++) {
          const next = give(name, state, { type: 'text', text: REQUESTS[locale] }, luck);
          state = next.state;
          reached.push(isThere(state, next.effects));
        }
        expect(reached).toContain(true);
      },
    ),
    { numRuns: 400 },
  );
});

test('nothing makes the bot say the same three times in a row', () => {
  fc.assert(
    fc.property(flows, past, (name, inputs) => {
      let state = start(FLOWS[name], { locale: 'en' });
      const said: string[] = [];
      for (const [input, luck] of inputs) {
        const next = give(name, state, input, luck);
        state = next.state;
        for (const effect of next.effects) if (effect.type === 'say') said.push(plainText(effect.tree));
      }
      const thrice = said.findIndex((text, at) => text === said[at + 1] && text === said[at + 2]);
      expect(thrice < 0 ? null : said[thrice]).toBeNull();
    }),
    { numRuns: 800 },
  );
});
