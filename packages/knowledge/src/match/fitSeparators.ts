import { permutation } from './permutation.js';
import type { Row } from './vocabulary.js';

/** Rows of training one after another. */
interface Table {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly values: Float32Array;
  /** Squared length of each row, with the 1 of the bias. */
  readonly lengths: Float64Array;
}

/** A line between one class and all others. */
export interface Separator {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** What a wrong side costs, how much more it costs for a sample of the class itself, and passes over what is not yet settled. */
const COST = 1;
const OWN = 3;
const PASSES = 10;
/** A row this far on the right side is settled after the first pass; after later ones less is enough. */
const SETTLED = 0.3;
const STILL_SETTLED = 0.05;
/** Largest error at which a class is done. */
const ENOUGH = 0.1;

/**
 * One line a class by dual coordinate descent for linear support vector machines with squared hinge loss (Hsieh, Chang, Lin,
 * Keerthi, Sundararajan 2008), with their shrinking: rows far on the right side are left out of later passes, which is
 * where almost all of the time would go. The same rows give the same lines.
 */
export function fitSeparators(rows: readonly Row[], targets: Int32Array, classes: number, size: number): Separator[] {
  const table = tableOf(rows);
  const order = Int32Array.from(permutation(rows.length));
  return Array.from({ length: classes }, (_, place) => fitOne(table, order, targets, place, size));
}

function tableOf(rows: readonly Row[]): Table {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] as number) + row.places.length;
  });
  const places = new Int32Array(starts[rows.length] as number);
  const values = new Float32Array(places.length);
  const lengths = new Float64Array(rows.length);
  rows.forEach((row, at) => {
    places.set(row.places, starts[at] as number);
    values.set(row.values, starts[at] as number);
    lengths[at] = row.values.reduce((sum, value) => sum + value * value, 1);
  });
  return { rows: rows.length, starts, places, values, lengths };
}

function fitOne(table: Table, order: Int32Array, targets: Int32Array, own: number, size: number): Separator {
  const { starts, places, values, lengths } = table;
  const weights = new Float32Array(size);
  const multipliers = new Float64Array(table.rows);
  const active = order.slice();
  let bias = 0;
  let left = active.length;
  for (let pass = 0; pass < PASSES; pass++) {
    let worst = 0;
    let kept = 0;
    for (let at = 0; at < left; at++) {
      const row = active[at] as number;
      const from = starts[row] as number;
      const to = starts[row + 1] as number;
      const score = bias + dotRange(weights, table, from, to);
      const sign = targets[row] === own ? 1 : -1;
      const slack = 0.5 / (sign > 0 ? COST * OWN : COST);
      const before = multipliers[row] as number;
      const slope = sign * score - 1 + slack * before;
      if (before === 0 && slope > 0) {
        if (slope < (pass === 0 ? SETTLED : STILL_SETTLED)) active[kept++] = row;
        continue;
      }
      active[kept++] = row;
      const after = Math.max(0, before - slope / ((lengths[row] as number) + slack));
      const step = (after - before) * sign;
      if (step === 0) continue;
      multipliers[row] = after;
      worst = Math.max(worst, Math.abs(slope));
      for (let each = from; each < to; each++) {
        const place = places[each] as number;
        weights[place] = (weights[place] as number) + step * (values[each] as number);
      }
      bias += step;
    }
    if (worst < ENOUGH) break;
    left = kept;
    mixUp(active, left, own * PASSES + pass);
  }
  return { weights, bias };
}

/** Two sums side by side: one would wait for its own last addition, and this is where the time goes. */
function dotRange(weights: Float32Array, { places, values }: Table, from: number, to: number): number {
  let even = 0;
  let odd = 0;
  let each = from;
  for (; each + 1 < to; each += 2) {
    even += (weights[places[each] as number] as number) * (values[each] as number);
    odd += (weights[places[each + 1] as number] as number) * (values[each + 1] as number);
  }
  if (each < to) even += (weights[places[each] as number] as number) * (values[each] as number);
  return even + odd;
}

/** Another order for the next pass, in place. */
function mixUp(list: Int32Array, size: number, seed: number): void {
  let state = seed + 12345;
  for (let last = size - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (last + 1);
    const kept = list[last] as number;
    list[last] = list[other] as number;
    list[other] = kept;
  }
}
