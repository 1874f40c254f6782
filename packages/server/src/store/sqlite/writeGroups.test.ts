import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call } from './calls.js';
import { createWriteGroups } from './writeGroups.js';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] }));
afterEach(() => vi.useRealTimers());

const call: Call = { n: 1, name: 'append', args: [] };

/** Writes at a steady rate against a disk that takes `commitMs`, and tells when groups went and how large they were. */
function write(rate: number, commitMs: number, ms: number) {
  const groups: { at: number; size: number }[] = [];
  const writes = createWriteGroups(calls => {
    groups.push({ at: performance.now(), size: calls.length });
    setTimeout(() => writes.answered(), commitMs);
  });
  let due = 0;
  for (let time = 0; time < ms; time += 1) {
    for (due += rate / 1000; due >= 1; due -= 1) writes.add(call);
    vi.advanceTimersByTime(1);
  }
  const late = groups.filter(group => group.at > performance.now() - ms / 2);
  const gaps = late.slice(1).map((group, place) => group.at - (late[place]?.at ?? 0));
  return { sizes: late.map(group => group.size), gap: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length };
}

test('a store with little to do commits at once', () => {
  expect(Math.max(...write(200, 1, 1000).sizes)).toBe(1);
});

test('what is asked for while the disk works goes together, and nothing waits longer', () => {
  const { sizes, gap } = write(1000, 3, 1000);
  expect(gap).toBeLessThanOrEqual(4);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
});

test('groups are moved apart as the load grows, so that each carries more', () => {
  const busy = write(6000, 1, 1000);
  expect(busy.gap).toBeGreaterThan(3);
  expect(Math.min(...busy.sizes)).toBeGreaterThanOrEqual(18);
});

test('a rush that is over is forgotten', () => {
  const groups: number[] = [];
  const writes = createWriteGroups(calls => {
    groups.push(calls.length);
    setTimeout(() => writes.answered(), 1);
  });
  for (let time = 0; time < 300; time += 1) {
    for (let one = 0; one < 6; one += 1) writes.add(call);
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(1000);
  groups.length = 0;
  for (let one = 0; one < 3; one += 1) {
    writes.add(call);
    vi.advanceTimersByTime(2);
  }
  expect(groups).toEqual([1, 1, 1]);
});
