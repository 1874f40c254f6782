import { readMarkdown } from '@handrail/content/markdown';
import { safeMarkdown } from './htmlToMarkdown.js';

const HEADING = /<h([1-6])\b([^>]*)>([\s\S]*?)<\/h\1\s*>/gi;
const NAME = /\s(?:id|name)\s*=\s*(?:"([^"]+)"|'([^']+)')/gi;
const ANCHOR_BEFORE = /<a\b([^>]*)>\s*<\/a>\s*(?:<\/p>\s*)?$/i;

/** What links into an article's HTML may name, and the section of the Markdown made from it that this is. */
export function anchorsOf(html: string): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const { headings } = readMarkdown(safeMarkdown(html).markdown);
  const found = [...html.matchAll(HEADING)].filter(
    ([, , , inside = '']) => inside.replace(/<[^>]*>|\s|&nbsp;/g, '') !== '',
  );
  // A table that stayed HTML may hold headings of its own; then the two cannot be told together.
  if (found.length !== headings.length) return anchors;
  found.forEach(({ index, 2: attributes = '', 3: inside = '' }, at) => {
    const before = ANCHOR_BEFORE.exec(html.slice(0, index))?.[1] ?? '';
    const names = [attributes, inside, ` ${before}`].flatMap(text => [...text.matchAll(NAME)]);
    for (const [, double, single] of names) anchors.set(double ?? single ?? '', headings[at]?.id ?? '');
  });
  return anchors;
}
