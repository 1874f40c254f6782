import type { BenchRow } from './benchResult.js';

/** Rows side by side: one row for each value of `down`, a column for each value of `across`, holding `cell`. */
export function pivot(rows: readonly BenchRow[], down: string, across: string, cell: string): BenchRow[] {
  const names = [...new Set(rows.map(row => row[down] ?? ''))];
  return names.map(name => {
    const own = rows.filter(row => row[down] === name);
    return { [down]: name, ...Object.fromEntries(own.map(row => [row[across] ?? '', row[cell] ?? ''])) };
  });
}
