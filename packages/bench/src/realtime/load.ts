import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../statistics.js';
import type { Meter } from './meter.js';
import { cpuOf } from './processUse.js';
import type { RunningTarget } from './target.js';

/** What a load came to. */
export interface Loaded {
  /** Every message was sent in time and heard of everywhere. */
  readonly complete: boolean;
  /** Milliseconds from sending until the last side heard of it. */
  readonly p50: number;
  readonly p99: number;
  /** Each message's own, in milliseconds. */
  readonly latencies: readonly number[];
  /** CPU time of the server's process, all threads, in microseconds a message. */
  readonly cpuUs: number;
}

/** More seconds' worth of messages than this without an answer: the server will not catch up. */
const HOPELESS_S = 0.25;
/** The sender may be this much slower than asked before the rate does not count. */
const PACE = 1.05;
/** How long the last messages may take, in milliseconds. */
const LAST_MS = 1000;

/**
 * Sends at a steady rate whatever comes back (an open loop), a batch each millisecond.
 * @param rate messages a second
 */
export async function load(target: RunningTarget, meter: Meter, rate: number, seconds: number): Promise<Loaded> {
  const count = Math.round(rate * seconds);
  const cpuBefore = cpuOf(target.pid);
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  let sent = 0;
  while (sent < count && meter.waiting() < rate * HOPELESS_S + 100) {
    for (const due = Math.min(count, elapsed() * rate + 1); sent < due; sent += 1) target.send(meter.next());
    await sleep(1);
  }
  const inTime = elapsed() <= seconds * PACE;
  const end = performance.now() + LAST_MS;
  while (meter.waiting() > 0 && performance.now() < end) await sleep(2);
  const cpuUs = (cpuOf(target.pid) - cpuBefore) / sent;
  const latencies = meter.collect();
  const complete = inTime && latencies.length === count;
  return { complete, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), latencies, cpuUs };
}
