import type { FlowStep } from '../schema.js';
import { pointer } from './flowError.js';

/** A step another step names, and where it does. */
export interface Target {
  readonly path: string;
  readonly step: string;
}

/** Every step that may follow this one. */
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
  }
  if (step.type === 'action' && step.failed !== undefined) targets.push({ path: at('failed'), step: step.failed });
  return targets;
}
