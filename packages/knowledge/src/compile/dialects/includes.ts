import { codeLines } from './code.js';
import { type Line, type Remark, toLines } from './lines.js';

/** Reads a file that a text wants included; `null` when there is none or it may not be read. */
export type ReadPart = (path: string, from: string) => { readonly text: string; readonly path: string } | null;

/** Where an include was found, and how to read what it names. */
export interface IncludeOptions {
  /** File the lines are from. */
  readonly from: string;
  readonly read: ReadPart;
  readonly remark: Remark;
}

const DEEPEST = 5;

/** `--8<-- "file:3:10"` and blocks of it (pymdownx.snippets), also inside code. */
export function readSnippets(lines: readonly Line[], options: IncludeOptions, depth = 0): Line[] {
  let block = false;
  return lines.flatMap(each => {
    const [, indent = '', quoted] = /^(\s*)-+8<-+(?:\s+["'](.+?)["'])?\s*$/.exec(each.text) ?? [];
    const marker = /^\s*-+8<-+/.test(each.text);
    if (marker && quoted === undefined) {
      block = !block;
      return [];
    }
    const path = block ? each.text.trim() : quoted;
    if (path === undefined) return [each];
    if (path === '' || path.startsWith(';')) return [];
    const [file = '', from, to] = path.split(':');
    const range = from === undefined ? '' : /^\d*$/.test(from) ? `${from},${to ?? ''}` : `#${from}`;
    const part = includePart(file, range, each.line, options, depth);
    const inner = readSnippets(part.lines, { ...options, from: part.path }, depth + 1);
    return inner.map(({ text, line }) => ({ text: text === '' ? '' : indent + text, line }));
  });
}

/** `<!--@include: ./part.md{3,10}-->` and `<<< @/file.js#region{1}` of VitePress. */
export function readVitepressIncludes(lines: readonly Line[], options: IncludeOptions, depth = 0): Line[] {
  const code = codeLines(lines);
  return lines.flatMap((each, at) => {
    const [, path, region = '', range = ''] =
      /^\s*<!--\s*@include:\s*([^\s{#]+?)(#[\w-]+)?(?:\{([\d,]*)\})?\s*-->\s*$/.exec(each.text) ?? [];
    if (path !== undefined) {
      const part = includePart(path, region || range, each.line, options, depth);
      return readVitepressIncludes(part.lines, { ...options, from: part.path }, depth + 1);
    }
    const [, file, section = '', settings = ''] = code[at]
      ? []
      : (/^<<<\s*([^\s#{[]+)(#[\w-]+)?\s*(?:\{(.*?)\})?/.exec(each.text) ?? []);
    if (file === undefined) return [each];
    const language = /([a-z]+)(?::[\w-]+)*\s*$/i.exec(settings)?.[1] ?? /\.(\w+)$/.exec(file)?.[1] ?? '';
    const fence = { text: `\`\`\`\`${language}`, line: each.line };
    const { lines: inner } = includePart(file, section, each.line, options, depth);
    return inner.length === 0 ? [] : [fence, ...inner, { ...fence, text: '````' }];
  });
}

/** The lines of a part, all on the line that wants them; none, with a remark, when it cannot be read. */
export function includePart(
  path: string,
  range: string,
  line: number,
  { from, read, remark }: IncludeOptions,
  depth = 0,
): { lines: Line[]; path: string } {
  const part = depth < DEEPEST ? read(path, from) : null;
  if (!part) {
    const reason = depth < DEEPEST ? 'a file inside the project' : `at most ${DEEPEST} files in each other`;
    remark(line, `include left out: expected ${reason}, got ${path}`);
    return { lines: [], path: from };
  }
  const body = part.text
    .replace(/\r\n?/g, '\n')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/\n$/, '');
  const chosen = choose(body.split('\n'), range);
  return { lines: toLines(chosen.join('\n')).map(({ text }) => ({ text, line })), path: part.path };
}

/** `3,10` are lines, `#name` is what stands between the two marks of that name; marks are left out. */
function choose(lines: readonly string[], range: string): readonly string[] {
  const isMark = (text: string) => /(?:#(?:end)?region\b|-+8<-+\s*\[(?:start|end):)/.test(text);
  if (range.startsWith('#')) {
    const name = range.slice(1).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const start = lines.findIndex(text => new RegExp(`(?:#region\\s+|\\[start:\\s*)${name}\\b`).test(text));
    const end = lines.findIndex(
      (text, at) => at > start && new RegExp(`(?:#endregion\\b|\\[end:\\s*${name}\\b)`).test(text),
    );
    return start < 0 ? [] : lines.slice(start + 1, end < 0 ? undefined : end).filter(text => !isMark(text));
  }
  const [from = '', to = ''] = range.split(',');
  const only = range !== '' && !range.includes(',');
  const last = only ? Number(from) : to === '' ? undefined : Number(to);
  return lines.slice(from === '' ? 0 : Number(from) - 1, last).filter(text => !isMark(text));
}
