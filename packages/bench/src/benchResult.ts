import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** One line of a bench's table. */
export type BenchRow = Record<string, string | number>;

/** Rows that are read together. */
export interface BenchTable {
  /** What is measured, in which unit, and on which data. */
  readonly title: string;
  readonly rows: readonly BenchRow[];
}

/** What a bench answers. */
export interface BenchResult {
  /** All rows, as they go into JSON. */
  readonly rows: BenchRow[];
  /** What is printed; default: one table of all rows. */
  readonly tables?: readonly BenchTable[];
  /** Pictures by file name, written by `--pictures FOLDER`. */
  readonly pictures?: Readonly<Record<string, string>>;
  /** What was measured, on what, how often; printed above the tables. */
  readonly notes?: readonly string[];
}

/** How a bench is run. */
export interface BenchOptions {
  /** Fewer queries, sizes and rounds: to see whether it works, not for figures. */
  readonly quick?: boolean;
  /** Sizes that take minutes, too. */
  readonly large?: boolean;
}

/** The machine a figure belongs to. */
export function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const name = cpus()[0]?.model.trim() || process.arch;
  return `Node ${process.version}, ${process.platform}, ${availableParallelism()} cores (${name}), ${memory} GiB`;
}

/** How busy the machine is now; asked before a bench begins, it says how much its times are worth. */
export function calm(): string {
  const load = loadavg()[0] ?? 0;
  const busy =
    load > availableParallelism() / 2 ? ': the machine was busy with something else, times are worth little' : '';
  return `Load average before the start: ${load.toFixed(1)}${busy}.`;
}

/** A count from the environment; `fallback` when it is not set. Throws when it is no count. */
export function countFrom(name: string, fallback: number): number {
  const given = process.env[name];
  if (given === undefined || given === '') return fallback;
  const count = Number(given);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`${name}: expected a whole number above 0, got ${JSON.stringify(given)}`);
}
