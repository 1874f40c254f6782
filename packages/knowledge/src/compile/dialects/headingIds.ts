import { changeLines } from './code.js';
import type { Line } from './lines.js';

/** Ids of headings in the one form that is read here, `{#id}`: from `{#id .class}` and `{: #id }` of Python-Markdown. */
export function readHeadingIds(lines: readonly Line[]): Line[] {
  return changeLines(lines, text => {
    const [, heading, inside = ''] = /^((?:\s*>)*\s*#{1,6}\s.*?)\s*\{:?\s*([#.][^}]*)\}\s*#*\s*$/.exec(text) ?? [];
    if (heading === undefined) return text;
    const id = /#([^\s.}]+)/.exec(inside)?.[1];
    return id === undefined ? heading : `${heading} {#${id}}`;
  });
}
