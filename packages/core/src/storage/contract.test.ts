import { describe, expect, test } from 'vitest';
import { STORAGE_CONTRACT } from './contract.js';
import { memoryStorage } from './memory.js';
import type { Storage } from './storage.js';
import { type WebStorageLike, webStorage } from './web.js';

function fakeWebStorage(quota = Infinity): WebStorageLike {
  const kept = new Map<string, string>();
  return {
    getItem: key => kept.get(key) ?? null,
    setItem(key, value) {
      if (value.length > quota) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: key => void kept.delete(key),
    get length() {
      return kept.size;
    },
    key: index => [...kept.keys()][index] ?? null,
  };
}

const refuse = (): never => {
  throw new Error('SecurityError');
};

const drivers: Record<string, () => Storage> = {
  memory: memoryStorage,
  'web storage': () => {
    const storage = fakeWebStorage();
    return webStorage(() => storage);
  },
  'web storage with quota 0': () => {
    const storage = fakeWebStorage(-1);
    return webStorage(() => storage);
  },
  'web storage whose methods throw': () =>
    webStorage(() => ({ getItem: refuse, setItem: refuse, removeItem: refuse, key: refuse, length: 1 })),
  'web storage that may not be opened': () => webStorage(refuse),
  'a full local storage above a session storage': () => {
    const [full, session] = [fakeWebStorage(-1), fakeWebStorage()];
    return webStorage(() => full, { below: webStorage(() => session) });
  },
  'nothing but refusals on every rung': () => webStorage(refuse, { below: webStorage(refuse) }),
  'no web storage': () => webStorage(() => undefined),
};

describe.each(Object.keys(drivers))('%s', name => {
  test.each(STORAGE_CONTRACT)('$name', ({ run }) => run((drivers[name] as () => Storage)()));
});

test('what did not fit stays in memory until something fits again', () => {
  const inner = fakeWebStorage(3);
  const storage = webStorage(() => inner);
  expect([storage.set('a', 'one'), storage.set('a', 'longer')]).toEqual([true, false]);
  expect([storage.get('a'), inner.getItem('a')]).toEqual(['longer', 'one']);
  expect([storage.set('a', 'two'), storage.get('a'), inner.getItem('a')]).toEqual([true, 'two', 'two']);
});

test('the rung below holds what did not fit above, over a reload, until it fits again', () => {
  const [local, session] = [fakeWebStorage(3), fakeWebStorage(6)];
  const open = () => webStorage(() => local, { below: webStorage(() => session) });
  expect([open().set('a', 'one'), open().set('a', 'longer')]).toEqual([true, true]);
  expect(open().get('a')).toBe('longer');
  expect(open().set('a', 'far too long')).toBe(false);
  expect(open().get('a')).toBe('longer');
  expect([open().set('a', 'two'), open().get('a'), session.getItem('a')]).toEqual([true, 'two', null]);
});
