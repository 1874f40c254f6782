import type { ModelParts } from './intentModel.js';
import { LARGEST_WEIGHT } from './scorer.js';

/** Version of the saved form; it changes with the features too, because a model knows them by number only. */
export const MODEL_VERSION = 2;

/** A model as JSON: lists of small numbers are texts of digits, which compress well and need no escapes. */
export interface SavedModel {
  readonly version: number;
  readonly intents: readonly string[];
  readonly counts: readonly number[];
  /** Distances between neighbouring buckets, two digits each. */
  readonly buckets: string;
  /** One digit a feature. */
  readonly rarity: string;
  /** A feature after the other: distance to the next class and its weight, two digits for each class; then {@link END}. */
  readonly weights: string;
  readonly scale: number;
  readonly bias: readonly number[];
  readonly scope: readonly number[];
  readonly sharpness: number;
}

/** Printable ASCII without the quote, the backslash and {@link END}. */
export const DIGITS = "#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~ ";
export const END = '!';
/** The digit that only moves on by as many classes or buckets. */
export const SKIP = DIGITS.length - 1;

/** Writes a model as JSON can hold it. */
export function writeModel({ intents, counts, scorer, calibration }: ModelParts): SavedModel {
  const { vocabulary } = scorer;
  let before = -1;
  const buckets = Array.from(vocabulary.buckets, bucket => {
    const distance = writeDistance(bucket - before);
    before = bucket;
    return distance;
  });
  return {
    version: MODEL_VERSION,
    intents,
    counts,
    buckets: buckets.join(''),
    rarity: Array.from(vocabulary.weights, weight => DIGITS[weight]).join(''),
    weights: writeWeights(scorer),
    scale: scorer.scale,
    bias: Array.from(scorer.bias, value => Number(value.toFixed(4))),
    scope: calibration.scope,
    sharpness: calibration.sharpness,
  };
}

function writeWeights({ starts, owners, weights }: ModelParts['scorer']): string {
  const parts: string[] = [];
  for (let feature = 0; feature + 1 < starts.length; feature++) {
    let before = -1;
    for (let each = starts[feature] as number; each < (starts[feature + 1] as number); each++) {
      const owner = owners[each] as number;
      parts.push(writeDistance(owner - before), DIGITS[(weights[each] as number) + LARGEST_WEIGHT] as string);
      before = owner;
    }
    parts.push(END);
  }
  return parts.join('');
}

function writeDistance(distance: number): string {
  return (DIGITS[SKIP] as string).repeat(Math.floor(distance / SKIP)) + DIGITS[distance % SKIP];
}
