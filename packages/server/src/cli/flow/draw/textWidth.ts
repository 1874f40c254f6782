/** Letters as wide as they are high. */
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u;
const NARROW = /[iIjl.,:;'!|()[\]\s/-]/;

/** Words with what follows them; letters of Chinese and Japanese one by one, with what closes after them. */
const PIECES =
  /[\u2e80-\u9fff\uff00-\uff60][\u3001\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f]*|[^\s\u2e80-\u9fff\uff00-\uff60]+[\s\u3001\u3002\uff01\uff09\uff0c\uff1a\uff1b\uff1f]*/gu;

/** About how many pixels a text takes in a sans-serif of this size; on the safe side. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text) ems += WIDE.test(char) ? 1.05 : NARROW.test(char) ? 0.36 : 0.6;
  return ems * size;
}

/** The text in lines of at most this width; the last line of too many ends with an ellipsis. */
export function wrapText(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  // Chinese and Japanese break anywhere but before what closes a sentence.
  for (const word of text.match(PIECES) ?? []) {
    if (line !== '' && textWidth((line + word).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}
