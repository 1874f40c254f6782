import { expect, test } from 'vitest';
import { withAttributes, withPrefill } from './pageSays.js';

test('attributes are kept as texts, changed by name, and taken back by null', () => {
  const first = withAttributes({}, { plan: 'gold', orders: 3, vip: true });
  expect(first).toEqual({ plan: 'gold', orders: '3', vip: 'true' });
  expect(withAttributes(first, { plan: null, orders: 4, vip: '' })).toEqual({ orders: '4' });
});

test('long ones are cut, too many and what is none are refused by path', () => {
  const cut = withAttributes({}, { ['n'.repeat(300)]: 'v'.repeat(2000) });
  expect(Object.entries(cut).map(([name, value]) => [name.length, value.length])).toEqual([[200, 1000]]);
  const many = Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`a${n}`, n]));
  expect(() => withAttributes({}, many)).toThrow('setAttributes: expected at most 30 attributes, got 31.');
  expect(() => withAttributes({}, { cart: {} } as never)).toThrow(
    'setAttributes: /cart: expected a text, a number, true, false or null, got {}.',
  );
  expect(() => withAttributes({}, 'gold' as never)).toThrow('setAttributes: expected an object, got "gold".');
});

test('the contact form is filled in by field, and emptied by null', () => {
  const first = withPrefill({}, { email: 'ana@mail.example', text: 'Hello' });
  expect(withPrefill(first, { text: null as never, order: 'NB-1' })).toEqual({
    email: 'ana@mail.example',
    order: 'NB-1',
  });
  expect(() => withPrefill({}, { mail: 'a' } as never)).toThrow(
    'prefill: /mail: expected one of email, name, order, text, got "mail".',
  );
  expect(() => withPrefill({}, { email: 1 } as never)).toThrow('prefill: /email: expected a text or null, got 1.');
});
