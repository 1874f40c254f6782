import { beforeEach, expect, test } from 'vitest';
import { identityBrowser, MINUTE, PREFIX } from '../../test/identityBrowser.js';

let browser: ReturnType<typeof identityBrowser>;
beforeEach(() => {
  browser = identityBrowser();
});

test('tabs: one renews for all, and the others take its session', async () => {
  const [one, two] = [browser.open(), browser.open()];
  await one.identify();
  await two.identify();
  await browser.clock.settle();
  const before = browser.server.requests.length;
  await Promise.all([one.part(), two.part()]);
  await browser.clock.advance(14 * MINUTE);
  expect(browser.server.requests.length).toBe(before + 1);
  expect([one.calls.at(-1), two.calls.at(-1)]).toEqual(['renewed', 'renewed']);
  expect([one.state(), two.state()]).toEqual(['verified', 'verified']);
});

test('tabs that cannot prove it take turns with the one refresh', async () => {
  const first = browser.open();
  await first.identify();
  first.identity.stop();
  const tabs = [browser.open(), browser.open()];
  let pass = () => {};
  browser.server.state.gate = new Promise(resolve => {
    pass = resolve;
  });
  await browser.clock.advance(14 * MINUTE);
  pass();
  await browser.clock.settle();
  expect(browser.server.paths()).toEqual(['/identity', '/identity/refresh']);
  expect(tabs.map(tab => [tab.state(), tab.told('error')])).toEqual([
    ['verified', []],
    ['verified', []],
  ]);
});

test('tabs: a sign-out in one is one in all, and nobody is signed in again by a timer', async () => {
  const [one, two] = [browser.open(), browser.open()];
  await one.identify();
  await two.identify();
  await one.logout();
  await browser.clock.settle();
  expect([one.state(), two.state(), two.calls.includes('forgetHere')]).toEqual([null, null, true]);
  const before = browser.server.requests.length;
  await browser.clock.advance(60 * MINUTE);
  two.wake();
  await browser.clock.settle();
  expect([browser.server.requests.length, browser.kept.keys(PREFIX)]).toEqual([before, []]);
});

test('tabs: the next person in one is the next person in the other', async () => {
  const [one, two] = [browser.open(), browser.open()];
  await one.identify();
  await two.identify();
  await one.identify({ id: 'ben' }, async () => 'ben');
  await browser.clock.settle();
  expect(two.stores.$identity.get()).toMatchObject({ id: 'ben', state: 'verified' });
  expect(two.calls).toContain('forgetHere');
  expect(browser.identityKept().id).toBe('ben');
});
