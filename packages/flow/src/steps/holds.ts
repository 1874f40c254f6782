import { normalise } from '../normalise.js';
import type { Condition, FlowValue } from '../schema.js';

/** Whether a condition holds. Of a variable without a value only `set: false` holds, and what denies the rest. */
export function holds(condition: Condition, vars: Readonly<Record<string, FlowValue>>): boolean {
  const { all, any, not, variable } = condition;
  if (all && !all.every(one => holds(one, vars))) return false;
  if (any && !any.some(one => holds(one, vars))) return false;
  if (not && holds(not, vars)) return false;
  return variable === undefined || fits(condition, vars[variable]);
}

function fits({ is, in: among, above, below, contains, set }: Condition, value: FlowValue | undefined): boolean {
  if (set !== undefined && set !== (value !== undefined)) return false;
  if (is !== undefined && is !== value) return false;
  if (among !== undefined && !among.some(other => other === value)) return false;
  if (above !== undefined && !(typeof value === 'number' && value > above)) return false;
  if (below !== undefined && !(typeof value === 'number' && value < below)) return false;
  return contains === undefined || (typeof value === 'string' && normalise(value).includes(normalise(contains).trim()));
}
