/**
 * Whether two normalised messages say the same: the Sørensen-Dice coefficient of their letter pairs is at least 0.7
 * (L. R. Dice 1945). Works without word boundaries, so for Chinese and Japanese too.
 */
export function sameThing(a: string, b: string): boolean {
  if (a === b) return true;
  const left = pairs(a);
  const right = pairs(b);
  const shared = [...left].filter(pair => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size) >= 0.7;
}

function pairs(text: string): Set<string> {
  const letters = [...text];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
