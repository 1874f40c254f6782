/** A piece of a text. */
export interface MarkedPart {
  readonly text: string;
  /** It is what was searched for. */
  readonly marked: boolean;
}

/**
 * A text in pieces, by what matched: for `title` and `titleMarks`, `snippet.text` and `snippet.marks` of a result.
 * @param marks UTF-16 ranges in order; one that does not fit the text is left out
 */
export function markedParts(text: string, marks: readonly (readonly [number, number])[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  const add = (end: number, marked: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const [start, end] of marks) {
    if (start < at || end < start || end > text.length) continue;
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return parts;
}
