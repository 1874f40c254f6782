/** A clock that moves when a test says so. */
export interface TestClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (handle: unknown) => void;
  /** Moves on by so many milliseconds and runs what falls due on the way, in order. */
  advance(ms: number): void;
}

/** @param start what `now` says first, in milliseconds since 1970 */
export function createTestClock(start: number): TestClock {
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  let time = start;
  let newest = 0;
  const nextDue = (until: number) =>
    [...timers].filter(([, timer]) => timer.at <= until).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  return {
    now: () => time,
    setTimeout(run, ms) {
      newest += 1;
      timers.set(newest, { at: time + Math.max(0, ms), run });
      return newest;
    },
    clearTimeout(handle) {
      timers.delete(handle as number);
    },
    advance(ms) {
      const until = time + ms;
      for (let due = nextDue(until); due; due = nextDue(until)) {
        const [handle, timer] = due;
        timers.delete(handle);
        time = Math.max(time, timer.at);
        timer.run();
      }
      time = until;
    },
  };
}
