import type { FlowDefinition, FlowStep } from '../schema.js';
import { type FlowError, flowError, pointer } from './flowError.js';

/** What an ask or form step needs besides its kind of input: choices with distinct values, a pattern that compiles. */
export function checkInputs({ steps }: FlowDefinition): readonly FlowError[] {
  return Object.entries(steps).flatMap(([id, step]) => {
    if (step.type === 'ask') return checkAsk(id, step);
    if (step.type !== 'form') return [];
    return step.fields.flatMap((field, index) => checkChoices(field, pointer('steps', id, 'fields', index)));
  });
}

function checkAsk(id: string, step: Extract<FlowStep, { type: 'ask' }>): FlowError[] {
  const path = pointer('steps', id);
  const errors = checkChoices(step, path);
  const at = `${path}/pattern`;
  for (const name of ['least', 'most'] as const) {
    if (step[name] !== undefined && step.input !== 'number')
      errors.push(flowError(`${path}/${name}`, 'no bound beside this input', step[name]));
  }
  if (step.least !== undefined && step.most !== undefined && step.least > step.most)
    errors.push(flowError(`${path}/most`, `at least ${step.least}`, step.most));
  if (step.input !== 'pattern') {
    return step.pattern === undefined
      ? errors
      : [...errors, flowError(at, 'no pattern beside this input', step.pattern)];
  }
  if (step.pattern === undefined || !compiles(step.pattern))
    errors.push(flowError(at, 'a regular expression', step.pattern));
  return errors;
}

function checkChoices(from: { input: string; choices?: readonly { value: string }[] }, path: string): FlowError[] {
  const at = `${path}/choices`;
  const { choices } = from;
  if ((from.input === 'choices') !== (choices !== undefined)) {
    return [flowError(at, from.input === 'choices' ? 'choices' : 'no choices beside this input', choices)];
  }
  const values = (choices ?? []).map(one => one.value);
  const repeated = values.findIndex((value, index) => values.indexOf(value) !== index);
  return repeated < 0 ? [] : [flowError(`${at}/${repeated}/value`, 'a value no other choice has', values[repeated])];
}

function compiles(source: string): boolean {
  try {
    return new RegExp(`^(?:${source})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
