import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../statistics.js';
import { findHighest } from './findHighest.js';
import { type Loaded, load } from './load.js';
import { createMeter, type Meter } from './meter.js';
import { rssOf } from './processUse.js';
import type { RunningTarget, Target } from './target.js';

/** What one fresh process of a target came to. */
export interface Round {
  /** Step of the ladder that was held; see `rateOf`. */
  readonly step: number;
  /** Messages a second at this step. */
  readonly sustained: number;
  /** CPU of the server's process at this rate, in microseconds a message. */
  readonly cpuUs: number;
  /** The same at 1,000 messages a second. */
  readonly steadyCpuUs: number;
  /** At 1,000 messages a second, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Resident memory of an idle socket, in KiB. */
  readonly idleKiB: number;
  /** Seconds until as many more clients as were idle had come back at once and were served. */
  readonly stormS: number;
  /** 99th percentile of a live conversation's messages meanwhile, in milliseconds. */
  readonly stormP99: number;
}

/** A rate is held when its 99th percentile stays below this, in milliseconds. */
export const P99_MS = 50;
/** Seconds of every try. */
export const TRY_S = 1;
/** Messages a second latency is measured at. */
export const STEADY_RATE = 1000;
const STEADY_S = 2;
const FIRST_STEP = 14;
/** Messages a second that go on while everybody comes back. */
const LIVE_RATE = 100;

/** Messages a second of a step; each is a tenth more than the one below. */
export function rateOf(step: number): number {
  return step < 0 ? 0 : Math.round(500 * 1.1 ** step);
}

/**
 * Memory first, while the process is young; then latency; then the highest rate.
 * @param before the round before, where the search starts
 */
export async function measureRound(target: Target, sockets: number, idle: number, before?: Round): Promise<Round> {
  const meter = createMeter(target.signals, () => performance.now());
  const running = await target.start(sockets, meter.heard);
  try {
    const idleKiB = await measureIdle(running, idle);
    await load(running, meter, STEADY_RATE, 1);
    const { p50, p99, cpuUs: steadyCpuUs } = await load(running, meter, STEADY_RATE, STEADY_S);
    const { stormS, stormP99 } = await measureStorm(running, meter, idle);
    const tries = new Map<number, Loaded>();
    const tryOnce = async (step: number) => {
      const loaded = await load(running, meter, rateOf(step), TRY_S);
      tries.set(step, loaded);
      return loaded.complete && loaded.p99 < P99_MS;
    };
    // A step is given up after two tries: one pause of the machine is not the server's limit.
    const holds = async (step: number) => (await tryOnce(step)) || (await tryOnce(step));
    const step = await findHighest(holds, before ? Math.max(0, before.step) : FIRST_STEP, before ? 2 : 6);
    const cpuUs = tries.get(step)?.cpuUs ?? Number.NaN;
    return { step, sustained: rateOf(step), cpuUs, steadyCpuUs, p50, p99, idleKiB, stormS, stormP99 };
  } finally {
    await running.stop();
  }
}

/** A crowd comes back, each with a connection and a first frame, while others talk. */
async function measureStorm(running: RunningTarget, meter: Meter, count: number) {
  const began = performance.now();
  const crowd = running.openIdle(count).then(close => ({ close, seconds: (performance.now() - began) / 1000 }));
  const latencies: number[] = [];
  let isOver = false;
  crowd.then(
    () => {
      isOver = true;
    },
    () => {},
  );
  while (!isOver) latencies.push(...(await load(running, meter, LIVE_RATE, 0.5)).latencies);
  const { close, seconds } = await crowd;
  close();
  await sleep(500);
  return { stormS: seconds, stormP99: percentile(latencies, 0.99) };
}

async function measureIdle({ pid, openIdle }: RunningTarget, count: number): Promise<number> {
  await sleep(300);
  const before = rssOf(pid);
  const close = await openIdle(count);
  await sleep(700);
  const after = rssOf(pid);
  close();
  await sleep(500);
  return (after - before) / count;
}
