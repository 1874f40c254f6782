import type { Problem } from '../problem.js';

/** Something a check found. */
export interface Finding extends Problem {
  /** Name of the check, as `--skip` takes it. */
  readonly check: string;
}
