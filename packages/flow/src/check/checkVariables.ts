import { placeholders } from '../fillTree.js';
import type { FlowDefinition, FlowStep } from '../schema.js';
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
  return [...unknown.map(use => flowError(use.path, declared, use.name)), ...wrongTypes(variables, steps)];
}

function usesOf(id: string, step: FlowStep): Use[] {
  const use = (name: string, ...parts: (string | number)[]): Use => ({ path: pointer('steps', id, ...parts), name });
  const uses: Use[] = [];
  if ('variable' in step && step.variable !== undefined) uses.push(use(step.variable, 'variable'));
  if ('query' in step && step.query !== undefined) uses.push(use(step.query, 'query'));
  if (step.type === 'branch')
    uses.push(...step.cases.map((one, index) => use(one.variable, 'cases', index, 'variable')));
  if (step.type === 'form')
    uses.push(...step.fields.map((field, index) => use(field.variable, 'fields', index, 'variable')));
  if (step.type === 'action') {
    uses.push(...Object.entries(step.input ?? {}).map(([name, variable]) => use(variable, 'input', name)));
  }
  return uses;
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
  }
  return errors;
}
