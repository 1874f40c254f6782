import type { DialectFile } from './dialect.js';
import { type IncludeOptions, includePart } from './includes.js';
import type { Line } from './lines.js';
import { readMdxStatements } from './mdxStatements.js';

const ALONE = /^\s*<([A-Z][\w$]*)\b[^>]*\/>\s*$/;

/** MDX without statements and comments; a Markdown file that was imported stands where its component did. */
export function readMdx(
  lines: readonly Line[],
  { source }: DialectFile,
  { read, remark }: Omit<IncludeOptions, 'from'>,
): Line[] {
  const { lines: statements, parts } = readMdxStatements(lines);
  return statements.flatMap(each => {
    const path = parts.get(ALONE.exec(each.text)?.[1] ?? '');
    if (path === undefined) return [each];
    return readMdxStatements(includePart(path, '', each.line, { from: source, read, remark }).lines).lines;
  });
}
