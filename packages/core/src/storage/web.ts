import { memoryStorage } from './memory.js';
import type { Storage } from './storage.js';

/** What is needed of `localStorage` or `sessionStorage`. */
export interface WebStorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  readonly length: number;
  key(index: number): string | null;
}

/** What a Web Storage may be given beside itself. */
export interface WebStorageOptions {
  /** Holds what the browser refuses, or has no room for. Default: the page's memory, until the page ends. */
  readonly below?: Storage;
  /** Hears of other pages; see {@link Storage.listen}. */
  readonly listen?: NonNullable<Storage['listen']>;
}

/**
 * Keeps texts in a Web Storage. Reading the property itself may throw where storage is refused, so it comes as a
 * function. A ladder is made by naming the next rung: `webStorage(() => localStorage, { below: webStorage(() =>
 * sessionStorage) })` survives a reload where the first is full, and works from memory where both are refused.
 */
export function webStorage(open: () => WebStorageLike | undefined, options: WebStorageOptions = {}): Storage {
  const { below = lastRung(), listen } = options;
  const attempt = <T>(use: (storage: WebStorageLike) => T, otherwise: T): T => {
    try {
      const storage = open();
      return storage ? use(storage) : otherwise;
    } catch {
      return otherwise;
    }
  };
  return {
    // What stands below is newer: it is there only because it was refused above.
    get: key => below.get(key) ?? attempt(storage => storage.getItem(key), null),
    set: (key, value) => {
      const kept = attempt(storage => {
        storage.setItem(key, value);
        return true;
      }, false);
      if (!kept) return below.set(key, value);
      below.remove(key);
      return true;
    },
    remove: key => {
      below.remove(key);
      attempt(storage => storage.removeItem(key), undefined);
    },
    keys: prefix => {
      const above = attempt(storage => Array.from({ length: storage.length }, (_, index) => storage.key(index)), []);
      const mine = above.filter(key => key?.startsWith(prefix)) as string[];
      return [...new Set([...below.keys(prefix), ...mine])];
    },
    ...(listen ? { listen } : {}),
  };
}

/** Memory holds everything, and says that it will not last. */
function lastRung(): Storage {
  const memory = memoryStorage();
  return {
    ...memory,
    set(key, value) {
      memory.set(key, value);
      return false;
    },
  };
}
