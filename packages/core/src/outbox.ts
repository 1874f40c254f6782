import type { ClientFrame, Send, ServerFrame } from '@handrail/protocol';
import { atom, type ReadableAtom } from 'nanostores';
import { HandrailError } from './errors.js';
import type { Storage } from './storage/storage.js';

/** Something written that the log does not hold yet. */
export interface Unsent {
  readonly frame: Send;
  /** When it was written, in ms. */
  readonly at: number;
  /** Why the server refused it for good; it stays until it is retried or discarded. */
  readonly refused?: { readonly code: string; readonly message: string };
}

/** What the outbox needs. */
export interface OutboxParts {
  readonly storage: Storage;
  readonly key: string;
  readonly now: () => number;
  readonly send: (frame: ClientFrame) => boolean;
  /** Runs a retry later. */
  readonly later: (run: () => void, ms: number) => void;
  /** Most events on the way at once; the server's limit. */
  readonly unacked: () => number;
}

/** Keeps what was written until the log holds it. The only place that retries. */
export interface Outbox {
  readonly $unsent: ReadableAtom<readonly Unsent[]>;
  /** Stores first, sends when possible; resolves with the place in the log, rejects when refused for good. */
  put(frame: Send): Promise<{ seq: number; at: number }>;
  /** After `welcome`: everything unacknowledged goes again, in order. */
  flush(): void;
  onAck(frame: ServerFrame & { t: 'ack' }): void;
  onNack(frame: ServerFrame & { t: 'nack' }): void;
  /** Sends a refused entry again under its own id. */
  retry(id: string): void;
  discard(id: string): void;
  clear(): void;
}

interface Waiter {
  resolve(place: { seq: number; at: number }): void;
  reject(error: HandrailError): void;
}

const RETRY_MS = 2_000;

/** Entries survive the page in `storage` under `key`. */
export function createOutbox(parts: OutboxParts): Outbox {
  const $unsent = atom<readonly Unsent[]>(read(parts.storage.get(parts.key)));
  const waiters = new Map<string, Waiter>();
  const flying = new Set<string>();

  const write = (next: readonly Unsent[]) => {
    $unsent.set(next);
    if (next.length === 0) parts.storage.remove(parts.key);
    else parts.storage.set(parts.key, JSON.stringify(next));
  };
  const find = (id: string) => $unsent.get().find(entry => entry.frame.id === id);
  const without = (id: string) => $unsent.get().filter(entry => entry.frame.id !== id);

  function pump() {
    const blocked = new Set<string>();
    for (const entry of $unsent.get()) {
      const { id, conversation } = entry.frame;
      // Order is kept per conversation: nothing overtakes a refused entry that opened it.
      if (entry.refused) {
        if (entry.frame.kind === 'started') blocked.add(conversation);
        continue;
      }
      if (blocked.has(conversation) || flying.has(id)) continue;
      if (flying.size >= parts.unacked() || !parts.send(entry.frame)) return;
      flying.add(id);
    }
  }

  return {
    $unsent,
    put(frame) {
      write([...$unsent.get(), { frame, at: parts.now() }]);
      const done = new Promise<{ seq: number; at: number }>((resolve, reject) => {
        waiters.set(frame.id, { resolve, reject });
      });
      // A caller that does not look at the promise is told by the store instead.
      done.catch(() => {});
      pump();
      return done;
    },
    flush() {
      flying.clear();
      pump();
    },
    onAck({ id, seq, at }) {
      flying.delete(id);
      write(without(id));
      waiters.get(id)?.resolve({ seq, at });
      waiters.delete(id);
      pump();
    },
    onNack(frame) {
      flying.delete(frame.id);
      const error = HandrailError.from(frame);
      if (!find(frame.id)) return;
      if (error.retryable) {
        parts.later(pump, Math.max(RETRY_MS, (frame.retryAfter ?? 0) * 1000));
        return;
      }
      const refused = { code: error.code, message: error.message };
      write($unsent.get().map(entry => (entry.frame.id === frame.id ? { ...entry, refused } : entry)));
      waiters.get(frame.id)?.reject(error);
      waiters.delete(frame.id);
      pump();
    },
    retry(id) {
      write($unsent.get().map(entry => (entry.frame.id === id ? { frame: entry.frame, at: entry.at } : entry)));
      pump();
    },
    discard: id => write(without(id)),
    clear() {
      flying.clear();
      for (const waiter of waiters.values()) waiter.reject(new HandrailError('destroyed'));
      waiters.clear();
      write([]);
    },
  };
}

function read(text: string | null): readonly Unsent[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((entry: Partial<Unsent> | null) => entry?.frame?.t === 'send') : [];
  } catch {
    return [];
  }
}
