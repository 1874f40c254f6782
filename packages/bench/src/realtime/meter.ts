/** Measures from sending a message until every side heard of it. */
export interface Meter {
  /** Number of a message that is sent now. */
  next(): number;
  /** One side heard of it. Numbers of an earlier measurement are ignored. */
  heard(message: number): void;
  /** Messages not heard of everywhere. */
  waiting(): number;
  /** Milliseconds of every message since the last call; forgets those that still wait. */
  collect(): number[];
}

/**
 * @param signals sides that hear of a message
 * @param now milliseconds, with fractions
 */
export function createMeter(signals: number, now: () => number): Meter {
  const open = new Map<number, { readonly at: number; left: number }>();
  let latencies: number[] = [];
  let last = 0;
  return {
    next() {
      open.set(++last, { at: now(), left: signals });
      return last;
    },
    heard(message) {
      const entry = open.get(message);
      if (!entry || --entry.left > 0) return;
      open.delete(message);
      latencies.push(now() - entry.at);
    },
    waiting: () => open.size,
    collect() {
      const collected = latencies;
      latencies = [];
      open.clear();
      return collected;
    },
  };
}
