import type { ArticleInput } from './articleInput.js';

/** The line of an article's file behind a line of its body; both 1-based. */
export function sourceLine({ lines, bodyLine = 1 }: Pick<ArticleInput, 'lines' | 'bodyLine'>, line: number): number {
  return lines?.[Math.min(line, lines.length) - 1] ?? line + bodyLine - 1;
}
