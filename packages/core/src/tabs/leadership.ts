import type { LocksLike } from './tabs.js';

/** Which tab holds the line. */
export interface Leadership {
  /** Whether it is this one. */
  held(): boolean;
  /** Answers at once whether this tab leads now; when another one does, stands in line behind it. */
  ask(): Promise<boolean>;
  /** Gives it up, or leaves the line. */
  release(): void;
}

/**
 * A lock of the browser, which passes it on by itself when a tab ends, crashes or is put to sleep.
 * @param inherited told when the tab before ended and this one leads
 */
export function createLeadership(locks: LocksLike, name: string, inherited: () => void): Leadership {
  let end: (() => void) | null = null;
  let line: AbortController | null = null;

  const hold = () =>
    new Promise<void>(resolve => {
      end = resolve;
    });
  /** Waits without end: a refusal means it was left, or that this browser has no locks for such a page. */
  function standInLine() {
    if (line) return;
    const mine = new AbortController();
    line = mine;
    locks
      .request(name, { signal: mine.signal as never }, () => {
        if (line !== mine) return undefined;
        line = null;
        const held = hold();
        inherited();
        return held;
      })
      .catch(() => {});
  }

  return {
    held: () => end !== null,
    ask: () =>
      new Promise(resolve => {
        if (end) return resolve(true);
        locks
          .request(name, { ifAvailable: true }, lock => {
            if (!lock || end) {
              if (!end) standInLine();
              resolve(end !== null);
              return undefined;
            }
            const held = hold();
            resolve(true);
            return held;
          })
          .catch(() => resolve(false));
      }),
    release() {
      line?.abort();
      line = null;
      end?.();
      end = null;
    },
  };
}
