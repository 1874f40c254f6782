import { calibrationCurve } from './calibrationCurve.js';
import type { Judged } from './judged.js';

/**
 * Expected calibration error, 0 to 1: the distance between what is meant and what is right, over ten bins of equal width
 * weighed by their answers (M. P. Naeini, G. F. Cooper, M. Hauskrecht, "Obtaining Well Calibrated Probabilities Using
 * Bayesian Binning", 2015). NaN without answers.
 */
export function calibrationError(answers: readonly Judged[]): number {
  const filled = calibrationCurve(answers).filter(({ count }) => count > 0);
  const error = filled.reduce((sum, { count, meant, right }) => sum + count * Math.abs(meant - right), 0);
  return error / answers.length;
}
