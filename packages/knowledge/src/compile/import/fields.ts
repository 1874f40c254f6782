import type { Problem } from '../problem.js';
import { kindOf } from '../splitFrontMatter.js';
import type { ExportRecord } from './exportedArticle.js';

/** Reads the fields of one record; a field that must be there and is not makes the record a problem. */
export interface Fields {
  /** A text or number as text; `null` when it is missing. */
  readonly text: (name: string) => string | null;
  readonly texts: (name: string) => string[];
  /** A text that must be there; reports and gives `null` when it is not. */
  readonly required: (name: string) => string | null;
  /** A date as ISO 8601, from a date text or from seconds since 1970; `null` when it is neither. */
  readonly date: (name: string) => string | null;
  /** Reports that the record was left out on purpose. */
  readonly skip: (reason: string, name?: string) => void;
}

/** Opens a record. */
export function fieldsOf(
  { value, where, path }: Pick<ExportRecord, 'value' | 'where' | 'path'>,
  report: (problem: Problem) => void,
): Fields {
  const text = (name: string) => asText(value[name]);
  return {
    text,
    texts(name) {
      const list = value[name];
      return Array.isArray(list) ? list.flatMap(each => asText(each) ?? []) : [];
    },
    required(name) {
      const found = text(name);
      if (found !== null && found.trim() !== '') return found;
      const got = value[name] === undefined ? 'nothing' : kindOf(value[name]);
      report({ severity: 'error', where, path: `${path}.${name}`, message: `expected a text, got ${got}` });
      return null;
    },
    date(name) {
      const raw = value[name];
      if (raw === undefined || raw === null) return null;
      const date = new Date(typeof raw === 'number' ? raw * 1000 : String(raw));
      return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
    },
    skip(reason, name) {
      report({ severity: 'skipped', where, path: name === undefined ? path : `${path}.${name}`, message: reason });
    },
  };
}

/** The entries of a record that are there, for spreading into an article. */
export function present<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}

function asText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}
