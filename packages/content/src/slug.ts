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

/** Gives each heading of one document its own slug: the second "Steps" becomes `steps-2`. */
export function createSlugger(): (text: string) => string {
  const used = new Map<string, number>();
  return text => {
    const base = slug(text);
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
}
