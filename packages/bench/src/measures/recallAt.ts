/**
 * Share of queries with a right article among the first `top`, 0 to 1. A place is that of the first right article, 0 for the
 * best, Infinity when it was not found. NaN without queries.
 */
export function recallAt(places: readonly number[], top: number): number {
  return places.filter(place => place < top).length / places.length;
}
