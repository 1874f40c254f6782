/**
 * A stable address part made from a heading: letters and digits of any script, lower case, joined by `-`.
 * Empty headings give `section`.
 */
export function slug(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return words ? words.join('-') : 'section';
}

/**
 * Gives each heading of one document its own slug: the second "Steps" becomes `steps-2`. An id that the author chose is
 * kept as it is unless it was used before.
 */
export function createSlugger(): (text: string, id?: string) => string {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return (text, id) => {
    const base = id ?? slug(text);
    let count = counts.get(base) ?? 0;
    let made = base;
    do {
      count += 1;
      made = count === 1 ? base : `${base}-${count}`;
    } while (used.has(made));
    counts.set(base, count);
    used.add(made);
    return made;
  };
}
