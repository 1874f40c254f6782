import { beforeEach, expect, test } from 'vitest';
import { identityBrowser, PREFIX } from '../../test/identityBrowser.js';
import type { HandrailError } from '../errors.js';

let browser: ReturnType<typeof identityBrowser>;
beforeEach(() => {
  browser = identityBrowser();
});

test('another person: everything of the one before goes first, and their session ends', async () => {
  const page = browser.open();
  await page.identify();
  browser.kept.set(`${PREFIX}outbox:1`, 'written by ana');
  await page.identify({ id: 'ben' }, async () => 'ben');
  expect(browser.server.revoked).toEqual(['session-1']);
  expect(browser.server.requests.at(-1)?.body).toEqual({ site: 'demo', token: 'ben', id: 'ben' });
  expect(browser.kept.keys(`${PREFIX}outbox:`)).toEqual([]);
  expect([browser.identityKept().id, browser.visitorKept().was]).toEqual(['ben', undefined]);
});

test('a sign-out wins over what was begun before it, in whatever state that is', async () => {
  const page = browser.open();
  let give = (_: string) => {};
  const slow = () =>
    new Promise<string>(resolve => {
      give = resolve;
    });
  const asked = page.identify({ id: 'ana' }, slow);
  const gone = expect(asked).rejects.toMatchObject({ code: 'destroyed' });
  await browser.clock.settle();
  await page.logout();
  give('ana');
  await gone;
  await browser.clock.settle();
  expect(browser.server.paths()).toEqual([]);

  let pass = () => {};
  browser.server.state.gate = new Promise(resolve => {
    pass = resolve;
  });
  const exchanging = expect(page.identify()).rejects.toMatchObject({ code: 'destroyed' });
  await browser.clock.settle();
  await page.logout();
  pass();
  await exchanging;
  await browser.clock.settle();
  // The session nobody will use is ended again.
  expect(browser.server.revoked).toEqual(['session-1']);
  const before = page.leaving();
  await page.logout();
  await expect(page.late(before)).rejects.toMatchObject({ code: 'destroyed' });
  expect([browser.kept.keys(PREFIX), page.state(), page.told('error')]).toEqual([[], null, []]);
});

test('of several people named at once the last one stays', async () => {
  const page = browser.open();
  await page.identify();
  const named = ['ben', 'cleo', 'dan'].map(id =>
    page
      .identify({ id }, async () => id)
      .then(
        () => id,
        (error: HandrailError) => error.code,
      ),
  );
  await browser.clock.settle();
  expect(await Promise.all(named)).toEqual(['destroyed', 'destroyed', 'dan']);
  expect([browser.identityKept().id, browser.visitorKept().visitor]).toEqual(['dan', 'person-dan']);
});

test('a sign-in the server forgot is proved anew', async () => {
  const page = browser.open();
  await page.identify();
  page.stores.$connection.set({ state: 'closed', reason: 'unknown', code: 'unauthenticated' });
  await browser.clock.settle();
  expect(page.reasons).toEqual(['identify', 'expired']);
});

test('closed by the server after another tab signed out, it is not', async () => {
  const page = browser.open();
  await page.identify();
  for (const key of browser.kept.keys(PREFIX)) browser.kept.remove(key);
  page.stores.$connection.set({ state: 'closed', reason: 'unknown', code: 'unauthenticated' });
  await browser.clock.settle();
  expect([page.reasons, page.state()]).toEqual([['identify'], null]);
});

test('a sign-out that does not reach the server is told once and tried again for a while', async () => {
  const page = browser.open();
  await page.identify();
  browser.server.state.offline = true;
  await page.logout();
  expect([page.told('error'), browser.kept.keys(PREFIX)]).toEqual([['offline'], []]);
  await browser.clock.advance(2000);
  browser.server.state.offline = false;
  await browser.clock.advance(10_000);
  expect(browser.server.revoked).toEqual(['session-1']);
  expect(page.told('error')).toEqual(['offline']);
});
