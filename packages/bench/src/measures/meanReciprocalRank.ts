/** Mean of 1 / (place + 1), 0 to 1; a place is 0 for the best, Infinity when nothing right was found. NaN without queries. */
export function meanReciprocalRank(places: readonly number[]): number {
  return places.reduce((sum, place) => sum + 1 / (place + 1), 0) / places.length;
}
