import Value from 'typebox/value';
import { type FlowDefinition, FlowDefinitionSchema } from '../schema.js';
import { checkGraph } from './checkGraph.js';
import { checkInputs } from './checkInputs.js';
import { checkShape } from './checkShape.js';
import { checkTexts } from './checkTexts.js';
import { checkVariables } from './checkVariables.js';
import { type FlowError, flowError } from './flowError.js';

/**
 * Checks a flow definition before it runs: its shape, then missing targets, unreachable steps, loops that never wait
 * for the customer, unknown variables, missing texts. Never throws; the shape is right before the rest is looked at.
 */
export function validate(
  value: unknown,
): { readonly definition: FlowDefinition } | { readonly errors: readonly FlowError[] } {
  const shape = checkShape(value);
  if (shape.length > 0) return { errors: shape };
  if (!Value.Check(FlowDefinitionSchema, value)) return { errors: [flowError('', 'a flow definition', value)] };
  const checks = [checkGraph, checkVariables, checkTexts, checkInputs];
  const errors = checks.flatMap(check => check(value));
  return errors.length > 0 ? { errors } : { definition: value };
}
