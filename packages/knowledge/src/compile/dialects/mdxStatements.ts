import { codeLines } from './code.js';
import type { Line } from './lines.js';

const IMPORT = /^import\s+(?:type\s+)?(?:['"]|[\w$*{][\s\S]*?\sfrom\s+['"]|\{\s*$|[\w$]+\s*,?\s*\{?\s*$)/;
const EXPORT = /^export\s+(?:const|let|var|function|default|async|class|type|interface|\{|\*)/;
const MARKDOWN_IMPORT = /^import\s+([A-Z][\w$]*)\s+from\s+['"]([^'"]+\.mdx?)['"]/;

/** MDX without its statements and comments. */
export interface MdxStatements {
  readonly lines: Line[];
  /** Markdown files that were imported, by the name of the component they became. */
  readonly parts: ReadonlyMap<string, string>;
}

/** Takes `import`, `export` and `{/* … *​/}` out of MDX; a statement ends at an empty line after its brackets are closed. */
export function readMdxStatements(lines: readonly Line[]): MdxStatements {
  const code = codeLines(lines);
  const out: Line[] = [];
  const parts = new Map<string, string>();
  let inside = false;
  let depth = 0;
  let fresh = true;
  lines.forEach((each, at) => {
    const { text } = each;
    if (code[at]) inside = false;
    else if (inside && text.trim() === '' && depth <= 0) inside = false;
    else if (!inside && fresh && (IMPORT.test(text) || EXPORT.test(text))) {
      inside = true;
      depth = 0;
    }
    if (inside) {
      const [, name, path] = MARKDOWN_IMPORT.exec(text) ?? [];
      if (name !== undefined && path !== undefined) parts.set(name, path);
      depth += balance(text);
    } else out.push(each);
    fresh = inside || text.trim() === '';
  });
  return { lines: withoutComments(out), parts };
}

function balance(text: string): number {
  const bare = text.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`/g, '');
  return (bare.match(/[[{(]/g)?.length ?? 0) - (bare.match(/[\]})]/g)?.length ?? 0);
}

/** A comment on a heading's line that names its id is not for leaving out: `{/* #id *​/}` says what `{#id}` says. */
function withoutComments(lines: readonly Line[]): Line[] {
  const code = codeLines(lines);
  let open = false;
  return lines.map((each, at) => {
    if (code[at]) return each;
    let text = each.text.replace(/\{\/\*\s*(#[\w-]+)\s*\*\/\}/, '{$1}');
    if (open) {
      const end = text.indexOf('*/}');
      if (end < 0) return { ...each, text: '' };
      open = false;
      text = text.slice(end + 3);
    }
    text = text.replace(/\{\/\*[\s\S]*?\*\/\}/g, '');
    const start = text.indexOf('{/*');
    if (start < 0) return { ...each, text };
    open = true;
    return { ...each, text: text.slice(0, start) };
  });
}
