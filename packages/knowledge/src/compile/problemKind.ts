import type { Problem } from './problem.js';

/** What kind a problem is, in words: what its message begins with, as `broken link`. */
export function problemKind({ message, severity }: Problem): string {
  const head = /^([a-z][a-z -]{2,30}):/i.exec(message)?.[1];
  if (head !== undefined) return head;
  if (message.startsWith('front matter key')) return 'unused front matter';
  return severity === 'skipped' ? 'left out on purpose' : 'other';
}

/** How many problems there are of each kind, the most first. */
export function countKinds(problems: readonly Problem[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(problemKind(problem), (counts.get(problemKind(problem)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
