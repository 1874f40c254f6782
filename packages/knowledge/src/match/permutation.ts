/** Numbers below `size` in an order that looks random and never changes (a linear congruential generator). */
export function permutation(size: number): number[] {
  const order = Array.from({ length: size }, (_, place) => place);
  let state = 12345;
  for (let last = size - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}
