import type { Environment } from './environment.js';

/** A query that was answered on screen. */
export interface AnsweredQuery {
  readonly query: string;
  readonly results: number;
  readonly corrected: string | null;
}

/** Reports the queries that were meant, not the ones on the way to them. */
export interface SearchReport {
  /** The answer to the current query is on screen. */
  answered(query: AnsweredQuery): void;
  /** Another query takes its place; empty when the search is cleared. */
  replaced(next: string): void;
  /** The customer acts on what is there: the query was meant. */
  settle(): void;
  /** Forgets a query not reported yet. */
  drop(): void;
}

/** A query that found nothing is held this many times as long: somebody who types slowly may go on with it. */
const HOLD = 5;

/** @param settle ms a query must stand; 0 reports each at once */
export function createSearchReport(
  { now, setTimeout, clearTimeout }: Pick<Environment, 'now' | 'setTimeout' | 'clearTimeout'>,
  settle: number,
  report: (query: AnsweredQuery) => void,
): SearchReport {
  let held: { readonly answer: AnsweredQuery; readonly since: number; readonly timer: unknown } | null = null;

  function take(): AnsweredQuery | null {
    if (held) clearTimeout(held.timer);
    const answer = held?.answer ?? null;
    held = null;
    return answer;
  }
  function settleNow() {
    const answer = take();
    if (answer) report(answer);
  }

  return {
    answered(answer) {
      take();
      const wait = answer.results === 0 ? settle * HOLD : settle;
      if (wait === 0) report(answer);
      else held = { answer, since: now(), timer: setTimeout(settleNow, wait) };
    },
    replaced(next) {
      if (!held) return;
      const isContinued = next.trim().startsWith(held.answer.query.trim());
      if (isContinued || now() - held.since < settle) take();
      else settleNow();
    },
    settle: settleNow,
    drop: take,
  };
}
