/** At most `most` of the values, spread evenly over them, in their order. */
export function sample<T>(values: readonly T[], most: number): T[] {
  const count = Math.min(most, values.length);
  return Array.from({ length: count }, (_, at) => values[Math.floor((at * values.length) / count)] as T);
}
