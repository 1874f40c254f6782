import { expect, test } from 'vitest';
import { createMeter } from './meter.js';

test('a message counts when every side heard of it, once', () => {
  let time = 0;
  const meter = createMeter(2, () => time);
  const first = meter.next();
  time = 3;
  meter.heard(first);
  expect(meter.waiting()).toBe(1);
  time = 5;
  meter.heard(first);
  meter.heard(first);
  expect(meter.waiting()).toBe(0);
  expect(meter.collect()).toEqual([5]);
});

test('what comes after collect belongs to no measurement', () => {
  const meter = createMeter(1, () => 0);
  const late = meter.next();
  expect(meter.collect()).toEqual([]);
  meter.heard(late);
  expect(meter.collect()).toEqual([]);
});
