/** What is known of a candidate. */
interface Evidence {
  readonly score: number;
  readonly confidence: number;
}

/** Logistic regression on development data: chance that the first article is right, from its confidence and its lead. */
const INTERCEPT = -2.45;
const BY_CONFIDENCE = 3.92;
const BY_LEAD = 5.35;

/**
 * Chances of candidates, best first: the first one's by Platt scaling (J. Platt, "Probabilistic outputs for support vector
 * machines", 1999) of its confidence and its lead over the second; the others share what is left in the ratio of
 * their scores, never more than the first.
 */
export function probabilities(candidates: readonly Evidence[]): number[] {
  const [first, second] = candidates;
  if (!first) return [];
  const lead = 1 - (second?.score ?? 0) / (first.score || 1);
  const top = 1 / (1 + Math.exp(-(INTERCEPT + BY_CONFIDENCE * first.confidence + BY_LEAD * lead)));
  const rest = candidates.slice(1);
  const sum = rest.reduce((total, each) => total + each.score * each.confidence, 0) || 1;
  const left = (1 - top) * first.confidence;
  return [top, ...rest.map(each => Math.min(top, (left * each.score * each.confidence) / sum))];
}
