import type { Call } from './calls.js';

/** Gathers writes into groups that share a commit. */
export interface WriteGroups {
  add(call: Call): void;
  /** The group on its way was answered. */
  answered(): void;
  /** Sends what waits, now. */
  flush(): void;
}

/** Shortest time between two groups, in milliseconds. A write that finds the store idle does not wait. */
const GROUP_MS = 2;
/** Writes that are not made to wait for more. */
const GROUP_SIZE = 512;

/**
 * One group is on its way at a time: what is asked for while the disk works goes together, so that groups grow with the
 * load and the threads talk once per commit.
 */
export function createWriteGroups(send: (calls: readonly Call[]) => void): WriteGroups {
  let waiting: Call[] = [];
  let onTheWay = false;
  let scheduled = false;
  let sentAt = Number.NEGATIVE_INFINITY;

  const flush = () => {
    scheduled = false;
    if (waiting.length === 0) return;
    const calls = waiting;
    waiting = [];
    onTheWay = true;
    sentAt = performance.now();
    send(calls);
  };
  const schedule = () => {
    if (scheduled || onTheWay || waiting.length === 0) return;
    scheduled = true;
    const rest = sentAt + GROUP_MS - performance.now();
    if (rest <= 0 || waiting.length >= GROUP_SIZE) setImmediate(flush);
    else setTimeout(flush, rest);
  };
  return {
    add(call) {
      waiting.push(call);
      schedule();
    },
    answered() {
      onTheWay = false;
      schedule();
    },
    flush,
  };
}
