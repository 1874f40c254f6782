import type { Unsent } from './outbox.js';
import type { Storage } from './storage/storage.js';

/** What waits to be acknowledged, as it is kept over the page. */
export interface KeptUnsent {
  /** Of every tab, in the order of writing. */
  read(): readonly Unsent[];
  /** Keeps the difference between two states of this tab; what other tabs keep is not touched. */
  write(before: readonly Unsent[], after: readonly Unsent[]): void;
  clear(): void;
}

/**
 * Every entry has a key of its own. Tabs may live in different processes, and a storage has no lock: a list under one
 * key, read and written back, would lose what another tab wrote in between.
 */
export function keptUnsent(storage: Storage, key: string): KeptUnsent {
  const prefix = `${key}:`;
  const keyOf = ({ frame }: Unsent) => prefix + frame.id;
  return {
    read: () =>
      storage
        .keys(prefix)
        .map(each => parse(storage.get(each)))
        .filter(isUnsent)
        .sort(byWriting),
    write(before, after) {
      const left = new Set(after.map(keyOf));
      for (const entry of before) if (!left.has(keyOf(entry))) storage.remove(keyOf(entry));
      for (const entry of after) if (!before.includes(entry)) storage.set(keyOf(entry), JSON.stringify(entry));
    },
    clear() {
      for (const each of storage.keys(prefix)) storage.remove(each);
    },
  };
}

/** Ids rise within a tab. An opening may have been written anew for what already waits behind it. */
function byWriting(a: Unsent, b: Unsent): number {
  const opening = ({ frame }: Unsent) => (frame.kind === 'started' ? 0 : 1);
  return a.at - b.at || opening(a) - opening(b) || (a.frame.id < b.frame.id ? -1 : 1);
}

/** What is not an entry is passed over. */
function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isUnsent(value: unknown): value is Unsent {
  const { frame, at } = (value ?? {}) as Partial<Unsent>;
  const texts = [frame?.id, frame?.conversation, frame?.kind];
  const isFrame = frame?.t === 'send' && texts.every(text => typeof text === 'string');
  return isFrame && typeof frame.body === 'object' && frame.body !== null && typeof at === 'number';
}
