import { LineCounter, parseDocument } from 'yaml';

/** The YAML at the start of a Markdown file as it stands there, or what is wrong with it and on which line of the file. */
export type SplitFrontMatter =
  | {
      readonly ok: true;
      readonly values: Readonly<Record<string, unknown>>;
      /** 1-based line of the file on which a top-level key stands. */
      readonly lineOf: (key: string) => number;
      readonly body: string;
      /** 1-based line of the file on which `body` begins. */
      readonly bodyLine: number;
    }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** Cuts a Markdown file into the YAML between two `---` lines at its start and the rest. Line ends become `\n`. */
export function splitFrontMatter(source: string): SplitFrontMatter {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (!/^---[ \t]*\n/.test(text)) return { ok: true, values: {}, lineOf: () => 1, body: text, bodyLine: 1 };
  const start = text.indexOf('\n') + 1;
  const end = text.slice(start).search(/^---[ \t]*$/m);
  if (end < 0) {
    return { ok: false, line: 1, message: 'broken front matter: expected a closing --- line, got the end of the file' };
  }
  const yaml = text.slice(start, start + end);
  const values = parseValues(yaml);
  if ('message' in values) return { ok: false, line: values.line, message: values.message };
  const afterEnd = text.indexOf('\n', start + end);
  const rows = yaml.split('\n');
  return {
    ok: true,
    values: values.values,
    lineOf: key =>
      Math.max(
        0,
        rows.findIndex(row => row.replace(/^["']/, '').startsWith(key)),
      ) + 2,
    body: afterEnd < 0 ? '' : text.slice(afterEnd + 1),
    bodyLine: rows.length + 2,
  };
}

function parseValues(yaml: string): { values: Record<string, unknown> } | { line: number; message: string } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core', prettyErrors: false, uniqueKeys: true });
  const error = document.errors[0];
  if (error) {
    return { line: lines.linePos(error.pos[0]).line + 1, message: `broken front matter: ${error.message}` };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 10 });
  } catch (problem) {
    return { line: 2, message: `broken front matter: ${problem instanceof Error ? problem.message : String(problem)}` };
  }
  if (value === null) return { values: {} };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { line: 2, message: `broken front matter: expected "key: value" lines, got ${kindOf(value)}` };
  }
  return { values: { ...value } };
}

/** A value in words, for messages: `a list`, `the number 3`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `the ${typeof value} ${JSON.stringify(value)}`;
}
