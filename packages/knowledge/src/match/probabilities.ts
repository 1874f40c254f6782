import type { Evidence } from './fitIntents.js';

/** Turns scores into probabilities. */
export interface Calibration {
  /** How evidence becomes the chance of being in scope, by {@link Evidence.scope}. */
  readonly scope: readonly number[];
  /** Sharpens scores so that probabilities mean what they say (Guo et al. 2017, temperature scaling; this is 1 / temperature). */
  readonly sharpness: number;
}

/** Chance of being in scope, 0..1. */
export function inScope(calibration: Calibration, { scope }: Evidence): number {
  return 1 / (1 + Math.exp(-dot(calibration.scope, scope)));
}

/** Share of each intent when the message is in scope; together 1. */
export function shares(scores: Float64Array, sharpness: number): Float64Array {
  let most = -Infinity;
  for (const each of scores) if (each > most) most = each;
  let sum = 0;
  const powers = scores.map(each => {
    const power = Math.exp(sharpness * (each - most));
    sum += power;
    return power;
  });
  return powers.map(power => power / sum);
}

/** Sum of products. */
export function dot(weights: readonly number[], values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);
}
