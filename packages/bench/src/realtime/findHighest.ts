/**
 * The highest step that holds, when every step below it does too: strides until it lies between two steps, then halves.
 * @param from first step that is tried
 * @param stride steps between tries until one holds and one does not
 * @returns -1 when not even step 0 holds
 */
export async function findHighest(
  holds: (step: number) => Promise<boolean>,
  from: number,
  stride: number,
): Promise<number> {
  let good: number | null = null;
  let bad: number | null = null;
  let step = from;
  while (good === null || bad === null) {
    if (await holds(step)) good = step;
    else if (step === 0) return -1;
    else bad = step;
    step = good === step ? step + stride : Math.max(0, step - stride);
  }
  while (bad - good > 1) {
    const middle: number = Math.floor((good + bad) / 2);
    if (await holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
