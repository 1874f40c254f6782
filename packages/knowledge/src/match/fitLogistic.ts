import { dot } from './probabilities.js';

/** Evidence (the first number is 1, for the intercept), what was true, and how much it counts. */
export interface Observation {
  readonly values: readonly number[];
  readonly target: boolean;
  readonly weight: number;
}

const ROUNDS = 25;
/** Keeps weights small when a few observations could be told apart by anything (ridge). */
const SHRINK = 0.5;

/** Logistic regression by Newton's method (iteratively reweighted least squares: P. McCullagh, J. Nelder 1989). */
export function fitLogistic(observations: readonly Observation[]): number[] {
  const size = observations[0]?.values.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, place) => (place === 0 ? 0 : SHRINK * weight));
    const bend = slope.map((_, row) => slope.map((_, column) => (row === column ? SHRINK : 0)));
    for (const { values, target, weight } of observations) {
      const chance = 1 / (1 + Math.exp(-dot(weights, values)));
      const error = weight * (chance - (target ? 1 : 0));
      const spread = weight * Math.max(1e-6, chance * (1 - chance));
      values.forEach((value, row) => {
        slope[row] = (slope[row] as number) + error * value;
        const line = bend[row] as number[];
        values.forEach((other, column) => {
          line[column] = (line[column] as number) + spread * value * other;
        });
      });
    }
    const step = solve(bend, slope);
    weights = weights.map((weight, place) => weight - (step[place] as number));
  }
  return weights;
}

/** Gauss-Jordan elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, place) => [...row, right[place] as number]);
  rows.forEach((pivot, place) => {
    const divisor = pivot[place] as number;
    for (let column = place; column < pivot.length; column++) pivot[column] = (pivot[column] as number) / divisor;
    rows.forEach((row, other) => {
      const factor = row[place] as number;
      if (other === place || factor === 0) return;
      row.forEach((value, column) => {
        row[column] = value - factor * (pivot[column] as number);
      });
    });
  });
  return rows.map(row => row[row.length - 1] as number);
}
