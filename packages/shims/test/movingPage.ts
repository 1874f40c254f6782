import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Calls } from '../src/shim.js';

/** A row of a page in docs/moving/: the calls of its first column, and whether the page says that nothing happens. */
interface Row {
  readonly calls: readonly string[];
  readonly nothing: boolean;
}

const folder = join(import.meta.dirname, '../../../docs/moving');

/**
 * Names of the calls a page says do something, and of those it says do nothing; sorted.
 * @param nameOf the table's name of a call as the page writes it, or `null` for what is no call
 */
export function readMovingPage(page: string, nameOf: (code: string) => string | null) {
  const text = readFileSync(join(folder, page), 'utf8');
  const rows = [...text.matchAll(/^\| (`.+`) \| (.+) \|$/gm)].map(
    ([, first = '', effect = '']): Row => ({
      calls: [...first.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => nameOf(code) ?? []),
      nothing: effect.startsWith('nothing'),
    }),
  );
  const names = (nothing: boolean) =>
    rows
      .filter(row => row.nothing === nothing)
      .flatMap(row => row.calls)
      .sort();
  return { done: names(false), nothing: names(true) };
}

/** The same of a table of calls. */
export function readCalls(calls: Calls) {
  const names = (nothing: boolean) =>
    Object.keys(calls)
      .filter(name => (typeof calls[name] === 'string') === nothing)
      .sort();
  return { done: names(false), nothing: names(true) };
}
