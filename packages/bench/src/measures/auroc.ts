/**
 * Chance that a positive is above a negative, ties counting half: the area under the ROC curve, by the sum of ranks
 * (Mann, Whitney 1947) in O(n log n). NaN when there are no positives or no negatives.
 */
export function auroc(positive: readonly number[], negative: readonly number[]): number {
  const all = [
    ...positive.map(value => ({ value, isPositive: true })),
    ...negative.map(value => ({ value, isPositive: false })),
  ].sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    let positives = 0;
    while (to < all.length && all[to]?.value === all[from]?.value) {
      if (all[to]?.isPositive) positives++;
      to++;
    }
    // Equal values share the mean of their ranks, which begin at 1.
    ranks += (positives * (from + 1 + to)) / 2;
    from = to;
  }
  const wins = ranks - (positive.length * (positive.length + 1)) / 2;
  return wins / (positive.length * negative.length);
}
