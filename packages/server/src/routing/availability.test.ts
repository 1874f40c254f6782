import type { SiteConfig } from '@handrail/protocol';
import { expect, test } from 'vitest';
import { createAvailability, quartiles } from './availability.js';

const site = (more: Partial<SiteConfig> = {}): SiteConfig => ({
  id: 'shop',
  widget: { name: 'Shop' },
  origins: [],
  ...more,
});
const maya = { id: 'maya', name: 'Maya', available: true };
const of = (
  config: SiteConfig,
  present: (typeof maya)[],
  waits: number[] = [],
  now = Date.parse('2026-01-05T12:00Z'),
) =>
  createAvailability({
    sites: new Map([['shop', config]]),
    roster: { present: () => present },
    waits: async () => waits.map(minutes => ({ at: now, minutes })),
    now: () => now,
  })('shop');

test('online, away, closed', async () => {
  const hours = { zone: 'UTC', mon: ['09:00-17:00'] };
  expect(await of(site(), [maya])).toEqual({ state: 'online', agents: [{ id: 'maya', name: 'Maya' }] });
  expect(await of(site({ replyHours: 4 }), [])).toEqual({ state: 'away', replyHours: 4 });
  expect(await of(site(), [{ ...maya, available: false }])).toEqual({ state: 'away' });
  const evening = Date.parse('2026-01-05T18:00Z');
  expect(await of(site({ hours }), [maya], [], evening)).toEqual({
    state: 'closed',
    nextOpenAt: Date.parse('2026-01-12T09:00Z'),
  });
});

test('the shortest window that holds enough tells the wait', async () => {
  const now = Date.parse('2026-01-05T12:00Z');
  const ago = (minutes: number, ...waits: number[]) =>
    waits.map(wait => ({ at: now - minutes * 60_000, minutes: wait }));
  const few = ago(1, 1, 1, 1, 1);
  const told = async (waits: { at: number; minutes: number }[]) =>
    (
      await createAvailability({
        sites: new Map([['shop', site()]]),
        roster: { present: () => [maya] },
        waits: async () => waits,
        now: () => now,
      })('shop')
    ).wait;
  expect(await told([...few, ...ago(5, 1), ...ago(60, 30, 30, 30)])).toEqual({ min: 1, max: 1 });
  expect(await told([...few, ...ago(60, 9, 9, 9, 9, 9, 9)])).toEqual({ min: 1, max: 9 });
  expect(await told([...few, ...ago(10_000, 5)])).toEqual({ min: 1, max: 1 });
  expect(await told([...few, ...ago(40_000, 5)])).toBeUndefined();
});

test('at most three agents are shown', async () => {
  const many = ['a', 'b', 'c', 'd'].map(id => ({ id, name: id, available: true }));
  expect((await of(site(), many)).agents?.map(agent => agent.id)).toEqual(['a', 'b', 'c']);
});

test('a wait is told from five accepted conversations on', async () => {
  expect(await of(site(), [maya], [1, 2, 3, 4])).not.toHaveProperty('wait');
  expect(await of(site(), [maya], [5, 1, 4, 2, 3])).toMatchObject({ wait: { min: 2, max: 4 } });
});

test('quartiles are interpolated and rounded outwards', () => {
  expect(quartiles([0, 0, 0, 0])).toBeNull();
  expect(quartiles([0.2, 0.4, 0.6, 0.8, 1, 10])).toEqual({ min: 0, max: 1 });
  expect(quartiles([1, 2, 3, 4, 5, 6, 7, 8])).toEqual({ min: 2, max: 7 });
});
