/** Something that could not be read or had to be left out. */
export interface Problem {
  /** `error`: the article could not be read. `warning`: it is there, without the part the message names. `skipped`: left out on purpose. */
  readonly severity: 'error' | 'warning' | 'skipped';
  /** File path, or the article's id when there is no file. */
  readonly where: string;
  /** 1-based line in that file, when known. */
  readonly line?: number;
  /** JSON path in that file (`$.articles[3].body`), for records of an export. */
  readonly path?: string;
  readonly message: string;
}

/** One line for people: `guides/a.md:3: error: …`, `export.json $.articles[3]: error: …`. */
export function formatProblem(problem: Problem): string {
  const line = problem.line === undefined ? '' : `:${problem.line}`;
  const path = problem.path === undefined ? '' : ` ${problem.path}`;
  return `${problem.where}${line}${path}: ${problem.severity}: ${problem.message}`;
}
