import { beforeEach, expect, test, vi } from 'vitest';
import { ANONYMOUS, identityBrowser, MINUTE, PREFIX } from '../../test/identityBrowser.js';
import { emptyThread } from '../thread.js';
import type { IdentifyOptions, Person } from './person.js';

let browser: ReturnType<typeof identityBrowser>;
beforeEach(() => {
  browser = identityBrowser();
});

test('a token is asked for at once and becomes a session; what the page says stays apart from what is signed', async () => {
  const page = browser.open();
  await page.identify({ id: 'ana', name: 'Ana', orders: 3, vip: true, nothing: null, gone: undefined });
  expect(page.reasons).toEqual(['identify']);
  expect(browser.server.requests).toEqual([{ path: '/identity', body: { site: 'demo', token: 'ana|1', id: 'ana' } }]);
  expect(page.stores.$identity.get()).toEqual({
    id: 'ana',
    state: 'verified',
    attributes: [
      { name: 'name', value: 'Ana', verified: false },
      { name: 'orders', value: '3', verified: false },
      { name: 'vip', value: 'true', verified: false },
    ],
    signed: [{ name: 'id', value: 'ana', verified: true }],
  });
  expect(page.told('identity').map(state => (state as { state: string }).state)).toEqual(['checking', 'verified']);
  expect(browser.visitorKept()).toEqual({ visitor: 'person-ana', token: 'session-1', device: 'device-1' });
  // Nothing is connected for somebody who has no conversation.
  expect(page.calls).toEqual([]);
});

test('somebody who has open conversations elsewhere is connected', async () => {
  browser.server.state.open = 2;
  const page = browser.open();
  await page.identify();
  await vi.waitFor(() => expect(page.calls).toEqual(['connect']));
});

test('the anonymous visitor comes along, and is remembered as who it was', async () => {
  browser.kept.set(`${PREFIX}visitor`, JSON.stringify(ANONYMOUS));
  const page = browser.open();
  await page.identify();
  expect(browser.server.requests[0]?.body).toMatchObject({ current: 'anonymous-token-1' });
  const person = { visitor: 'person-ana', token: 'session-1', device: 'd1', was: 'v1' };
  expect(browser.visitorKept()).toEqual(person);
  await browser.clock.advance(14 * MINUTE);
  expect(browser.visitorKept()).toEqual({ ...person, token: 'session-2' });
});

test('a visitor made while the token was looked at comes along too', async () => {
  let pass = () => {};
  browser.server.state.gate = new Promise(resolve => {
    pass = resolve;
  });
  const page = browser.open();
  const done = page.identify();
  await browser.clock.settle();
  browser.kept.set(`${PREFIX}visitor`, JSON.stringify(ANONYMOUS));
  browser.server.state.gate = null;
  pass();
  await done;
  expect(browser.server.requests.map(({ body }) => body.current)).toEqual([undefined, undefined, 'anonymous-token-1']);
  expect(browser.server.revoked).toEqual(['session-1']);
  expect(browser.visitorKept()).toMatchObject({ token: 'session-2', was: 'v1' });
});

test('conversations that ended before the sign-in are not the person’s', async () => {
  browser.kept.set(`${PREFIX}visitor`, JSON.stringify(ANONYMOUS));
  const page = browser.open();
  const thread = (id: string, status: 'open' | 'closed' | null) =>
    [id, { ...emptyThread(id, 0), record: status && ({ status } as never) }] as const;
  page.stores.$threads.set(new Map([thread('a', 'open'), thread('b', 'closed'), thread('c', null)]));
  page.stores.$current.set('b');
  await page.identify();
  expect([...page.stores.$threads.get().keys()]).toEqual(['a', 'c']);
  expect(page.stores.$current.get()).toBeNull();
});

test('the same person named again is asked for no second token', async () => {
  const page = browser.open();
  const both = [page.identify(), page.identify({ id: 'ana', plan: 'gold' })];
  await Promise.all(both);
  await page.identify({ id: 'ana', plan: 'silver' });
  expect(page.reasons).toEqual(['identify']);
  expect(page.stores.$identity.get()).toMatchObject({
    state: 'verified',
    attributes: [{ name: 'plan', value: 'silver' }],
  });
});

test.each<[string, unknown, unknown, string]>([
  ['no id', {}, () => '', '`id` should be text of 1 to 200 characters, got undefined'],
  ['an empty id', { id: ' ' }, () => '', '`id` should be text of 1 to 200 characters, got 1'],
  ['a number', { id: 7 }, () => '', 'got number'],
  ['nobody', undefined, () => '', 'got undefined'],
  ['no getToken', { id: 'ana' }, undefined, '`getToken` should be a function, got undefined'],
])('identify with %s says what was expected', async (_name, person, getToken, message) => {
  const page = browser.open();
  const options = { getToken } as IdentifyOptions;
  const asked = page.identity.identify(person as Person, options, page.leaving());
  await expect(asked).rejects.toThrow(message);
  expect(page.told('error')).toEqual(['bad_request']);
});

test('static mode knows nobody', async () => {
  await expect(browser.open('static').identify()).rejects.toMatchObject({ code: 'offline' });
  expect(browser.server.requests).toEqual([]);
});
