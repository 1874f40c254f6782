/** `Promise.all` over a list, with at most `most` at once; results keep the order of the list. */
export async function mapBounded<T, R>(list: readonly T[], most: number, run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async () => {
    while (next < list.length) {
      const at = next++;
      results[at] = await run(list[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, list.length) }, work));
  return results;
}
