import { expect, test } from 'vitest';
import { busContract } from './contract.js';
import { createLocalBus } from './local.js';

busContract({
  test,
  async open() {
    const bus = createLocalBus(() => undefined);
    return [bus, bus];
  },
});

test('reports what a listener threw', () => {
  const errors: unknown[] = [];
  const bus = createLocalBus(error => errors.push(error));
  bus.subscribe('shop', () => {
    throw new Error('no');
  });
  bus.publish('shop', { t: 'typing', conversation: 'c', visitor: 'v', from: { kind: 'visitor', id: 'v' }, on: true });
  expect(errors).toEqual([new Error('no')]);
});
