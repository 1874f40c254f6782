/**
 * A driver that keeps small texts. Synchronous, because a page may be torn down right after a key is pressed.
 * Contract: `get` gives what the last successful `set` put; `set` answers whether it was kept, and never throws;
 * a driver that stops working answers `false` and loses nothing it already holds.
 */
export interface Storage {
  get(key: string): string | null;
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** Keys that hold something and begin with `prefix`, in any order. */
  keys(prefix: string): readonly string[];
  /**
   * Calls back when another page changed a key (`null`: everything was cleared), with what it holds now, or `null` when it was
   * removed; returns the unsubscribe. By then the key may hold something newer. Absent where no other page can.
   */
  listen?(changed: (key: string | null, value?: string | null) => void): () => void;
}
