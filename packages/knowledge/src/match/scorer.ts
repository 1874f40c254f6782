import type { Separator } from './fitSeparators.js';
import type { Row, Vocabulary } from './vocabulary.js';

/** Scores of all classes for a message: the weights that count, by feature. */
export interface Scorer {
  readonly vocabulary: Vocabulary;
  readonly classes: number;
  /** Where the weights of each feature begin in `owners` and `weights`; one more than there are features. */
  readonly starts: Int32Array;
  readonly owners: Uint16Array;
  readonly weights: Int8Array;
  /** Turns weights into scores. */
  readonly scale: number;
  readonly bias: Float32Array;
}

export const LARGEST_WEIGHT = 44;
/** Weights are rounded to multiples of so many of their typical size; most become nothing and cost nothing. */
const STEPS = [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
/** Weights that are kept at most; about a byte each when the model is sent compressed. */
const MOST_KEPT = 220_000;

/** Rounds lines to whole numbers, as finely as the number of weights allows, and leaves out what is nothing. */
export function packScorer(vocabulary: Vocabulary, separators: readonly Separator[], most = MOST_KEPT): Scorer {
  const scale = chooseScale(separators, most);
  const size = vocabulary.buckets.length;
  const starts = new Int32Array(size + 1);
  const owners: number[] = [];
  const weights: number[] = [];
  for (let feature = 0; feature < size; feature++) {
    for (let each = 0; each < separators.length; each++) {
      const weight = Math.round((separators[each]?.weights[feature] ?? 0) / scale);
      if (weight === 0) continue;
      owners.push(each);
      weights.push(weight);
    }
    starts[feature + 1] = owners.length;
  }
  const bias = Float32Array.from(separators, separator => Math.round(separator.bias * 1e4) / 1e4);
  return {
    vocabulary,
    classes: separators.length,
    starts,
    owners: Uint16Array.from(owners),
    weights: Int8Array.from(weights),
    scale,
    bias,
  };
}

function chooseScale(separators: readonly Separator[], most: number): number {
  const { typical, largest } = measure(separators);
  const scales = STEPS.map(step => Number(Math.max(step * typical, largest / LARGEST_WEIGHT, 1e-6).toPrecision(6)));
  const kept = countKept(separators, scales);
  return scales.find((_, place) => (kept[place] as number) <= most) ?? (scales[scales.length - 1] as number);
}

/** How many weights are left under each scale; scales rise. */
function countKept(separators: readonly Separator[], scales: readonly number[]): number[] {
  const kept = scales.map(() => 0);
  for (const { weights } of separators) {
    for (const weight of weights) {
      const size = 2 * Math.abs(weight);
      for (let place = 0; place < scales.length && size >= (scales[place] as number); place++)
        kept[place] = (kept[place] as number) + 1;
    }
  }
  return kept;
}

function measure(separators: readonly Separator[]): { typical: number; largest: number } {
  let squares = 0;
  let count = 0;
  let largest = 0;
  for (const { weights } of separators) {
    for (const weight of weights) {
      if (weight === 0) continue;
      squares += weight * weight;
      count += 1;
      largest = Math.max(largest, Math.abs(weight));
    }
  }
  return { typical: Math.sqrt(squares / (count || 1)), largest };
}

/** The score of each class: above 0 on its side of the line. */
export function score({ starts, owners, weights, scale, bias }: Scorer, { places, values }: Row): Float64Array {
  const scores = new Float64Array(bias.length);
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    const value = (values[at] as number) * scale;
    const to = starts[place + 1] as number;
    for (let each = starts[place] as number; each < to; each++) {
      const owner = owners[each] as number;
      scores[owner] = (scores[owner] as number) + value * (weights[each] as number);
    }
  }
  for (let each = 0; each < scores.length; each++) scores[each] = (scores[each] as number) + (bias[each] as number);
  return scores;
}
