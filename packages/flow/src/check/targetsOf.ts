import type { FlowDefinition, FlowStep } from '../schema.js';
import { pointer } from './flowError.js';

/** A step another step names, and where it does. */
export interface Target {
  readonly path: string;
  readonly step: string;
}

/** Where a flow can be entered: its start, its home, its intents. */
export function entriesOf({ start, home, intents = {} }: Pick<FlowDefinition, 'start' | 'home' | 'intents'>): Target[] {
  return [
    { path: '/start', step: start },
    ...(home === undefined ? [] : [{ path: '/home', step: home }]),
    ...Object.entries(intents).map(([id, { next }]) => ({ path: pointer('intents', id, 'next'), step: next })),
  ];
}

/** Every step that may follow this one. The flow's own entries are `entriesOf`. */
export function targetsOf(id: string, step: FlowStep): Target[] {
  const at = (...parts: (string | number)[]) => pointer('steps', id, ...parts);
  const targets: Target[] = [];
  if ('next' in step && step.next !== undefined) targets.push({ path: at('next'), step: step.next });
  if (step.type === 'branch') {
    step.cases.forEach((one, index) => {
      targets.push({ path: at('cases', index, 'next'), step: one.next });
    });
    targets.push({ path: at('otherwise'), step: step.otherwise });
  }
  if (step.type === 'ask') {
    step.choices?.forEach((one, index) => {
      if (one.next !== undefined) targets.push({ path: at('choices', index, 'next'), step: one.next });
    });
    if (step.optional !== undefined) targets.push({ path: at('optional'), step: step.optional });
  }
  if (step.type === 'cards') {
    step.cards.forEach(({ buttons = [] }, card) => {
      buttons.forEach((one, index) => {
        if (one.next !== undefined) targets.push({ path: at('cards', card, 'buttons', index, 'next'), step: one.next });
      });
    });
  }
  if (step.type === 'action') {
    if (step.failed !== undefined) targets.push({ path: at('failed'), step: step.failed });
    if (step.declined !== undefined) targets.push({ path: at('declined'), step: step.declined });
  }
  return targets;
}
