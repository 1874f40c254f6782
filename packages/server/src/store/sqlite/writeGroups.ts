import type { Call } from './calls.js';

/** Gathers writes into groups that share a commit. */
export interface WriteGroups {
  add(call: Call): void;
  /** The group on its way was answered. */
  answered(): void;
  /** Sends what waits, now. */
  flush(): void;
}

/** Up to so many writes a second a group waits for nothing but the commit before it. */
const CALM_RATE = 1000;
/** From so many writes a second on, groups are `LONGEST_MS` apart. */
const BUSY_RATE = 3000;
/** Most milliseconds between two groups. */
const LONGEST_MS = 4;
/** How long the rate remembers, in milliseconds. */
const MEMORY_MS = 100;
/** Writes that are not made to wait for more. */
const GROUP_SIZE = 512;

/**
 * One group is on its way at a time: what is asked for while the disk works goes together. As the load grows, groups are
 * moved apart as well, so that the processor spends itself on writes and not on commits and on waking threads; what
 * that adds to a write is less than what a busy processor would.
 */
export function createWriteGroups(send: (calls: readonly Call[]) => void): WriteGroups {
  let waiting: Call[] = [];
  let onTheWay = false;
  let scheduled = false;
  let sentAt = performance.now();
  /** Writes a second, an average that forgets. */
  let rate = 0;

  const measure = (writes: number, time: number) => {
    const passed = Math.max(time - sentAt, 0.1);
    rate += (1 - Math.exp(-passed / MEMORY_MS)) * ((writes * 1000) / passed - rate);
    sentAt = time;
  };
  const flush = () => {
    scheduled = false;
    if (waiting.length === 0) return;
    const calls = waiting;
    waiting = [];
    onTheWay = true;
    measure(calls.length, performance.now());
    send(calls);
  };
  const schedule = () => {
    if (scheduled || onTheWay || waiting.length === 0) return;
    scheduled = true;
    const rest = sentAt + apart(rate) - performance.now();
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

/** Milliseconds from one group to the next, at so many writes a second. */
function apart(rate: number): number {
  const share = (rate - CALM_RATE) / (BUSY_RATE - CALM_RATE);
  return LONGEST_MS * Math.min(1, Math.max(0, share));
}
