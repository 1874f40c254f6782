import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtinFlow } from './builtin/builtinFlow.js';
import type { FlowEffect } from './effects.js';
import type { FlowInput } from './inputs.js';
import type { PublishedFlow } from './publishedFlow.js';
import type { GivenSettings } from './schema.js';
import { start } from './state.js';
import { step } from './step.js';
import { publish } from './validate.js';

interface Trace {
  readonly title: string;
  readonly rule: string;
  readonly locale: string;
  /** Name of a file in `flows/`. */
  readonly flow: string;
  readonly agentsNote?: string;
  readonly settings?: GivenSettings;
  /** `say` effects stand without their tree, and without `vars` when there are none. */
  readonly turns: readonly { readonly input: FlowInput; readonly effects: readonly unknown[] }[];
}

const folder = new URL('../traces/', import.meta.url);
const names = readdirSync(folder).filter(name => name.endsWith('.json'));

test('each rule has its conversation', () => {
  expect(names.length).toBeGreaterThanOrEqual(20);
});

test.each(names)('%s', name => {
  const trace: Trace = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const flow = flowNamed(trace.flow);
  let state = start(flow, {
    locale: trace.locale,
    ...(trace.agentsNote !== undefined && { agentsNote: trace.agentsNote }),
  });
  trace.turns.forEach(({ input, effects }, index) => {
    const before = JSON.stringify(state);
    const result = step(flow, state, input, trace.settings);
    expect(JSON.stringify(state)).toBe(before);
    expect(result.effects.map(withoutTree), `${trace.title}: turn ${index + 1}`).toEqual(effects);
    for (const effect of result.effects) if (effect.type === 'say') expect(effect.tree).not.toEqual([]);
    state = JSON.parse(JSON.stringify(result.state));
    expect(state).toEqual(result.state);
  });
});

function flowNamed(name: string): PublishedFlow {
  if (name === 'builtin') return builtinFlow;
  const result = publish(JSON.parse(readFileSync(new URL(`../flows/${name}.json`, import.meta.url), 'utf8')));
  if ('errors' in result) throw new Error(result.errors.map(error => error.message).join('\n'));
  return result.flow;
}

function withoutTree(effect: FlowEffect): unknown {
  if (effect.type !== 'say') return effect;
  const { tree: _, vars, ...rest } = effect;
  return Object.keys(vars).length > 0 ? { ...rest, vars } : rest;
}
