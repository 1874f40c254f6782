import { appendFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HistoryReport } from '@handrail/test-kit';
import { expect } from 'vitest';

const reports = fileURLToPath(new URL('../../../.reports/', import.meta.url));

/** One row of the table in `docs/reliability.md`. */
export interface FaultRow {
  readonly fault: string;
  readonly rounds: number;
  readonly report: HistoryReport;
  /** Milliseconds each person took to be served again, over all rounds. */
  readonly recoveries: readonly number[];
}

/** Notes a row for the table, and fails when anything was lost, doubled, out of order or altered. */
export function tell({ fault, rounds, report, recoveries }: FaultRow): void {
  const { first, ...counts } = report;
  const sorted = [...recoveries].sort((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  const recovery = sorted.length === 0 ? {} : { p50: at(0.5), p99: at(0.99) };
  mkdirSync(reports, { recursive: true });
  appendFileSync(`${reports}faults.jsonl`, `${JSON.stringify({ fault, rounds, ...counts, ...recovery })}\n`);
  expect(first).toBeNull();
  expect(counts).toMatchObject({ lost: 0, duplicated: 0, reordered: 0, altered: 0 });
}

/** Notes something the table says in words: a measure with its limit, or why a fault could not be tried here. */
export function tellNote(fault: string, note: string): void {
  mkdirSync(reports, { recursive: true });
  appendFileSync(`${reports}faults.jsonl`, `${JSON.stringify({ fault, note })}\n`);
}
