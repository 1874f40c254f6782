import { expect, test } from 'vitest';
import { normalise } from './normalise.js';
import { sameThing } from './sameThing.js';

test.each([
  ['Where is my order?', 'where is my order', true],
  ['Where is my order?', 'so where is my order', true],
  ['我的订单在哪', '我的订单在哪里？', true],
  ['أين طلبي؟', 'أين طلبي', true],
  ['Where is my order?', 'How do I return it?', false],
  ['怎么退货', '怎么付款', false],
])('%s / %s: %s', (a, b, same) => {
  expect(sameThing(normalise(a), normalise(b))).toBe(same);
});
