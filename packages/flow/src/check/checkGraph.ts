import type { CardsCard, FlowDefinition, FlowStep } from '../schema.js';
import { type FlowError, flowError, pointer } from './flowError.js';
import { entriesOf, type Target, targetsOf } from './targetsOf.js';

/** Steps that stop and wait for the customer, or end. An action waits for a machine and can spin. */
const WAITING: readonly FlowStep['type'][] = ['ask', 'answer', 'form', 'survey', 'handoff', 'end'];

const waits = (step: FlowStep) => WAITING.includes(step.type) || (step.type === 'cards' && step.cards.some(hasChoice));

const hasChoice = ({ buttons = [] }: CardsCard) => buttons.some(({ value }) => value !== undefined);

/** Targets that are not there, steps nothing leads to, and loops that never wait for the customer. */
export function checkGraph(flow: FlowDefinition): readonly FlowError[] {
  const { steps, home } = flow;
  const entries = entriesOf(flow);
  const all = [...entries, ...Object.entries(steps).flatMap(([id, step]) => targetsOf(id, step))];
  const missing = all.filter(target => !Object.hasOwn(steps, target.step));
  const wrongHome = home !== undefined && steps[home] && steps[home].type !== 'answer';
  return [
    ...missing.map(target => flowError(target.path, 'the id of a step', target.step, Object.keys(steps))),
    ...(wrongHome ? [flowError('/home', 'an answer step', `${home} (${steps[home]?.type})`)] : []),
    ...unreachable(steps, entries),
    ...endlessLoops(steps),
  ];
}

function unreachable(steps: FlowDefinition['steps'], entries: readonly Target[]): FlowError[] {
  const reached = new Set<string>();
  const waiting = entries.map(entry => entry.step);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = steps[id];
    if (!step || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...targetsOf(id, step).map(target => target.step));
  }
  return Object.keys(steps)
    .filter(id => !reached.has(id))
    .map(id => flowError(pointer('steps', id), 'a step that some other step leads to', 'none does'));
}

function endlessLoops(steps: FlowDefinition['steps']): FlowError[] {
  const errors: FlowError[] = [];
  const done = new Set<string>();
  const walk = (id: string, trail: readonly string[]) => {
    const step = steps[id];
    if (!step || waits(step)) return;
    const from = trail.indexOf(id);
    if (from >= 0) {
      const loop = [...trail.slice(from), id].join(' -> ');
      errors.push(flowError(pointer('steps', id), 'a step in this loop that waits for the customer', loop));
    }
    if (from >= 0 || done.has(id)) return;
    for (const target of targetsOf(id, step)) walk(target.step, [...trail, id]);
    done.add(id);
  };
  for (const id of Object.keys(steps)) walk(id, []);
  return errors;
}
