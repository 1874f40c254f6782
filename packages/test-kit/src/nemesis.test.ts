import { expect, test } from 'vitest';
import { nemesis, seedOf, withSeed } from './nemesis.js';
import { seededRandom } from './seededRandom.js';

const FAULTS = ['cut', 'kill', 'delay'] as const;
const schedule = (seed: number) => nemesis({ seed, rounds: 9, faults: FAULTS, calmMs: [10, 20], lastsMs: [30, 40] });

test('the same seed gives the same schedule, another one another', () => {
  expect(schedule(1)).toEqual(schedule(1));
  expect(schedule(1)).not.toEqual(schedule(2));
});

test('every fault has its turn before one comes again, within the given times', () => {
  const steps = schedule(7);
  for (const start of [0, 3, 6]) {
    const turn = steps.slice(start, start + 3).map(step => step.fault);
    expect([...turn].sort()).toEqual([...FAULTS].sort());
  }
  for (const { calmMs, lastsMs, chance } of steps) {
    expect(calmMs >= 10 && calmMs <= 20 && lastsMs >= 30 && lastsMs <= 40).toBe(true);
    expect(chance >= 0 && chance < 1).toBe(true);
  }
});

test('the seed comes from the environment', () => {
  expect([seedOf({}, 5), seedOf({ HANDRAIL_SEED: '' }, 5), seedOf({ HANDRAIL_SEED: '42' }, 5)]).toEqual([5, 5, 42]);
  expect(() => seedOf({ HANDRAIL_SEED: 'x' }, 5)).toThrow('expected a whole number such as 42, got "x"');
});

test('a failure names its seed and how to see it again', async () => {
  expect(await withSeed(3, async seed => seed + 1)).toBe(4);
  const failed = withSeed(9, async () => {
    throw new Error('lost one');
  });
  await expect(failed).rejects.toThrow('lost one\nseed 9; again with: HANDRAIL_SEED=9 npm run test:faults');
});

test('numbers spread over their range', () => {
  const random = seededRandom(11);
  const counts = new Map<number, number>();
  for (let i = 0; i < 6_000; i++) {
    const face = random.between(1, 6);
    counts.set(face, (counts.get(face) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  expect(() => random.pick([])).toThrow('empty list');
});
