import type { BranchCase, FlowValue } from '../schema.js';

/** Whether every condition of a branch's case holds. A variable without a value holds only `set: false`. */
export function holds(one: BranchCase, vars: Readonly<Record<string, FlowValue>>): boolean {
  const value = vars[one.variable];
  if (one.set !== undefined && one.set !== (value !== undefined)) return false;
  if (one.is !== undefined && one.is !== value) return false;
  if (one.in !== undefined && !one.in.some(other => other === value)) return false;
  if (one.above !== undefined && !(typeof value === 'number' && value > one.above)) return false;
  return one.below === undefined || (typeof value === 'number' && value < one.below);
}
