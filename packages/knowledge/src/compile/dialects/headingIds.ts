import { changeLines } from './code.js';
import type { Line } from './lines.js';

/** Headings without their explicit ids, and the ids by the heading's source text. */
export interface HeadingIds {
  readonly lines: Line[];
  readonly ids: readonly { readonly id: string; readonly heading: string }[];
}

/** Takes `{#id}` (and `{: #id .class }` of Python-Markdown) off headings. */
export function takeHeadingIds(lines: readonly Line[]): HeadingIds {
  const ids: { id: string; heading: string }[] = [];
  const changed = changeLines(lines, text => {
    const [, heading, inside = ''] = /^((?:\s*>)*\s*#{1,6}\s.*?)\s*\{:?\s*([#.][^}]*)\}\s*#*\s*$/.exec(text) ?? [];
    if (heading === undefined) return text;
    const id = /#([^\s.}]+)/.exec(inside)?.[1];
    if (id !== undefined) ids.push({ id, heading: heading.replace(/^(?:\s*>)*\s*#+\s*/, '') });
    return heading;
  });
  return { lines: changed, ids };
}
