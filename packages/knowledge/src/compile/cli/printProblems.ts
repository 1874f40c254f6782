import { formatProblem, type Problem } from '../problem.js';
import type { Ink } from './ink.js';

const STYLE = { error: 'red', warning: 'yellow', skipped: 'dim' } as const;

/** Problems for people, one a line, in the order of their files. */
export function problemLines(problems: readonly Problem[], ink: Ink): string {
  const place = ({ where, line = 0 }: Problem) => ({ where, line });
  const sorted = [...problems].sort((a, b) => {
    const [one, other] = [place(a), place(b)];
    return one.where === other.where ? one.line - other.line : one.where < other.where ? -1 : 1;
  });
  return sorted.map(problem => `${ink(STYLE[problem.severity], formatProblem(problem))}\n`).join('');
}
