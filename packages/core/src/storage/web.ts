import { memoryStorage } from './memory.js';
import type { Storage } from './storage.js';

/** What is needed of `localStorage` or `sessionStorage`. */
export interface WebStorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Keeps texts in a Web Storage. Reading the property itself may throw where storage is refused, so it comes as a
 * function, and so does `listen`, which hears of other pages. When the browser refuses or is full, the page's memory holds what could not be written.
 */
export function webStorage(
  open: () => WebStorageLike | undefined,
  listen?: (changed: (key: string | null) => void) => () => void,
): Storage {
  const memory = memoryStorage();
  const attempt = <T>(use: (storage: WebStorageLike) => T, otherwise: T): T => {
    try {
      const storage = open();
      return storage ? use(storage) : otherwise;
    } catch {
      return otherwise;
    }
  };
  return {
    get: key => memory.get(key) ?? attempt(storage => storage.getItem(key), null),
    set: (key, value) => {
      const kept = attempt(storage => {
        storage.setItem(key, value);
        return true;
      }, false);
      if (kept) memory.remove(key);
      else memory.set(key, value);
      return kept;
    },
    remove: key => {
      memory.remove(key);
      attempt(storage => storage.removeItem(key), undefined);
    },
    ...(listen ? { listen } : {}),
  };
}
