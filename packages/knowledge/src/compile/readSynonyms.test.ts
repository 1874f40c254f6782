import { expect, test } from 'vitest';
import { readSynonyms } from './readSynonyms.js';

test.each([
  ['basket = cart', [['basket', 'cart']]],
  [
    ['basket = cart = bag', ['bike', 'bicycle']],
    [
      ['basket', 'cart', 'bag'],
      ['bike', 'bicycle'],
    ],
  ],
  [['a = a'], null],
  [['alone'], null],
  [[['one']], null],
  [{ basket: 'cart' }, null],
  [[['a', { b: 1 }]], null],
  [[], []],
])('%j', (value, groups) => expect(readSynonyms(value)).toEqual(groups));
