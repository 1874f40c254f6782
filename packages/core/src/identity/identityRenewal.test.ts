import { beforeEach, expect, test, vi } from 'vitest';
import { identityBrowser, MINUTE, PREFIX } from '../../test/identityBrowser.js';

let browser: ReturnType<typeof identityBrowser>;
beforeEach(() => {
  browser = identityBrowser();
});

test('another token is asked for a minute before the session ends, and the line told of the next', async () => {
  const page = browser.open();
  await page.identify();
  await page.part();
  await browser.clock.advance(14 * MINUTE - 1);
  expect(page.reasons).toEqual(['identify']);
  await browser.clock.advance(1);
  expect(page.reasons).toEqual(['identify', 'expiring']);
  expect(browser.server.requests.at(-1)?.body).toMatchObject({ token: 'ana|2', current: 'session-1' });
  expect(page.calls).toEqual(['renewed']);
  await browser.clock.advance(14 * MINUTE);
  expect(page.reasons).toHaveLength(3);
  expect([page.told('error'), page.told('token:expired'), page.state()]).toEqual([[], [], 'verified']);
});

test('a getToken that fails is told, and tried again after growing waits; nothing is lost', async () => {
  const page = browser.open();
  const fails = vi.fn(page.getToken);
  for (let n = 0; n < 4; n++) fails.mockRejectedValueOnce(new Error('no network'));
  browser.kept.set(`${PREFIX}outbox:1`, 'written');
  const done = page.identify({ id: 'ana' }, fails);
  await browser.clock.advance(30_000);
  await done;
  expect(fails).toHaveBeenCalledTimes(5);
  expect(page.told('error')).toEqual(['internal', 'internal', 'internal', 'internal']);
  expect([page.state(), browser.kept.get(`${PREFIX}outbox:1`)]).toEqual(['verified', 'written']);
});

test.each([[undefined], [''], [7]])('a getToken that gives %s is told what was expected', async given => {
  const page = browser.open();
  const gives = vi.fn(page.getToken).mockResolvedValueOnce(given as never);
  const done = page.identify({ id: 'ana' }, gives);
  await browser.clock.advance(5000);
  await done;
  expect(page.told('error')).toEqual(['bad_request']);
});

test('while getToken fails before the end, the refresh gives another session', async () => {
  const page = browser.open();
  await page.identify();
  page.getToken.mockRejectedValue(new Error('the backend is down'));
  await browser.clock.advance(14 * MINUTE);
  await browser.clock.settle();
  expect(browser.server.paths()).toEqual(['/identity', '/identity/refresh']);
  expect([page.state(), page.told('token:expired'), browser.visitorKept().token]).toEqual([
    'verified',
    [],
    'session-2',
  ]);
  browser.server.state.offline = true;
  await browser.clock.advance(16 * MINUTE);
  expect([page.state(), page.told('token:expired')]).toEqual(['checking', [{ id: 'ana' }]]);
  page.getToken.mockImplementation(async () => 'ana');
  browser.server.state.offline = false;
  await browser.clock.advance(MINUTE);
  expect(page.state()).toBe('verified');
  expect(page.told('token:expired')).toHaveLength(1);
});

test('a token that is not believed is asked for once more, then given up, and told', async () => {
  const page = browser.open();
  const stale = vi.fn(page.getToken).mockResolvedValueOnce('ben');
  await page.identify({ id: 'ana' }, stale);
  expect(stale.mock.calls.map(([{ reason }]) => reason)).toEqual(['identify', 'refused']);
  expect(page.state()).toBe('verified');
  const other = browser.open('live');
  await other.logout();
  const wrong = vi.fn(async () => 'somebody');
  await expect(other.identify({ id: 'ana' }, wrong)).rejects.toMatchObject({ code: 'bad_identity' });
  expect([wrong.mock.calls.length, other.state()]).toEqual([2, 'failed']);
  expect(other.told('error')).toEqual(['bad_identity', 'bad_identity']);
  await browser.clock.advance(60 * MINUTE);
  expect(wrong).toHaveBeenCalledTimes(2);
  await other.identify();
  expect(other.state()).toBe('verified');
});

test('a page after a reload goes on with the session, refreshes it, and proves it when the page can', async () => {
  const first = browser.open();
  await first.identify();
  first.identity.stop();
  const page = browser.open();
  expect(page.stores.$identity.get()).toMatchObject({ id: 'ana', state: 'verified', attributes: [] });
  await browser.clock.advance(14 * MINUTE);
  expect(browser.server.requests.at(-1)).toEqual({
    path: '/identity/refresh',
    body: { site: 'demo', refresh: 'refresh-1' },
  });
  await page.identify();
  expect(browser.server.requests.at(-1)?.body).toMatchObject({ token: 'ana|1', current: 'session-2' });
});

test('a session found expired, whose refresh is over too, waits for the page', async () => {
  const first = browser.open();
  await first.identify();
  first.identity.stop();
  await browser.clock.advance(61 * MINUTE);
  const page = browser.open();
  await browser.clock.advance(5 * MINUTE);
  page.wake();
  await browser.clock.settle();
  expect([page.state(), browser.server.paths(), page.told('error')]).toEqual(['checking', ['/identity'], []]);
  expect(page.told('token:expired')).toEqual([{ id: 'ana' }]);
  await page.identify();
  expect(page.state()).toBe('verified');
});

test('a refresh the server does not take ends the tries; the page may prove it anew', async () => {
  const first = browser.open();
  await first.identify();
  first.identity.stop();
  browser.kept.set(`${PREFIX}identity`, JSON.stringify({ ...browser.identityKept(), refresh: 'stolen' }));
  const page = browser.open();
  await browser.clock.advance(20 * MINUTE);
  expect(browser.server.paths()).toEqual(['/identity', '/identity/refresh']);
  expect([page.state(), page.told('error')]).toEqual(['failed', ['unauthenticated']]);
  expect(browser.identityKept()).toMatchObject({ id: 'ana', refresh: '' });
  await page.identify();
  expect(page.state()).toBe('verified');
});

test('a page that slept looks at the clock when it wakes', async () => {
  const page = browser.open();
  await page.identify();
  browser.clock.jump(browser.clock.now() + 60 * MINUTE);
  page.wake();
  await browser.clock.settle();
  expect(page.reasons).toEqual(['identify', 'expired']);
  expect(page.state()).toBe('verified');
});
