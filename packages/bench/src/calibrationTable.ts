import type { BenchRow, BenchTable } from './benchResult.js';
import { calibrationCurve } from './measures/calibrationCurve.js';
import { calibrationError } from './measures/calibrationError.js';
import type { Judged } from './measures/judged.js';
import { round } from './statistics.js';

/** Answers that are judged together. */
export interface JudgedSet {
  readonly name: string;
  readonly answers: readonly Judged[];
}

/** A row for each bin of each set: answers, their mean probability and the share that was right (%). */
export function calibrationRows(sets: readonly JudgedSet[]): BenchRow[] {
  return sets.flatMap(({ name, answers }) =>
    calibrationCurve(answers).map(({ from, to, count, meant, right }) => ({
      table: 'calibration',
      set: name,
      from,
      to,
      answers: count,
      'meant %': count === 0 ? '-' : round(100 * meant),
      'right %': count === 0 ? '-' : round(100 * right),
    })),
  );
}

/** The curves side by side, `right % (answers)` for each set, and the calibration error in the last row. */
export function calibrationTable(title: string, sets: readonly JudgedSet[]): BenchTable {
  const cell = ({ answers, ...row }: BenchRow) => (answers === 0 ? '-' : `${row['right %']} (${answers})`);
  const rows = calibrationRows(sets).map(row => ({ ...row, bin: `${row.from}-${row.to}`, cell: cell(row) }));
  const bins = [...new Set(rows.map(({ bin }) => bin))].map(bin => {
    const own = rows.filter(row => row.bin === bin) as BenchRow[];
    return { bin, ...Object.fromEntries(own.map(row => [row.set ?? '', row.cell ?? ''])) };
  });
  const errors = Object.fromEntries(sets.map(({ name, answers }) => [name, round(calibrationError(answers), 3)]));
  return { title, rows: [...bins, { bin: 'error', ...errors }] };
}
