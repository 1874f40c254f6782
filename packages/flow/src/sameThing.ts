/** Likeness from which on two messages say the same. */
const SAME = 0.7;

/** Whether two normalised messages say the same. Works without word boundaries, so for Chinese and Japanese too. */
export function sameThing(a: string, b: string): boolean {
  return likeness(a, b) >= SAME;
}

/** How alike two texts are, 0-1: the Sørensen-Dice coefficient of their letter pairs (L. R. Dice 1945). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairs(a);
  const right = pairs(b);
  const shared = [...left].filter(pair => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

function pairs(text: string): Set<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
