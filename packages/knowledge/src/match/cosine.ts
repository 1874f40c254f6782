/** Cosine of the angle between two vectors of one length, -1..1; 0 when one of them has no direction. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  a.forEach((value, at) => {
    const other = b[at] ?? 0;
    both += value * other;
    ofA += value * value;
    ofB += other * other;
  });
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}
