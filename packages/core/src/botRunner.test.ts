import type { FlowEffect, FlowInput, FlowState, PublishedFlow } from '@handrail/flow';
import { type ManualClock, manualClock } from '@handrail/test-kit';
import { beforeEach, expect, test } from 'vitest';
import { type BotRunner, createBotRunner } from './botRunner.js';
import type { KnowledgeSource } from './knowledgeSource.js';
import { createRunFlow, type RunFlowParts } from './runFlow.js';

let clock: ManualClock;
let inputs: FlowInput[];
let log: string[];
let effects: (input: FlowInput) => FlowEffect[];
let runner: BotRunner;
let model: string | null;

const never = () => new Promise<never>(() => {});
const knowledge = (more: Partial<KnowledgeSource> = {}): KnowledgeSource => ({
  base: '/',
  find: never,
  match: never,
  article: never,
  articles: never,
  intents: never,
  suggest: never,
  ...more,
});
const state = (steps: number) => ({ steps }) as unknown as FlowState;

function make(more: Partial<RunFlowParts> = {}) {
  const states = new Map<string, FlowState>();
  const contact = (_: string, reason: string) => void log.push(`contact ${reason}`);
  const run = createRunFlow({
    environment: { ...clock, fetch: never },
    flow: null,
    knowledge: knowledge(),
    locale: () => 'en',
    load: async () => ({
      prepare: async () => {},
      model,
      definition: {} as PublishedFlow,
      start: () => state(0),
      step: (_, before, input) => {
        inputs.push(input);
        const steps = (before as unknown as { steps: number }).steps + 1;
        return { state: state(steps), effects: effects(input) };
      },
    }),
    state: id => states.get(id) ?? null,
    keep: (id, now) => void states.set(id, now),
    say: (id, turn) => `${log.push(`${id} says ${turn.text}`)}`,
    attach: (id, more) => void log.push(`${id} attaches ${Object.keys(more).join()}`),
    handoff: async (_, { reason, team }) => {
      log.push(`handoff ${reason}${team ? ` to ${team}` : ''}`);
      return 'away';
    },
    contact,
    resolved: (_, how) => void log.push(`resolved ${how}`),
    takesFiles: true,
    surveyed: (_, survey, score) => void log.push(`${survey} ${score}`),
    answered: (_, article) => void log.push(`answered ${article}`),
    missed: () => void log.push('missed'),
    write: async (_, { passages }) => {
      log.push(`writes from ${passages.map(({ article }) => article).join()}`);
      return { result: 'answered', article: 'a' };
    },
    saidAt: () => null,
    claim: () => true,
    silent: () => {},
    actions: {
      environment: { ...clock, fetch: never },
      tools: { get: () => undefined },
      server: null,
      site: 'demo',
      newId: () => 'id',
      token: () => null,
      told: (_, name, by, error) => void log.push(`${name} by ${by}: ${error?.code ?? 'done'}`),
    },
    ...more,
  });
  return createBotRunner({ run, interrupt: () => {}, contact, thinking: on => void log.push(on ? 'thinks' : 'rests') });
}

const text = (said: string): FlowInput => ({ type: 'text', text: said });
const say = (said: string): FlowEffect => ({ type: 'say', key: 'k', vars: {}, tree: [{ t: 'p', c: [said] }] });
const onText = (list: FlowEffect[]) => (input: FlowInput) => (input.type === 'text' ? list : []);

beforeEach(() => {
  clock = manualClock();
  inputs = [];
  model = null;
  log = [];
  effects = () => [];
  runner = make();
});

test('shows what is shown, in order', async () => {
  effects = onText([
    say('hello'),
    { type: 'choices', items: [], none: true },
    { type: 'offer', reason: 'request' },
    { type: 'form', step: 's', fields: [] },
    { type: 'contact', reason: 'away' },
    { type: 'resolved', how: 'assumed' },
    { type: 'end' },
  ]);
  await runner.input('a', text('hi'));
  await clock.settle();
  expect(log).toEqual([
    'thinks',
    'a says hello',
    'a attaches choices,none',
    'a attaches offer',
    'a attaches fields,step',
    'contact away',
    'resolved assumed',
    'rests',
  ]);
});

test('cards are in the words of the turn too: whoever takes over reads those', async () => {
  const items = [
    { title: 'City', facts: [{ label: 'Price', value: '900' }] },
    { title: 'Trail', facts: [], buttons: [{ label: 'Take it', value: 't', says: 'Trail – Take it' }] },
  ];
  const cards = { layout: 'carousel', items } as const;
  const turns: unknown[] = [];
  effects = onText([{ ...say('which'), cards }]);
  await make({ say: (_, turn) => `${turns.push(turn)}` }).input('a', text('hi'));
  expect(turns).toEqual([{ text: 'which\n\nCity\nPrice: 900\n\nTrail\n[Take it]', tree: say('which').tree, cards }]);
});

test.each<[string, FlowEffect]>([
  ['match', { type: 'match', text: 'q' }],
  ['answer', { type: 'answer', article: 'a', probability: 1 }],
  ['search', { type: 'search', query: 'q' }],
])('%s: silence for 8 s and a failure become error inputs', async (effect, what) => {
  effects = onText([what]);
  const slow = runner.input('a', text('q'));
  await clock.advance(7_999);
  expect(inputs).toHaveLength(1);
  await clock.advance(1);
  await slow;
  expect(inputs[1]).toEqual({ type: 'error', effect, reason: 'timeout' });
  const broken = () => Promise.reject(new Error('no'));
  await make({ knowledge: knowledge({ match: broken, article: broken, find: broken }) }).input('a', text('q'));
  expect(inputs[3]).toEqual({ type: 'error', effect, reason: 'failed' });
  expect(clock.pending()).toBe(0);
});

test('a match is answered with its candidates, a missing article with an error', async () => {
  const match: KnowledgeSource['match'] = async () => [
    { id: 's', section: null, probability: 0.9, title: 'Shipping' } as never,
  ];
  effects = input => {
    if (input.type === 'text') return [{ type: 'match', text: 'q' }];
    return input.type === 'matches' ? [{ type: 'answer', article: 's', probability: 0.9, by: 'quote' }] : [];
  };
  await make({ knowledge: knowledge({ match, article: async () => null }) }).input('a', text('q'));
  expect(inputs.slice(1)).toEqual([
    { type: 'matches', forText: 'q', candidates: [{ id: 's', probability: 0.9, title: 'Shipping' }] },
    { type: 'error', effect: 'answer', reason: 'failed' },
  ]);
});

test('what the flow’s intents make of a question comes with the matches; without their file they are done without', async () => {
  effects = input => (input.type === 'text' ? [{ type: 'match', text: input.text }] : []);
  const match = async () => [];
  const read = async (said: string, model: string) => [{ intent: `${said} by ${model}`, probability: 0.9 }];
  const lost = () => Promise.reject(new Error('gone'));
  model = '/k/demo/intents.json';
  await make({ knowledge: knowledge({ match, intents: read }) }).input('a', text('q'));
  await make({ knowledge: knowledge({ match, intents: lost }) }).input('b', text('q'));
  expect(inputs.filter(input => input.type === 'matches')).toEqual([
    {
      type: 'matches',
      forText: 'q',
      candidates: [],
      intents: [{ intent: 'q by /k/demo/intents.json', probability: 0.9 }],
    },
    { type: 'matches', forText: 'q', candidates: [] },
  ]);
});

test('a handoff is answered with whether a person can come; an action nobody registered fails', async () => {
  effects = onText([
    { type: 'handoff', reason: 'notUnderstood' },
    { type: 'action', step: 's', name: 'x', input: {}, confirmed: false },
  ]);
  await runner.input('a', text('q'));
  expect(log).toEqual(expect.arrayContaining(['handoff not_understood', 'x by server: not_found']));
  expect(inputs.slice(1)).toEqual([
    { type: 'availability', state: 'away' },
    { type: 'error', effect: 'action', reason: 'failed' },
  ]);
});

test('inputs of one conversation run one after another, of two side by side', async () => {
  effects = input => (input.type === 'text' ? [{ type: 'match', text: input.text }] : []);
  const said = () => inputs.map(input => (input.type === 'text' ? input.text : input.type));
  for (const [id, words] of [
    ['a', 'a1'],
    ['a', 'a2'],
    ['b', 'b1'],
  ] as const)
    void runner.input(id, text(words));
  await clock.settle();
  expect(said()).toEqual(['a1', 'b1']);
  await clock.advance(8_000);
  expect(said().sort()).toEqual(['a1', 'a2', 'b1', 'error', 'error']);
  expect(log.filter(line => line === 'rests')).toHaveLength(1);
  await clock.advance(8_000);
  expect(log.filter(line => line === 'rests')).toHaveLength(2);
});

test('a throw reaches its caller, and the next input still runs', async () => {
  let fails = true;
  runner = make({
    say: () => {
      if (fails) throw new Error('screen');
      return '1';
    },
  });
  effects = onText([say('x')]);
  await expect(runner.input('a', text('1'))).rejects.toThrow('screen');
  fails = false;
  await runner.input('a', text('2'));
  await clock.settle();
  expect(log.at(-1)).toBe('rests');
});

test('what became of a written answer goes back to the flow; one the customer did not wait for does not', async () => {
  const write: FlowEffect = { type: 'write', text: 'q', passages: [{ article: 'a' }] };
  effects = onText([write]);
  await runner.input('a', text('q'));
  expect([log[1], inputs[1]]).toEqual([
    'writes from a',
    { type: 'written', forText: 'q', result: 'answered', article: 'a' },
  ]);
  inputs = [];
  await make({ write: () => Promise.reject(new Error('no')) }).input('a', text('q'));
  expect(inputs[1]).toEqual({ type: 'written', forText: 'q', result: 'failed' });
  inputs = [];
  await make({ write: async () => null }).input('a', text('q'));
  expect(inputs).toHaveLength(1);
});
