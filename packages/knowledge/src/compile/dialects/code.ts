import type { Line } from './lines.js';

const FENCE = /^(?:\s*>)*\s*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})(.*)$/;

/**
 * Which lines belong to fenced code, its fences included (CommonMark 4.5: closed by the same character, at least as
 * often). Indented and quoted fences count, so that code inside lists and boxes is found.
 */
export function codeLines(lines: readonly Line[]): boolean[] {
  return codeParts(lines).map(part => part !== null);
}

/** What each line is to fenced code: the fence that opens it, inside (the closing fence too), or none of it. */
export function codeParts(lines: readonly Line[]): ('open' | 'inside' | null)[] {
  let open: string | null = null;
  return lines.map(({ text }) => {
    const [, fence = '', rest = ''] = FENCE.exec(text) ?? [];
    if (open === null) {
      if (fence === '' || (fence.startsWith('`') && rest.includes('`'))) return null;
      open = fence;
      return 'open';
    }
    if (fence.startsWith(open) && rest.trim() === '') open = null;
    return 'inside';
  });
}

/** Changes single lines outside of code; `null` leaves a line out. */
export function changeLines(lines: readonly Line[], change: (text: string, line: number) => string | null): Line[] {
  const code = codeLines(lines);
  return lines.flatMap((each, at) => {
    const text = code[at] ? each.text : change(each.text, each.line);
    return text === null ? [] : [{ text, line: each.line }];
  });
}

/** Places of the code spans of a line, from the first backtick to behind the last (CommonMark 6.1: as many close as opened). */
export function codeSpans(text: string): [start: number, end: number][] {
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: run }) => ({ start: index, length: run.length }));
  const spans: [number, number][] = [];
  /** Lengths that no later run has: a line of nothing but backticks must not take for ever. */
  const unclosed = new Set<number>();
  for (let at = 0; at < runs.length; at++) {
    const { start = 0, length = 0 } = runs[at] ?? {};
    let closing = at + 1;
    while (!unclosed.has(length) && closing < runs.length && runs[closing]?.length !== length) closing++;
    const close = unclosed.has(length) ? undefined : runs[closing];
    if (close) {
      spans.push([start, close.start + length]);
      at = closing;
    } else unclosed.add(length);
  }
  return spans;
}

/** Changes the parts of a line that are not code spans. */
export function outsideSpans(text: string, change: (part: string) => string): string {
  let from = 0;
  let changed = '';
  for (const [start, end] of codeSpans(text)) {
    changed += change(text.slice(from, start)) + text.slice(start, end);
    from = end;
  }
  return changed + change(text.slice(from));
}
