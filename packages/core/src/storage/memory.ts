import type { Storage } from './storage.js';

/** Keeps texts as long as the page lives. */
export function memoryStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get: key => kept.get(key) ?? null,
    set: (key, value) => {
      kept.set(key, value);
      return true;
    },
    remove: key => {
      kept.delete(key);
    },
    keys: prefix => [...kept.keys()].filter(key => key.startsWith(prefix)),
  };
}
