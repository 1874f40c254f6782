import { readSynonyms } from './readSynonyms.js';
import { kindOf, splitFrontMatter } from './splitFrontMatter.js';

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
  /** Other ids of the article. */
  readonly aliases?: readonly string[];
  /** Other addresses of the article. */
  readonly addresses?: readonly string[];
  /** Groups of words that mean the same. */
  readonly synonyms?: readonly (readonly string[])[];
  /** Not to be published. */
  readonly draft?: boolean;
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

type Read = (value: unknown) => unknown;

const text = { expected: 'text', read: readText };
const texts = { expected: 'a list of texts', read: readList };
const KEYS: Readonly<Record<keyof FrontMatter, { readonly expected: string; readonly read: Read }>> = {
  id: text,
  title: text,
  summary: text,
  section: text,
  locale: text,
  audience: text,
  updated: text,
  tags: texts,
  questions: texts,
  pages: texts,
  aliases: texts,
  addresses: texts,
  synonyms: { expected: 'a list of "one = other" texts or lists of two words or more', read: readSynonyms },
  draft: { expected: 'true or false', read: value => (typeof value === 'boolean' ? value : null) },
};
/** What other tools write for the same. */
const OTHER_NAMES: Readonly<Record<string, keyof FrontMatter>> = {
  description: 'summary',
  lang: 'locale',
  language: 'locale',
  date: 'updated',
  lastUpdated: 'updated',
  category: 'section',
};

/** Reads the YAML between two `---` lines at the start of a Markdown file; a file without it has no front matter. */
export function readFrontMatter(source: string): FrontMatterResult {
  const split = splitFrontMatter(source);
  if (!split.ok) return split;
  const data: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [given, raw] of Object.entries(split.values)) {
    const key = frontMatterKey(given);
    if (key === null) unknown.push(given);
    else if (raw !== null && !(key in data)) {
      const value = KEYS[key].read(raw);
      if (value === null) {
        const message = `broken front matter: expected ${KEYS[key].expected} for "${given}", got ${kindOf(raw)}`;
        return { ok: false, line: split.lineOf(given), message };
      }
      data[key] = value;
    }
  }
  return { ok: true, data, body: split.body, bodyLine: split.bodyLine, unknown };
}

/** The article's own name for a key of front matter, `null` when it has none. */
export function frontMatterKey(given: string): keyof FrontMatter | null {
  if (Object.hasOwn(KEYS, given)) return given as keyof FrontMatter;
  return Object.hasOwn(OTHER_NAMES, given) ? (OTHER_NAMES[given] ?? null) : null;
}

/** A text, also one that YAML took for a number; otherwise `null`. */
export function readText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : null;
}

/** A list of texts, or one text alone; otherwise `null`. */
export function readList(value: unknown): string[] | null {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return null;
  const list = value.map(readText);
  return list.every(each => each !== null) ? list : null;
}
