import { memoryStorage } from '../src/storage/memory.js';
import type { Storage } from '../src/storage/storage.js';

type Hear = (key: string | null, value?: string | null) => void;

/** What the pages of one browser keep together. */
export interface BrowserStorage {
  readonly kept: Storage;
  /** The storage as one more page sees it: told of what the others change. */
  page(): Storage;
}

/** @param later when the other pages hear of a change; default: soon */
export function browserStorage(later: (tell: () => void) => void = queueMicrotask): BrowserStorage {
  const kept = memoryStorage();
  const pages = new Set<Hear>();
  return {
    kept,
    page() {
      const mine = new Set<Hear>();
      const tell = (key: string, value: string | null) => {
        for (const hear of pages) if (!mine.has(hear)) later(() => hear(key, value));
      };
      return {
        ...kept,
        set(key, value) {
          if (kept.get(key) !== value) tell(key, value);
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
    },
  };
}
