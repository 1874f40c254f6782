/** Evidence (the first number is 1, for the intercept) and what was true. */
export interface Observation {
  readonly features: readonly number[];
  readonly target: boolean;
}

const ROUNDS = 300;
const RATE = 0.5;
const SHRINK = 0.001;

/** Logistic regression by gradient descent, both outcomes weighing the same however many there are of each. */
export function fitLogistic(observations: readonly Observation[]): number[] {
  const size = observations[0]?.features.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const positive = observations.filter(each => each.target).length || 1;
  const negative = observations.length - positive || 1;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Array<number>(size).fill(0);
    for (const { features, target } of observations) {
      const sum = features.reduce((total, value, place) => total + value * (weights[place] ?? 0), 0);
      const error = (1 / (1 + Math.exp(-sum)) - (target ? 1 : 0)) / (2 * (target ? positive : negative));
      features.forEach((value, place) => {
        slope[place] = (slope[place] ?? 0) + error * value;
      });
    }
    slope.forEach((value, place) => {
      weights[place] = (weights[place] ?? 0) - RATE * (value + SHRINK * (weights[place] ?? 0));
    });
  }
  return weights.map(weight => Number(weight.toFixed(4)));
}
