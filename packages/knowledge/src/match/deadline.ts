/** Starts work that must end in time; rejects when it does not, and at once while work that was too late is still under way. */
export type Deadline = <T>(start: () => Promise<T>) => Promise<T>;

/** `wait` resolves after so many milliseconds, or early once the signal aborts; without one there is no limit. */
export function createDeadline(
  timeout: number,
  wait: ((ms: number, signal: AbortSignal) => Promise<unknown>) | undefined,
): Deadline {
  let late = 0;

  function remember(work: Promise<unknown>): void {
    late += 1;
    const ended = () => {
      late -= 1;
    };
    work.then(ended, ended);
  }

  return async start => {
    if (late > 0) throw new Error('still busy with an earlier message');
    const work = start();
    if (!wait) return work;
    // Whoever loses the race may still fail, with nobody left to hear it.
    work.catch(() => {});
    const over = new AbortController();
    const expired = wait(timeout, over.signal).then(() => {
      if (!over.signal.aborted) remember(work);
      throw new Error(`expected an answer within ${timeout} ms, got none`);
    });
    expired.catch(() => {});
    return Promise.race([work, expired]).finally(() => over.abort());
  };
}
