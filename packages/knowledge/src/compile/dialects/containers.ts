import { boxKind, boxLines, dedent, partLines } from './box.js';
import { codeLines, codeParts } from './code.js';
import type { Line, Remark } from './lines.js';

const OPEN = /^(\s*)(:{3,})\s*([A-Za-z][\w-]*)\s*(.*)$/;
const CLOSE = /^\s*(:{3,})\s*$/;
/** `[Title]`, and what follows it in braces. */
const TITLE = /^\[(.*?)\](?:\s*\{.*\})?\s*$/;

/** Boxes in each other beyond this stay as they are written: nobody means them, and each level is copied. */
const DEEPEST = 20;

interface Open {
  readonly indent: string;
  readonly colons: number;
  readonly name: string;
  readonly title: string;
  readonly line: number;
  readonly content: Line[];
}

/**
 * `:::note[Title]` … `:::` of Docusaurus and Starlight, `::: tip Title` of VitePress, in each other too. Names that are no
 * box leave their content; `code-group` and `tabs` give each code block with a `[title]` that title.
 */
export function readContainers(lines: readonly Line[], remark: Remark): Line[] {
  const code = codeLines(lines);
  const out: Line[] = [];
  const stack: Open[] = [];
  const target = () => stack.at(-1)?.content ?? out;
  const close = () => {
    const box = stack.pop();
    if (box) target().push(...render(box));
  };
  lines.forEach((each, at) => {
    const opened = code[at] || stack.length >= DEEPEST ? null : OPEN.exec(each.text);
    const closing = code[at] ? undefined : CLOSE.exec(each.text)?.[1];
    const top = stack.at(-1);
    if (opened) {
      const [, indent = '', colons = '', name = '', rest = ''] = opened;
      const title = (TITLE.exec(rest)?.[1] ?? rest.replace(/\s*\{.*\}\s*$/, '')).trim();
      stack.push({ indent, colons: colons.length, name, title, line: each.line, content: [] });
    } else if (closing !== undefined && top && closing.length >= top.colons) close();
    else target().push(each);
  });
  for (const { name, line } of [...stack].reverse()) {
    remark(line, `":::${name}" has no end: expected a line of colons, got the end of the file`);
    close();
  }
  return out;
}

function render({ indent, name, title, line, content }: Open): Line[] {
  const inner = dedent(content, indent.length);
  const kind = boxKind(name);
  if (kind !== null) return boxLines(kind, title, inner, { indent, line });
  return partLines('', name === 'code-group' ? titledCode(inner) : inner, { indent, line });
}

/** ```` ```js [npm] ```` with its title before it. */
function titledCode(lines: readonly Line[]): Line[] {
  const code = codeParts(lines);
  return lines.flatMap((each, at) => {
    const title = code[at] === 'open' ? /^\s*[`~]{3,}.*?\[([^\]]+)\]/.exec(each.text)?.[1] : undefined;
    if (title === undefined) return [each];
    const fence = { text: each.text.replace(/\s*\[[^\]]+\]/, ''), line: each.line };
    return [...partLines(title, [], { line: each.line }), fence];
  });
}
