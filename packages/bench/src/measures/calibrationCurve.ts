import type { Judged } from './judged.js';

/** Answers whose probabilities lie together. */
export interface CalibrationBin {
  /** Least probability, taken in; the next bin begins at the most. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean probability, and the share that was right; NaN in an empty bin. */
  readonly meant: number;
  readonly right: number;
}

/** Answers by probability, in bins of equal width; a probability of 1 belongs to the last. */
export function calibrationCurve(answers: readonly Judged[], bins = 10): CalibrationBin[] {
  return Array.from({ length: bins }, (_, bin) => {
    const inside = answers.filter(({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === bin);
    const meant = inside.reduce((sum, { probability }) => sum + probability, 0);
    const right = inside.filter(answer => answer.right).length;
    const count = inside.length;
    return { from: bin / bins, to: (bin + 1) / bins, count, meant: meant / count, right: right / count };
  });
}
