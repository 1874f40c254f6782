import type { Storage } from './storage.js';

/** The given storage; `refused` is called once, at the first text it could not keep. */
export function tellingStorage(storage: Storage, refused: () => void): Storage {
  let told = false;
  return {
    ...storage,
    set(key, value) {
      const kept = storage.set(key, value);
      if (!kept && !told) {
        told = true;
        refused();
      }
      return kept;
    },
  };
}
