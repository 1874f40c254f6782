/** A clock that moves when a test says so. Its members fit `environment.now`, `.setTimeout` and `.clearTimeout`. */
export interface ManualClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (handle: unknown) => void;
  /** Moves on by `ms`, running every timer that falls due in order, and the microtasks each of them leaves behind. */
  advance(ms: number): Promise<void>;
  /** Lets promises settle without moving on. */
  settle(): Promise<void>;
  /** Sets the time without running timers: what a clock correction does. */
  jump(to: number): void;
  /** Timers that have not run. */
  pending(): number;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Turns of the event loop after which chained promises count as settled. */
const TURNS = 5;

/** @param start first answer of `now`; default 1,700,000,000,000 */
export function manualClock(start = 1_700_000_000_000): ManualClock {
  const timers = new Map<number, Timer>();
  let time = start;
  /** Runs on when the time is corrected: timers count elapsed time, as the browser's do. */
  let elapsed = 0;
  let newest = 0;

  const settle = async () => {
    for (let turn = 0; turn < TURNS; turn++) await new Promise(resolve => setImmediate(resolve));
  };
  const nextDue = (until: number) =>
    [...timers].filter(([, timer]) => timer.at <= until).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  const moveTo = (to: number) => {
    time += to - elapsed;
    elapsed = to;
  };

  return {
    now: () => time,
    setTimeout(run, ms) {
      newest += 1;
      timers.set(newest, { at: elapsed + Math.max(0, ms), run });
      return newest;
    },
    clearTimeout(handle) {
      timers.delete(handle as number);
    },
    async advance(ms) {
      const until = elapsed + ms;
      await settle();
      for (let due = nextDue(until); due; due = nextDue(until)) {
        const [handle, timer] = due;
        timers.delete(handle);
        moveTo(Math.max(elapsed, timer.at));
        timer.run();
        await settle();
      }
      moveTo(until);
    },
    settle,
    jump(to) {
      time = to;
    },
    pending: () => timers.size,
  };
}
