import { type FakeTab, fakeTabs, manualClock } from '@handrail/test-kit';
import { beforeEach, expect, test, vi } from 'vitest';
import { identityServer } from '../../test/identityServer.js';
import { defaultEnvironment } from '../environment.js';
import { HandrailError } from '../errors.js';
import { lazily } from '../lazily.js';
import { resolveOptions } from '../options.js';
import { memoryStorage } from '../storage/memory.js';
import type { Storage } from '../storage/storage.js';
import { createStores } from '../stores.js';
import type { TabsLike } from '../tabs/tabs.js';
import { emptyThread } from '../thread.js';
import { createIdentityPart } from './identityPart.js';
import type { IdentifyOptions, Person, TokenReason } from './person.js';

const PREFIX = 'handrail:demo:';
const MINUTE = 60_000;
const ANONYMOUS = { visitor: 'v1', token: 'anonymous-token-1', device: 'd1' };

let clock: ReturnType<typeof manualClock>;
let server: ReturnType<typeof identityServer>;
let kept: Storage;
let pages: Set<(key: string | null, value?: string | null) => void>;
let newTab: () => FakeTab;

beforeEach(() => {
  clock = manualClock();
  server = identityServer(clock.now);
  kept = memoryStorage();
  pages = new Set();
  newTab = fakeTabs();
});

/** A page of the browser, with the rest of a client played by notes of what it was asked for. */
function open(where: 'live' | 'static' = 'live') {
  const mine = new Set<(key: string | null, value?: string | null) => void>();
  const tell = (key: string, value: string | null) => {
    for (const hear of pages) if (!mine.has(hear)) queueMicrotask(() => hear(key, value));
  };
  const storage: Storage = {
    ...kept,
    set(key, value) {
      tell(key, value);
      return kept.set(key, value);
    },
    remove(key) {
      if (kept.get(key) !== null) tell(key, null);
      kept.remove(key);
    },
    listen(changed) {
      mine.add(changed);
      pages.add(changed);
      return () => pages.delete(changed);
    },
  };
  let wake = () => {};
  const onWake = (woken: () => void) => {
    wake = woken;
    return () => {};
  };
  const { now, setTimeout, clearTimeout } = clock;
  const tabs = newTab() as unknown as TabsLike;
  const given = { now, setTimeout, clearTimeout, fetch: server.fetch, tabs, onWake, storage };
  const environment = { ...defaultEnvironment(storage, given), storage };
  const options =
    where === 'live' ? { server: 'https://help.example', site: 'demo' } : { knowledge: '/k/', site: 'demo' };
  const stores = createStores('en');
  const heard: [string, unknown][] = [];
  const calls: string[] = [];
  const loaded = {
    actions: {} as never,
    connect: async () => void calls.push('connect'),
    renewed: async () => void calls.push('renewed'),
    forget: async () => {},
    stop: () => {},
  };
  const part = lazily(async () => loaded);
  let leaving = Promise.resolve();
  const forgetHere = () => {
    calls.push('forgetHere');
    stores.$identity.set(null);
  };
  async function signOut() {
    const visitor = storage.get(`${PREFIX}visitor`);
    for (const key of storage.keys(PREFIX)) storage.remove(key);
    forgetHere();
    await Promise.resolve();
    if (visitor) await identity.revoke(visitor);
  }
  function logout() {
    leaving = signOut();
    return leaving;
  }
  const identity = createIdentityPart({
    environment,
    resolved: resolveOptions(options, ['en']),
    prefix: PREFIX,
    newId: () => 'device-1',
    stores,
    tell: (type, data) => void heard.push([type, data]),
    failed(error) {
      const known = error instanceof HandrailError ? error : new HandrailError('internal', String(error));
      if (known.code !== 'destroyed') heard.push(['error', known.code]);
      return known;
    },
    part,
    forgetHere,
    signOut,
    leaving: () => leaving,
  });
  const reasons: TokenReason[] = [];
  const getToken = vi.fn(async ({ reason }: { reason: TokenReason }) => {
    reasons.push(reason);
    return `ana|${reasons.length}`;
  });
  return {
    identity,
    stores,
    heard,
    calls,
    reasons,
    getToken,
    part,
    storage,
    logout,
    wake: () => wake(),
    identify: (person: Person = { id: 'ana' }, how: IdentifyOptions['getToken'] = getToken) =>
      identity.identify(person, { getToken: how }, leaving),
    late: (before: Promise<void>) => identity.identify({ id: 'ana' }, { getToken }, before),
    leaving: () => leaving,
    state: () => stores.$identity.get()?.state ?? null,
    told: (type: string) => heard.flatMap(([name, data]) => (name === type ? [data] : [])),
  };
}

const identityKept = () => JSON.parse(kept.get(`${PREFIX}identity`) ?? 'null');
const visitorKept = () => JSON.parse(kept.get(`${PREFIX}visitor`) ?? 'null');

test('a token is asked for at once and becomes a session; what the page says stays apart from what is signed', async () => {
  const page = open();
  await page.identify({ id: 'ana', name: 'Ana', orders: 3, vip: true, nothing: null, gone: undefined });
  expect(page.reasons).toEqual(['identify']);
  expect(server.requests).toEqual([{ path: '/identity', body: { site: 'demo', token: 'ana|1', id: 'ana' } }]);
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
  expect(visitorKept()).toEqual({ visitor: 'person-ana', token: 'session-1', device: 'device-1' });
  // Nothing is connected for somebody who has no conversation.
  expect(page.calls).toEqual([]);
});

test('somebody who has open conversations elsewhere is connected', async () => {
  server.state.open = 2;
  const page = open();
  await page.identify();
  await vi.waitFor(() => expect(page.calls).toEqual(['connect']));
});

test('the anonymous visitor comes along, and is remembered as who it was', async () => {
  kept.set(`${PREFIX}visitor`, JSON.stringify(ANONYMOUS));
  const page = open();
  await page.identify();
  expect(server.requests[0]?.body).toMatchObject({ current: 'anonymous-token-1' });
  const person = { visitor: 'person-ana', token: 'session-1', device: 'd1', was: 'v1' };
  expect(visitorKept()).toEqual(person);
  await clock.advance(14 * MINUTE);
  expect(visitorKept()).toEqual({ ...person, token: 'session-2' });
});

test('a visitor made while the token was looked at comes along too', async () => {
  let pass = () => {};
  server.state.gate = new Promise(resolve => {
    pass = resolve;
  });
  const page = open();
  const done = page.identify();
  await clock.settle();
  kept.set(`${PREFIX}visitor`, JSON.stringify(ANONYMOUS));
  server.state.gate = null;
  pass();
  await done;
  expect(server.requests.map(({ body }) => body.current)).toEqual([undefined, undefined, 'anonymous-token-1']);
  expect(server.revoked).toEqual(['session-1']);
  expect(visitorKept()).toMatchObject({ token: 'session-2', was: 'v1' });
});

test('conversations that ended before the sign-in are not the person’s', async () => {
  kept.set(`${PREFIX}visitor`, JSON.stringify(ANONYMOUS));
  const page = open();
  const thread = (id: string, status: 'open' | 'closed' | null) =>
    [id, { ...emptyThread(id, 0), record: status && ({ status } as never) }] as const;
  page.stores.$threads.set(new Map([thread('a', 'open'), thread('b', 'closed'), thread('c', null)]));
  page.stores.$current.set('b');
  await page.identify();
  expect([...page.stores.$threads.get().keys()]).toEqual(['a', 'c']);
  expect(page.stores.$current.get()).toBeNull();
});

test('another token is asked for a minute before the session ends, and the line told of the next', async () => {
  const page = open();
  await page.identify();
  await page.part();
  await clock.advance(14 * MINUTE - 1);
  expect(page.reasons).toEqual(['identify']);
  await clock.advance(1);
  expect(page.reasons).toEqual(['identify', 'expiring']);
  expect(server.requests.at(-1)?.body).toMatchObject({ token: 'ana|2', current: 'session-1' });
  expect(page.calls).toEqual(['renewed']);
  await clock.advance(14 * MINUTE);
  expect(page.reasons).toHaveLength(3);
  expect([page.told('error'), page.told('token:expired'), page.state()]).toEqual([[], [], 'verified']);
});

test('a getToken that fails is told, and tried again after growing waits; nothing is lost', async () => {
  const page = open();
  const fails = vi.fn(page.getToken);
  for (let n = 0; n < 4; n++) fails.mockRejectedValueOnce(new Error('no network'));
  kept.set(`${PREFIX}outbox:1`, 'written');
  const done = page.identify({ id: 'ana' }, fails);
  await clock.advance(30_000);
  await done;
  expect(fails).toHaveBeenCalledTimes(5);
  expect(page.told('error')).toEqual(['internal', 'internal', 'internal', 'internal']);
  expect([page.state(), kept.get(`${PREFIX}outbox:1`)]).toEqual(['verified', 'written']);
});

test.each([[undefined], [''], [7]])('a getToken that gives %s is told what was expected', async given => {
  const page = open();
  const gives = vi.fn(page.getToken).mockResolvedValueOnce(given as never);
  const done = page.identify({ id: 'ana' }, gives);
  await clock.advance(5000);
  await done;
  expect(page.told('error')).toEqual(['bad_request']);
});

test('while getToken fails before the end, the refresh gives another session', async () => {
  const page = open();
  await page.identify();
  page.getToken.mockRejectedValue(new Error('the backend is down'));
  await clock.advance(14 * MINUTE);
  await clock.settle();
  expect(server.paths()).toEqual(['/identity', '/identity/refresh']);
  expect([page.state(), page.told('token:expired'), visitorKept().token]).toEqual(['verified', [], 'session-2']);
  server.state.offline = true;
  await clock.advance(16 * MINUTE);
  expect([page.state(), page.told('token:expired')]).toEqual(['checking', [{ id: 'ana' }]]);
  page.getToken.mockImplementation(async () => 'ana');
  server.state.offline = false;
  await clock.advance(MINUTE);
  expect(page.state()).toBe('verified');
  expect(page.told('token:expired')).toHaveLength(1);
});

test('a token that is not believed is asked for once more, then given up, and told', async () => {
  const page = open();
  const stale = vi.fn(page.getToken).mockResolvedValueOnce('ben');
  await page.identify({ id: 'ana' }, stale);
  expect(stale.mock.calls.map(([{ reason }]) => reason)).toEqual(['identify', 'refused']);
  expect(page.state()).toBe('verified');
  const other = open('live');
  await other.logout();
  const wrong = vi.fn(async () => 'somebody');
  await expect(other.identify({ id: 'ana' }, wrong)).rejects.toMatchObject({ code: 'bad_identity' });
  expect([wrong.mock.calls.length, other.state()]).toEqual([2, 'failed']);
  expect(other.told('error')).toEqual(['bad_identity', 'bad_identity']);
  await clock.advance(60 * MINUTE);
  expect(wrong).toHaveBeenCalledTimes(2);
  await other.identify();
  expect(other.state()).toBe('verified');
});

test('the same person named again is asked for no second token', async () => {
  const page = open();
  const both = [page.identify(), page.identify({ id: 'ana', plan: 'gold' })];
  await Promise.all(both);
  await page.identify({ id: 'ana', plan: 'silver' });
  expect(page.reasons).toEqual(['identify']);
  expect(page.stores.$identity.get()).toMatchObject({
    state: 'verified',
    attributes: [{ name: 'plan', value: 'silver' }],
  });
});

test('another person: everything of the one before goes first, and their session ends', async () => {
  const page = open();
  await page.identify();
  kept.set(`${PREFIX}outbox:1`, 'written by ana');
  await page.identify({ id: 'ben' }, async () => 'ben');
  expect(server.revoked).toEqual(['session-1']);
  expect(server.requests.at(-1)?.body).toEqual({ site: 'demo', token: 'ben', id: 'ben' });
  expect(kept.keys(`${PREFIX}outbox:`)).toEqual([]);
  expect([identityKept().id, visitorKept().was]).toEqual(['ben', undefined]);
});

test('a sign-out wins over what was begun before it, in whatever state that is', async () => {
  const page = open();
  let give = (_: string) => {};
  const slow = () =>
    new Promise<string>(resolve => {
      give = resolve;
    });
  const asked = page.identify({ id: 'ana' }, slow);
  const gone = expect(asked).rejects.toMatchObject({ code: 'destroyed' });
  await clock.settle();
  await page.logout();
  give('ana');
  await gone;
  await clock.settle();
  expect(server.paths()).toEqual([]);

  let pass = () => {};
  server.state.gate = new Promise(resolve => {
    pass = resolve;
  });
  const exchanging = expect(page.identify()).rejects.toMatchObject({ code: 'destroyed' });
  await clock.settle();
  await page.logout();
  pass();
  await exchanging;
  await clock.settle();
  // The session nobody will use is ended again.
  expect(server.revoked).toEqual(['session-1']);
  const before = page.leaving();
  await page.logout();
  await expect(page.late(before)).rejects.toMatchObject({ code: 'destroyed' });
  expect([kept.keys(PREFIX), page.state(), page.told('error')]).toEqual([[], null, []]);
});

test('of several people named at once the last one stays', async () => {
  const page = open();
  await page.identify();
  const named = ['ben', 'cleo', 'dan'].map(id =>
    page
      .identify({ id }, async () => id)
      .then(
        () => id,
        (error: HandrailError) => error.code,
      ),
  );
  await clock.settle();
  expect(await Promise.all(named)).toEqual(['destroyed', 'destroyed', 'dan']);
  expect([identityKept().id, visitorKept().visitor]).toEqual(['dan', 'person-dan']);
});

test('a page after a reload goes on with the session, refreshes it, and proves it when the page can', async () => {
  const first = open();
  await first.identify();
  first.identity.stop();
  const page = open();
  expect(page.stores.$identity.get()).toMatchObject({ id: 'ana', state: 'verified', attributes: [] });
  await clock.advance(14 * MINUTE);
  expect(server.requests.at(-1)).toEqual({ path: '/identity/refresh', body: { site: 'demo', refresh: 'refresh-1' } });
  await page.identify();
  expect(server.requests.at(-1)?.body).toMatchObject({ token: 'ana|1', current: 'session-2' });
});

test('a session found expired, whose refresh is over too, waits for the page', async () => {
  const first = open();
  await first.identify();
  first.identity.stop();
  await clock.advance(61 * MINUTE);
  const page = open();
  await clock.advance(5 * MINUTE);
  page.wake();
  await clock.settle();
  expect([page.state(), server.paths(), page.told('error')]).toEqual(['checking', ['/identity'], []]);
  expect(page.told('token:expired')).toEqual([{ id: 'ana' }]);
  await page.identify();
  expect(page.state()).toBe('verified');
});

test('a refresh the server does not take ends the tries; the page may prove it anew', async () => {
  const first = open();
  await first.identify();
  first.identity.stop();
  kept.set(`${PREFIX}identity`, JSON.stringify({ ...identityKept(), refresh: 'stolen' }));
  const page = open();
  await clock.advance(20 * MINUTE);
  expect(server.paths()).toEqual(['/identity', '/identity/refresh']);
  expect([page.state(), page.told('error')]).toEqual(['failed', ['unauthenticated']]);
  expect(identityKept()).toMatchObject({ id: 'ana', refresh: '' });
  await page.identify();
  expect(page.state()).toBe('verified');
});

test('a page that slept looks at the clock when it wakes', async () => {
  const page = open();
  await page.identify();
  clock.jump(clock.now() + 60 * MINUTE);
  page.wake();
  await clock.settle();
  expect(page.reasons).toEqual(['identify', 'expired']);
  expect(page.state()).toBe('verified');
});

test('tabs: one renews for all, and the others take its session', async () => {
  const [one, two] = [open(), open()];
  await one.identify();
  await two.identify();
  await clock.settle();
  const before = server.requests.length;
  await Promise.all([one.part(), two.part()]);
  await clock.advance(14 * MINUTE);
  expect(server.requests.length).toBe(before + 1);
  expect([one.calls.at(-1), two.calls.at(-1)]).toEqual(['renewed', 'renewed']);
  expect([one.state(), two.state()]).toEqual(['verified', 'verified']);
});

test('tabs that cannot prove it take turns with the one refresh', async () => {
  const first = open();
  await first.identify();
  first.identity.stop();
  const tabs = [open(), open()];
  let pass = () => {};
  server.state.gate = new Promise(resolve => {
    pass = resolve;
  });
  await clock.advance(14 * MINUTE);
  pass();
  await clock.settle();
  expect(server.paths()).toEqual(['/identity', '/identity/refresh']);
  expect(tabs.map(tab => [tab.state(), tab.told('error')])).toEqual([
    ['verified', []],
    ['verified', []],
  ]);
});

test('tabs: a sign-out in one is one in all, and nobody is signed in again by a timer', async () => {
  const [one, two] = [open(), open()];
  await one.identify();
  await two.identify();
  await one.logout();
  await clock.settle();
  expect([one.state(), two.state(), two.calls.includes('forgetHere')]).toEqual([null, null, true]);
  const before = server.requests.length;
  await clock.advance(60 * MINUTE);
  two.wake();
  await clock.settle();
  expect([server.requests.length, kept.keys(PREFIX)]).toEqual([before, []]);
});

test('tabs: the next person in one is the next person in the other', async () => {
  const [one, two] = [open(), open()];
  await one.identify();
  await two.identify();
  await one.identify({ id: 'ben' }, async () => 'ben');
  await clock.settle();
  expect(two.stores.$identity.get()).toMatchObject({ id: 'ben', state: 'verified' });
  expect(two.calls).toContain('forgetHere');
  expect(identityKept().id).toBe('ben');
});

test('a sign-in the server forgot is proved anew', async () => {
  const page = open();
  await page.identify();
  page.stores.$connection.set({ state: 'closed', reason: 'unknown', code: 'unauthenticated' });
  await clock.settle();
  expect(page.reasons).toEqual(['identify', 'expired']);
});

test('closed by the server after another tab signed out, it is not', async () => {
  const page = open();
  await page.identify();
  for (const key of kept.keys(PREFIX)) kept.remove(key);
  page.stores.$connection.set({ state: 'closed', reason: 'unknown', code: 'unauthenticated' });
  await clock.settle();
  expect([page.reasons, page.state()]).toEqual([['identify'], null]);
});

test('a sign-out that does not reach the server is told once and tried again for a while', async () => {
  const page = open();
  await page.identify();
  server.state.offline = true;
  await page.logout();
  expect([page.told('error'), kept.keys(PREFIX)]).toEqual([['offline'], []]);
  await clock.advance(2000);
  server.state.offline = false;
  await clock.advance(10_000);
  expect(server.revoked).toEqual(['session-1']);
  expect(page.told('error')).toEqual(['offline']);
});

test.each<[string, unknown, unknown, string]>([
  ['no id', {}, () => '', '`id` should be text of 1 to 200 characters, got undefined'],
  ['an empty id', { id: ' ' }, () => '', '`id` should be text of 1 to 200 characters, got 1'],
  ['a number', { id: 7 }, () => '', 'got number'],
  ['nobody', undefined, () => '', 'got undefined'],
  ['no getToken', { id: 'ana' }, undefined, '`getToken` should be a function, got undefined'],
])('identify with %s says what was expected', async (_name, person, getToken, message) => {
  const page = open();
  const options = { getToken } as IdentifyOptions;
  const asked = page.identity.identify(person as Person, options, page.leaving());
  await expect(asked).rejects.toThrow(message);
  expect(page.told('error')).toEqual(['bad_request']);
});

test('static mode knows nobody', async () => {
  await expect(open('static').identify()).rejects.toMatchObject({ code: 'offline' });
  expect(server.requests).toEqual([]);
});
