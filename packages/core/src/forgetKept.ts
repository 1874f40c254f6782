import type { Storage } from './storage/storage.js';

/** Removes everything this browser keeps of a visitor, the draft excepted. */
export function forgetKept(storage: Storage, prefix: string): void {
  for (const key of [
    `${prefix}state`,
    `${prefix}visitor`,
    `${prefix}identity`,
    `${prefix}transport`,
    `${prefix}silence`,
    `${prefix}outcome`,
    ...storage.keys(`${prefix}outbox:`),
  ])
    storage.remove(key);
}
