import { boxKind, boxLines, partLines } from './box.js';
import { codeLines } from './code.js';
import type { Line } from './lines.js';

/** `!!! note "Title"`, `??? tip`, `???+ tip inline`; `=== "Tab"`. */
const OPEN = /^(\s*)(!!!|\?\?\?\+?|===[!+]?)\s*([^"]*?)\s*(?:"((?:[^"\\]|\\.)*)")?\s*$/;
/** What belongs to a block stands this much further in. */
const INDENT = 4;
/** Blocks in each other beyond this stay as they are written. */
const DEEPEST = 20;

/** The boxes and tabs of MkDocs (Python-Markdown admonitions, pymdownx.details, pymdownx.tabbed), in each other too. */
export function readIndentedBlocks(lines: readonly Line[], depth = 0): Line[] {
  const code = codeLines(lines);
  const out: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const each = lines[at];
    if (!each) break;
    const block = code[at] || depth >= DEEPEST ? null : openBlock(each.text);
    if (!block) {
      out.push(each);
      at++;
      continue;
    }
    const end = endOf(lines, at + 1, block.indent.length + INDENT);
    const content = lines
      .slice(at + 1, end)
      .map(line => ({ ...line, text: line.text.slice(block.indent.length + INDENT) }));
    const place = { indent: block.indent, line: each.line };
    const inner = readIndentedBlocks(content, depth + 1);
    out.push(
      ...(block.kind === null ? partLines(block.title, inner, place) : boxLines(block.kind, block.title, inner, place)),
    );
    at = end;
  }
  return out;
}

function openBlock(text: string) {
  const [, indent = '', mark, words = '', title] = OPEN.exec(text) ?? [];
  if (mark === undefined) return null;
  if (mark.startsWith('=')) return title === undefined ? null : { indent, kind: null, title };
  const [name = ''] = words.split(/\s+/);
  if (name === '') return null;
  const kind = mark.startsWith('?') ? ('details' as const) : (boxKind(name) ?? 'NOTE');
  const named = boxKind(name) === null || kind === 'details' ? name.charAt(0).toUpperCase() + name.slice(1) : '';
  return { indent, kind, title: title ?? named };
}

/** The first line that is neither empty nor far enough in; empty lines before it belong to what follows. */
function endOf(lines: readonly Line[], from: number, width: number): number {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const { text } = lines[at] ?? { text: '' };
    if (text.trim() === '') continue;
    if (!/^\s/.test(text) || text.length - text.trimStart().length < width) break;
    end = at + 1;
  }
  return end;
}
