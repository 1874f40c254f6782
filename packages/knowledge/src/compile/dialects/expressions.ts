import { changeLines, outsideSpans } from './code.js';
import type { Line, Remark } from './lines.js';

/** Braces of MDX in text: a text in quotes is kept, anything that would have to be run is left out with a remark. */
export function readExpressions(lines: readonly Line[], remark: Remark): Line[] {
  return changeLines(lines, (text, line) =>
    // A text in backticks would be taken for code.
    outsideSpans(text.replace(/(?<!\\)\{\s*`([^`$]*)`\s*\}/g, '$1'), part =>
      part.replace(/(?<!\\)\{(?!#)((?:[^{}]|\{[^{}]*\})*)\}/g, (whole, inside: string) => {
        const quoted = /^\s*(?:'([^']*)'|"([^"]*)")\s*$/.exec(inside);
        if (quoted) return quoted.slice(1).find(each => each !== undefined) ?? '';
        remark(line, `expression left out: expected text, got ${whole.slice(0, 60)}`);
        return '';
      }),
    ),
  );
}

/** `{{ … }}` of Vue: values known from the front matter are put in, others are left out with a remark. */
export function readInterpolations(
  lines: readonly Line[],
  values: Readonly<Record<string, unknown>>,
  remark: Remark,
): Line[] {
  return changeLines(lines, (text, line) =>
    outsideSpans(text, part =>
      part.replace(/\{\{(.{0,300}?)\}\}/g, (whole, inside: string) => {
        const value = /^\$?frontmatter\.(\w+)$/.exec(inside.trim())?.[1];
        const known = value === undefined ? undefined : values[value];
        if (typeof known === 'string' || typeof known === 'number') return String(known);
        remark(line, `expression left out: expected text, got ${whole.slice(0, 60)}`);
        return '';
      }),
    ),
  );
}
