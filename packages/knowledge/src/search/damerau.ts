/**
 * Edits (insert, delete, replace, swap neighbours) between two words, or `most + 1` when there are more.
 * The restricted distance of F. J. Damerau, "A technique for computer detection and correction of spelling errors"
 * (1964), by the row-wise recurrence; rows stop as soon as no cell can stay within `most`.
 */
export function damerau(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoBefore: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let cell = Math.min((before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (before[column - 1] ?? 0) + cost);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cell = Math.min(cell, (twoBefore[column - 2] ?? 0) + 1);
      }
      current.push(cell);
      least = Math.min(least, cell);
    }
    if (least > most) return most + 1;
    twoBefore = before;
    before = current;
  }
  return Math.min(before[b.length] ?? most + 1, most + 1);
}
