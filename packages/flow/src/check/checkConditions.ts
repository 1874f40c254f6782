import type { Condition, FlowDefinition } from '../schema.js';
import { type FlowError, flowError, pointer } from './flowError.js';

/** A condition that looks at a variable, and where it stands. */
export interface VariableCondition {
  readonly path: string;
  readonly condition: Condition & { readonly variable: string };
}

const KINDS = ['variable', 'all', 'any', 'not'] as const;
const COMPARISONS = ['is', 'in', 'above', 'below', 'contains', 'set'] as const;

/** Conditions that say nothing, or two things at once. */
export function checkConditions({ steps }: FlowDefinition): readonly FlowError[] {
  return Object.entries(steps).flatMap(([id, step]) =>
    step.type === 'branch'
      ? step.cases.flatMap(({ when }, index) => checkOne(when, pointer('steps', id, 'cases', index, 'when')))
      : [],
  );
}

/** Every look at a variable inside a condition. */
export function variablesOf(condition: Condition, path: string): VariableCondition[] {
  const { variable } = condition;
  const own = variable === undefined ? [] : [{ path, condition: { ...condition, variable } }];
  return [...own, ...insideOf(condition, path).flatMap(one => variablesOf(one.condition, one.path))];
}

function checkOne(condition: Condition, path: string): FlowError[] {
  const kinds = KINDS.filter(kind => condition[kind] !== undefined);
  const compares = COMPARISONS.filter(name => condition[name] !== undefined);
  const errors: FlowError[] = [];
  if (kinds.length !== 1) errors.push(flowError(path, `one of ${KINDS.join(', ')}`, kinds.join(' and ') || undefined));
  if (condition.variable !== undefined && compares.length === 0)
    errors.push(flowError(path, `a comparison: ${COMPARISONS.join(', ')}`, undefined));
  if (condition.variable === undefined && compares.length > 0)
    errors.push(flowError(`${path}/${compares[0]}`, 'a variable beside it', undefined));
  return [...errors, ...insideOf(condition, path).flatMap(one => checkOne(one.condition, one.path))];
}

function insideOf({ all = [], any = [], not }: Condition, path: string): { path: string; condition: Condition }[] {
  return [
    ...all.map((condition, index) => ({ path: `${path}/all/${index}`, condition })),
    ...any.map((condition, index) => ({ path: `${path}/any/${index}`, condition })),
    ...(not ? [{ path: `${path}/not`, condition: not }] : []),
  ];
}
