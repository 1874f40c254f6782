import { expect, test, vi } from 'vitest';
import { fakeWidget } from '../test/fakeWidget.js';
import { createShim, type ShimOptions } from './shim.js';

function start(options: ShimOptions = {}) {
  const { widget, calls } = fakeWidget();
  const warn = vi.fn();
  const shim = createShim(widget, { window: {}, warn, ...options });
  /** What was told since it was asked last. */
  return { shim, told: () => calls.splice(0), warnings: () => warn.mock.calls.map(([text]) => text) };
}

const ana = { name: 'Ana', email: 'ana@mail.example', plan: 'gold' };
const WARNED = 'Handrail: the team is told who the customer is as not verified: the shim was given no `getToken`.';

test('without a token the customer is told as not verified, the form begins with name and e-mail, the warning comes once', () => {
  const { shim, told, warnings } = start();
  shim.identify(7, ana);
  expect(told()).toEqual([
    ['setAttributes', { id: '7', ...ana }],
    ['prefill', { name: 'Ana', email: 'ana@mail.example' }],
  ]);
  shim.identify(7, ana);
  expect(told()).toEqual([]);
  shim.identify(7, { ...ana, plan: 'silver' });
  expect(told()).toEqual([['setAttributes', { plan: 'silver' }]]);
  shim.identify(8, { name: 'Ben' });
  expect(told()).toEqual([
    ['setAttributes', { id: '8', name: 'Ben', email: null, plan: null }],
    ['prefill', { name: 'Ben', email: '' }],
  ]);
  expect(warnings()).toEqual([WARNED]);
});

test('what is told of somebody without an id warns of nothing; a signed customer takes its place', () => {
  const getToken = () => 'token';
  const { shim, told, warnings } = start({ getToken });
  shim.identify(undefined, { plan: 'gold' });
  expect(told()).toEqual([['setAttributes', { plan: 'gold' }]]);
  shim.identify(7, { plan: 'gold' });
  expect(told()).toEqual([
    ['setAttributes', { plan: null }],
    ['identify', { id: '7', plan: 'gold' }, { getToken }],
  ]);
  expect(warnings()).toEqual([]);
});

test('what is no text, number or boolean stays in the page, by name', () => {
  const { shim, told, warnings } = start();
  shim.said.attributes({ seats: 3, trial: false, company: { id: 1 }, tags: [], since: null });
  expect(told()).toEqual([['setAttributes', { seats: 3, trial: false }]]);
  expect(warnings()).toEqual(['Handrail: not passed on, for it is no text, number or boolean: company, tags.']);
});

test('null takes an attribute back, to what is known of the customer', () => {
  const { shim, told } = start();
  shim.identify(undefined, { plan: 'gold' });
  shim.said.attributes({ plan: 'trial', cart: 3 });
  shim.said.attributes({ plan: null });
  shim.said.attributes({ cart: null });
  expect(told()).toEqual([
    ['setAttributes', { plan: 'gold' }],
    ['setAttributes', { plan: 'trial', cart: 3 }],
    ['setAttributes', { plan: 'gold' }],
    ['setAttributes', { cart: null }],
  ]);
});

test('the form is filled in by field and cleared to what is known of the customer; other fields are named', () => {
  const { shim, told, warnings } = start();
  shim.identify(undefined, { email: 'ana@mail.example' });
  told();
  shim.said.form({ email: 'ben@mail.example', order: 12, text: 'Hello', phone: '1' });
  expect(told()).toEqual([['prefill', { email: 'ben@mail.example', order: '12', text: 'Hello' }]]);
  shim.said.clearForm();
  expect(told()).toEqual([['prefill', { email: 'ana@mail.example', order: '', text: '' }]]);
  expect(warnings()).toEqual(['Handrail: the contact form has no such field: phone.']);
});

test('logout takes everything back first', () => {
  const { shim, told } = start();
  shim.identify(7, { name: 'Ana' });
  shim.said.attributes({ cart: 3 });
  shim.said.form({ text: 'Hello' });
  told();
  shim.logout();
  expect(told()).toEqual([
    ['setAttributes', { id: null, name: null, cart: null }],
    ['prefill', { name: '', text: '' }],
    ['logout'],
  ]);
  shim.logout();
  expect(told()).toEqual([['logout']]);
});
