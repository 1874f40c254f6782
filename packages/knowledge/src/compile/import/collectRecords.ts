import { isRecord } from '../isRecord.js';
import type { Problem } from '../problem.js';
import { kindOf } from '../splitFrontMatter.js';
import type { ExportRecord, Vendor } from './exportedArticle.js';

/** Deeper than any export; a file beyond it is no export. */
const DEEPEST = 12;

/** Finds a vendor's objects in a JSON value: alone, in lists, or in the envelopes of its API. */
export function collectRecords(
  vendor: Vendor,
  { value, path, where }: { readonly value: unknown; readonly path: string; readonly where: string },
  report: (problem: Problem) => void,
): ExportRecord[] {
  const records: ExportRecord[] = [];

  function walk(each: unknown, at: string, key: string | null, parent: ExportRecord | undefined, depth: number): void {
    if (depth > DEEPEST) return;
    if (Array.isArray(each)) {
      each.forEach((item: unknown, n) => {
        walk(item, `${at}[${n}]`, key, parent, depth + 1);
      });
    } else if (isRecord(each)) walkObject(each, at, key, parent, depth);
    else if (depth > 0 && parent === undefined && (key === 'articles' || (key === null && at !== '$'))) {
      report({ severity: 'error', where, path: at, message: `broken record: expected an object, got ${kindOf(each)}` });
    }
  }

  function walkObject(
    each: Readonly<Record<string, unknown>>,
    at: string,
    key: string | null,
    parent: ExportRecord | undefined,
    depth: number,
  ): void {
    const kind = kindIn(vendor, each) ?? (key === 'articles' && at.endsWith(']') && !parent ? 'article' : null);
    const record = kind === null ? undefined : { kind, value: each, where, path: at, ...(parent ? { parent } : {}) };
    if (record) records.push(record);
    for (const [name, child] of Object.entries(each)) {
      const step = /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
      if (Array.isArray(child) || isRecord(child)) walk(child, at + step, name, record ?? parent, depth + 1);
    }
  }

  walk(value, path, null, undefined, 0);
  return records;
}

/** The kind of an object by its shape, `null` when the vendor has none like it. */
export function kindIn({ shapes }: Vendor, value: Readonly<Record<string, unknown>>): string | null {
  return Object.entries(shapes).find(([, fits]) => fits(value))?.[0] ?? null;
}
