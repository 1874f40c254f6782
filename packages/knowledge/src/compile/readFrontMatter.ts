import { LineCounter, parseDocument } from 'yaml';

/** The keys of front matter that articles understand. */
export interface FrontMatter {
  readonly id?: string;
  readonly title?: string;
  readonly summary?: string;
  readonly section?: string;
  readonly tags?: readonly string[];
  readonly locale?: string;
  readonly questions?: readonly string[];
  readonly audience?: string;
  readonly updated?: string;
  readonly pages?: readonly string[];
}

/** Front matter, or what is wrong with it and on which line of the file. */
export type FrontMatterResult =
  | {
      readonly ok: true;
      readonly data: FrontMatter;
      readonly body: string;
      readonly bodyLine: number;
      readonly unknown: readonly string[];
    }
  | { readonly ok: false; readonly line: number; readonly message: string };

const TEXTS = new Set(['id', 'title', 'summary', 'section', 'locale', 'audience', 'updated']);
const LISTS = new Set(['tags', 'questions', 'pages']);
/** What other tools write for the same. */
const ALIASES: Readonly<Record<string, string>> = {
  description: 'summary',
  lang: 'locale',
  language: 'locale',
  date: 'updated',
  lastUpdated: 'updated',
  category: 'section',
};

/** Reads the YAML between two `---` lines at the start of a Markdown file; a file without it has no front matter. */
export function readFrontMatter(source: string): FrontMatterResult {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (!/^---[ \t]*\n/.test(text)) return { ok: true, data: {}, body: text, bodyLine: 1, unknown: [] };
  const start = text.indexOf('\n') + 1;
  const end = text.slice(start).search(/^---[ \t]*$/m);
  if (end < 0)
    return { ok: false, line: 1, message: 'broken front matter: expected a closing --- line, got the end of the file' };
  const yaml = text.slice(start, start + end);
  const afterEnd = text.indexOf('\n', start + end);
  const body = afterEnd < 0 ? '' : text.slice(afterEnd + 1);
  const bodyLine = yaml.split('\n').length + 2;
  const parsed = parse(yaml);
  return parsed.ok ? { ...parsed, body, bodyLine } : parsed;
}

function parse(yaml: string) {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, schema: 'core', prettyErrors: false, uniqueKeys: true });
  const error = document.errors[0];
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  if (error)
    return { ok: false as const, line: lineAt(error.pos[0]), message: `broken front matter: ${error.message}` };
  const value: unknown = document.toJS({ maxAliasCount: 10 });
  if (value !== null && (typeof value !== 'object' || Array.isArray(value))) {
    return {
      ok: false as const,
      line: 2,
      message: `broken front matter: expected "key: value" lines, got ${kindOf(value)}`,
    };
  }
  const data: Record<string, string | string[]> = {};
  const unknown: string[] = [];
  for (const [given, raw] of Object.entries(value ?? {})) {
    const key = Object.hasOwn(ALIASES, given) ? (ALIASES[given] ?? given) : given;
    const line = yaml.split('\n').findIndex(each => each.startsWith(given)) + 2;
    if (!TEXTS.has(key) && !LISTS.has(key)) unknown.push(given);
    else if (raw !== null && !(key in data)) {
      const read = TEXTS.has(key) ? readText(raw) : readList(raw);
      const expected = TEXTS.has(key) ? 'text' : 'a list of texts';
      if (read === null)
        return {
          ok: false as const,
          line,
          message: `broken front matter: expected ${expected} for "${given}", got ${kindOf(raw)}`,
        };
      data[key] = read;
    }
  }
  return { ok: true as const, data: data as FrontMatter, unknown };
}

function readText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : null;
}

function readList(value: unknown): string[] | null {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return null;
  const texts = value.map(readText);
  return texts.every(text => text !== null) ? texts : null;
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  return Array.isArray(value)
    ? 'a list'
    : typeof value === 'object'
      ? 'a map'
      : `the ${typeof value} ${JSON.stringify(value)}`;
}
