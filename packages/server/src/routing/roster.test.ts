import { expect, test } from 'vitest';
import { createRoster } from './roster.js';

const agent = (id: string, site = 'shop') =>
  ({ kind: 'agent', id, name: id.toUpperCase(), role: 'agent', site }) as const;

test('an agent is here with a connection, and for the grace after the last one', () => {
  let now = 0;
  const roster = createRoster(30_000, () => now);
  expect(roster.present('shop')).toEqual([]);
  roster.arrive(agent('maya'));
  roster.arrive(agent('maya'));
  roster.arrive(agent('zoe', 'other'));
  roster.leave(agent('maya'));
  now = 100_000;
  expect(roster.present('shop')).toEqual([{ id: 'maya', name: 'MAYA', available: true }]);
  roster.leave(agent('maya'));
  now = 129_999;
  expect(roster.present('shop')).toHaveLength(1);
  now = 130_000;
  expect(roster.present('shop')).toEqual([]);
});

test('whether an agent takes conversations outlives the connection', () => {
  const roster = createRoster(0, () => 0);
  expect(roster.available('shop', 'maya')).toBe(true);
  roster.arrive(agent('maya'));
  roster.set(agent('maya'), false);
  roster.leave(agent('maya'));
  roster.arrive(agent('maya'));
  expect(roster.available('shop', 'maya')).toBe(false);
  expect(roster.present('shop')).toEqual([{ id: 'maya', name: 'MAYA', available: false }]);
});
