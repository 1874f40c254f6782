import { fakeTabs, manualClock } from '@handrail/test-kit';
import { vi } from 'vitest';
import { defaultEnvironment } from '../src/environment.js';
import { HandrailError } from '../src/errors.js';
import { createIdentityPart } from '../src/identity/identityPart.js';
import type { IdentifyOptions, Person, TokenReason } from '../src/identity/person.js';
import { lazily } from '../src/lazily.js';
import { resolveOptions } from '../src/options.js';
import { createStores } from '../src/stores.js';
import type { TabsLike } from '../src/tabs/tabs.js';
import { browserStorage } from './browserStorage.js';
import { identityServer } from './identityServer.js';

/** Start of every key in the browser's storage. */
export const PREFIX = 'handrail:demo:';
export const MINUTE = 60_000;
/** A visitor nobody knows, as it is stored. */
export const ANONYMOUS = { visitor: 'v1', token: 'anonymous-token-1', device: 'd1' };

/** A browser whose pages each have the identity part of a client, a clock moved by hand, and a server that plays along. */
export function identityBrowser() {
  const clock = manualClock();
  const server = identityServer(clock.now);
  const shared = browserStorage();
  const { kept } = shared;
  const newTab = fakeTabs();

  /** A page of the browser, with the rest of a client played by notes of what it was asked for. */
  function open(where: 'live' | 'static' = 'live') {
    const storage = shared.page();
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
      draw: () => {},
      desk: {} as never,
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

  return {
    clock,
    server,
    kept,
    open,
    identityKept: () => JSON.parse(kept.get(`${PREFIX}identity`) ?? 'null'),
    visitorKept: () => JSON.parse(kept.get(`${PREFIX}visitor`) ?? 'null'),
  };
}
