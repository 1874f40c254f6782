import Value from 'typebox/value';
import { type FlowDefinition, FlowDefinitionSchema } from '../schema.js';
import { checkCards } from './checkCards.js';
import { checkConditions } from './checkConditions.js';
import { checkGraph } from './checkGraph.js';
import { checkInputs } from './checkInputs.js';
import { checkIntents } from './checkIntents.js';
import { checkShape } from './checkShape.js';
import { checkTexts } from './checkTexts.js';
import { checkVariables } from './checkVariables.js';
import { type FlowError, flowError } from './flowError.js';
import { migrate } from './migrate.js';

/**
 * Checks a flow definition before it runs: its shape, then missing targets, unreachable steps, loops that never wait
 * for the customer, unknown variables, comparisons that cannot hold, missing texts and locales. An older format is brought to
 * today's first (see `migrate`). Never throws; the shape is right before the rest is looked at.
 */
export function validate(
  given: unknown,
): { readonly definition: FlowDefinition } | { readonly errors: readonly FlowError[] } {
  const { definition: value } = migrate(given);
  const shape = checkShape(value);
  if (shape.length > 0) return { errors: shape };
  if (!Value.Check(FlowDefinitionSchema, value)) return { errors: [flowError('', 'a flow definition', value)] };
  const checks = [checkGraph, checkConditions, checkVariables, checkTexts, checkInputs, checkCards, checkIntents];
  const errors = checks.flatMap(check => check(value));
  return errors.length > 0 ? { errors } : { definition: value };
}
