/** A message as the regression sees it: weighted features of length 1, and the place of its class. */
export interface Row {
  readonly buckets: Int32Array;
  readonly values: Float32Array;
  readonly target: number;
}

/** Weights by bucket, then class, and one bias a class. */
export interface Weights {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const RATE = 0.5;
const EPSILON = 1e-6;

/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan, Singer 2011), one row at a time. The order of rows is a fixed
 * permutation: the same rows give the same weights.
 */
export function fitSoftmax(rows: readonly Row[], classes: number, buckets: number, epochs: number): Weights {
  const weights = new Float32Array(buckets * classes);
  const squares = new Float32Array(buckets * classes);
  const bias = new Float32Array(classes);
  const scores = new Float32Array(classes);
  const order = permutation(rows.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const place of order) {
      const row = rows[place];
      if (!row) continue;
      scoreRow(row, { classes, weights, bias }, scores);
      toProbabilities(scores);
      scores[row.target] = (scores[row.target] ?? 0) - 1;
      step(row, scores, classes, weights, squares);
      for (let each = 0; each < classes; each++) bias[each] = (bias[each] ?? 0) - 0.01 * (scores[each] ?? 0);
    }
  }
  return { classes, weights, bias };
}

function step(row: Row, errors: Float32Array, classes: number, weights: Float32Array, squares: Float32Array): void {
  const { buckets, values } = row;
  for (let at = 0; at < buckets.length; at++) {
    const base = (buckets[at] as number) * classes;
    const value = values[at] as number;
    for (let each = 0; each < classes; each++) {
      const error = errors[each] as number;
      // Classes that are settled for this row cost the most time and change nothing.
      if (error < 0.004 && error > -0.004) continue;
      const gradient = error * value;
      const square = (squares[base + each] as number) + gradient * gradient;
      squares[base + each] = square;
      weights[base + each] = (weights[base + each] as number) - (RATE * gradient) / Math.sqrt(square + EPSILON);
    }
  }
}

/** Adds up the scores of all classes. */
export function scoreRow(
  row: Pick<Row, 'buckets' | 'values'>,
  { classes, weights, bias }: { classes: number; weights: Float32Array | Int8Array; bias: Float32Array },
  scores: Float32Array,
): void {
  scores.fill(0);
  for (let at = 0; at < row.buckets.length; at++) {
    const base = (row.buckets[at] as number) * classes;
    const value = row.values[at] as number;
    for (let each = 0; each < classes; each++)
      scores[each] = (scores[each] as number) + value * (weights[base + each] as number);
  }
  for (let each = 0; each < classes; each++) scores[each] = (scores[each] as number) + (bias[each] as number);
}

/** Softmax in place. */
export function toProbabilities(scores: Float32Array): void {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let each = 0; each < scores.length; each++) {
    const power = Math.exp((scores[each] as number) - most);
    scores[each] = power;
    sum += power;
  }
  for (let each = 0; each < scores.length; each++) scores[each] = (scores[each] as number) / sum;
}

/** Numbers below `size` in an order that looks random and never changes (a linear congruential generator). */
export function permutation(size: number): number[] {
  const order = Array.from({ length: size }, (_, place) => place);
  let state = 12345;
  for (let last = size - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
