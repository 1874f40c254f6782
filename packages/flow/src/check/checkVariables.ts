import { placeholders } from '../fillTree.js';
import type { Condition, FlowDefinition, FlowStep } from '../schema.js';
import { addressesOf } from './checkCards.js';
import { variablesOf } from './checkConditions.js';
import { type FlowError, flowError, pointer } from './flowError.js';

interface Use {
  readonly path: string;
  readonly name: string;
}

/** Variables that are used but not declared, and values that are not of the declared type. */
export function checkVariables({ variables = {}, steps, texts }: FlowDefinition): readonly FlowError[] {
  const uses = Object.entries(steps).flatMap(([id, step]) => usesOf(id, step));
  for (const [key, byLocale] of Object.entries(texts)) {
    for (const [locale, text] of Object.entries(byLocale)) {
      uses.push(...placeholders(text).map(name => ({ path: pointer('texts', key, locale), name })));
    }
  }
  const names = Object.keys(variables);
  const declared =
    names.length > 0 ? `a declared variable (${names.join(', ')})` : 'a variable declared under /variables';
  const unknown = uses.filter(use => !Object.hasOwn(variables, use.name));
  return [...unknown.map(use => flowError(use.path, declared, use.name, names)), ...wrongTypes(variables, steps)];
}

function usesOf(id: string, step: FlowStep): Use[] {
  const use = (name: string, ...parts: (string | number)[]): Use => ({ path: pointer('steps', id, ...parts), name });
  const uses: Use[] = [];
  if ('variable' in step && step.variable !== undefined) uses.push(use(step.variable, 'variable'));
  if ('query' in step && step.query !== undefined) uses.push(use(step.query, 'query'));
  if (step.type === 'branch')
    uses.push(
      ...step.cases.flatMap((one, index) => conditionUses(one.when, pointer('steps', id, 'cases', index, 'when'))),
    );
  for (const { path, from } of addressesOf(id, step))
    if (from.address !== undefined) uses.push({ path: `${path}/address`, name: from.address });
  if (step.type === 'form')
    uses.push(...step.fields.map((field, index) => use(field.variable, 'fields', index, 'variable')));
  if (step.type === 'action') {
    uses.push(...Object.entries(step.input ?? {}).map(([name, variable]) => use(variable, 'input', name)));
    uses.push(...Object.keys(step.output ?? {}).map(name => use(name, 'output', name)));
  }
  return uses;
}

function conditionUses(condition: Condition, path: string): Use[] {
  return variablesOf(condition, path).map(({ path: at, condition: { variable } }) => ({
    path: `${at}/variable`,
    name: variable,
  }));
}

function wrongTypes(variables: NonNullable<FlowDefinition['variables']>, steps: FlowDefinition['steps']): FlowError[] {
  const errors: FlowError[] = [];
  for (const [name, { type, initial }] of Object.entries(variables)) {
    if (initial !== undefined && typeof initial !== type) {
      errors.push(flowError(pointer('variables', name, 'initial'), `a ${type}`, initial));
    }
  }
  for (const [id, step] of Object.entries(steps)) {
    const type = step.type === 'set' ? variables[step.variable]?.type : undefined;
    if (step.type === 'set' && type && typeof step.value !== type) {
      errors.push(flowError(pointer('steps', id, 'value'), `a ${type}`, step.value));
    }
    if (step.type === 'branch') {
      step.cases.forEach(({ when }, index) => {
        errors.push(...wrongComparisons(when, pointer('steps', id, 'cases', index, 'when'), variables));
      });
    }
  }
  return errors;
}

/** Comparisons that can never hold, because the variable is of another type. */
function wrongComparisons(
  when: Condition,
  path: string,
  variables: NonNullable<FlowDefinition['variables']>,
): FlowError[] {
  return variablesOf(when, path).flatMap(({ path: at, condition }) => {
    const type = variables[condition.variable]?.type;
    if (!type) return [];
    const values = [
      { name: 'is', value: condition.is, wanted: type },
      ...(condition.in ?? []).map((value, index) => ({ name: `in/${index}`, value, wanted: type })),
      { name: 'above', value: condition.above, wanted: 'number' },
      { name: 'below', value: condition.below, wanted: 'number' },
      { name: 'contains', value: condition.contains, wanted: 'string' },
    ].filter(one => one.value !== undefined);
    return values.flatMap(({ name, value, wanted }) =>
      wanted !== type
        ? [flowError(`${at}/${name}`, `no such comparison of a ${type}`, value)]
        : typeof value === type
          ? []
          : [flowError(`${at}/${name}`, `a ${type}`, value)],
    );
  });
}
