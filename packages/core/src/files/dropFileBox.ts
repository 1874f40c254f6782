interface Globals {
  indexedDB?: { deleteDatabase(name: string): { onerror: unknown } };
}

/**
 * Removes the database of waiting files, whichever page made it. Pages that hold it open let go of it, see `openFileBox`; where
 * there is none, or none is allowed, nothing happens.
 */
export function dropFileBox(name: string): void {
  try {
    (globalThis as Globals).indexedDB?.deleteDatabase(name);
  } catch {
    // A page that may not store anything has stored nothing.
  }
}
