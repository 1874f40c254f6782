import type { LogEvent } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { eventFrames } from './eventFrames.js';
import { createFeed } from './feed.js';
import { createOutflow } from './outflow.js';
import type { Wire } from './wire.js';

const SIZES = { slowBytes: 200_000, cutBytes: 1_000_000, cutMs: 30_000 };

/** A wire whose reader takes what it is told to. */
function createReader() {
  const buffered: { data: string; done: () => void }[] = [];
  const got: number[] = [];
  let peak = 0;
  const size = () => buffered.reduce((sum, one) => sum + one.data.length, 0);
  const wire: Wire = {
    listen: () => undefined,
    buffered: () => size(),
    send(data, done) {
      buffered.push({ data, done });
      peak = Math.max(peak, size());
    },
    cork: () => undefined,
    uncork: () => undefined,
    close: () => undefined,
    terminate: () => undefined,
  };
  const read = () => {
    const one = buffered.shift();
    if (!one) return false;
    const { events } = JSON.parse(one.data) as { events: LogEvent[] };
    got.push(...events.map(event => event.seq));
    one.done();
    return true;
  };
  return { wire, got, read, peak: () => peak, size };
}

function createLog() {
  const log: LogEvent[] = [];
  return {
    log,
    add(chars = 10): LogEvent {
      const event = {
        id: `${log.length}`,
        conversation: 'c',
        seq: log.length + 1,
        at: 0,
        kind: 'message',
        body: { text: 'x'.repeat(chars) },
      };
      log.push(event as unknown as LogEvent);
      return event as unknown as LogEvent;
    },
    read: async (after: number, limit: number) => ({ events: log.slice(after, after + limit), records: new Map() }),
  };
}

const settle = () => new Promise(resolve => setTimeout(resolve, 0));
const frames = (...events: LogEvent[]) => eventFrames(events, new Map());
const place = (event: LogEvent) => event.seq;
const fail = (error: unknown) => {
  throw error;
};

function createBoth() {
  const reader = createReader();
  const log = createLog();
  const out = createOutflow(reader.wire, SIZES, () => 0);
  return { reader, log, out, feed: createFeed({ place, read: log.read, out, fail }) };
}

test('what is offered before the start is not missed and not doubled', async () => {
  const { reader, log, feed } = createBoth();
  for (let i = 0; i < 5; i++) log.add();
  feed.offer(frames(log.add()));
  feed.start(3);
  await settle();
  feed.offer(frames(log.add(), log.add()));
  feed.offer(frames(...log.log.slice(5)));
  await settle();
  while (reader.read());
  expect(reader.got).toEqual([4, 5, 6, 7, 8]);
});

test('a hole in what is offered is filled from the store', async () => {
  const { reader, log, feed } = createBoth();
  feed.start(0);
  feed.offer(frames(log.add()));
  log.add();
  feed.offer(frames(log.add()));
  feed.offer(frames(log.add()));
  await settle();
  while (reader.read());
  expect(reader.got).toEqual([1, 2, 3, 4]);
});

test('a slow reader is fed again from the store, in order, and little is buffered for it', async () => {
  const { reader, log, out, feed } = createBoth();
  feed.start(0);
  for (let i = 0; i < 1000; i++) feed.offer(frames(log.add(15_000)));
  await settle();
  expect(out.open()).toBe(false);
  expect(reader.peak()).toBeLessThan(SIZES.slowBytes + 100_000);
  while (reader.got.length < 1000) {
    reader.read();
    await settle();
  }
  expect(reader.got).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
  expect(reader.peak()).toBeLessThan(SIZES.slowBytes + 100_000);
});

test('a reader that is gone ends the reading', async () => {
  const { reader, log, out, feed } = createBoth();
  for (let i = 0; i < 100; i++) log.add(15_000);
  feed.start(0);
  feed.wake();
  await settle();
  out.end();
  const before = reader.size();
  feed.wake();
  await settle();
  expect(reader.size()).toBe(before);
});

test('hints are dropped while the reader is slow, and it is hopeless after a while or above a size', () => {
  const reader = createReader();
  let now = 0;
  const out = createOutflow(reader.wire, SIZES, () => now);
  out.send(' '.repeat(250_000));
  out.hint('{}');
  expect(reader.size()).toBe(250_000);
  expect(out.hopeless(30_000)).toBe(false);
  expect(out.hopeless(30_001)).toBe(true);
  out.send(' '.repeat(800_000));
  now = 1;
  expect(out.hopeless(1)).toBe(true);
});
