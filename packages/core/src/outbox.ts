import type { ClientFrame, Send, ServerFrame } from '@handrail/protocol';
import { atom, type ReadableAtom } from 'nanostores';
import { HandrailError } from './errors.js';
import type { WaitingFile } from './files/file.js';
import { keptUnsent } from './keptUnsent.js';
import type { Storage } from './storage/storage.js';

/** Something written that the log does not hold yet. */
export interface Unsent {
  readonly frame: Send;
  /** When it was written, in ms. */
  readonly at: number;
  /** Files it brings; it waits until they are on the server. */
  readonly files?: readonly WaitingFile[];
  /** Why the server refused it for good; it stays until it is retried or discarded. */
  readonly refused?: { readonly code: string; readonly message: string };
}

/** What the outbox needs. */
export interface OutboxParts {
  readonly storage: Storage;
  /** Beginning of the keys; entries stand at `<key>:<id>`. */
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
  put(frame: Send, files?: readonly WaitingFile[]): Promise<{ seq: number; at: number }>;
  /** The files of an entry are on the server. */
  release(id: string): void;
  /** An entry cannot be sent: its files were refused. */
  refuse(id: string, error: HandrailError): void;
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

/** Shortest and longest wait after a refusal that may pass. */
const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Entries survive the page in `storage`. One entry of a conversation is on its way at a time: were the next
 * one sent before the answer, a server too busy for the first could still take the second, and the order would be lost.
 * Conversations do not wait for each other.
 */
export function createOutbox(parts: OutboxParts): Outbox {
  const kept = keptUnsent(parts.storage, parts.key);
  const $unsent = atom<readonly Unsent[]>(kept.read());
  const waiters = new Map<string, Waiter>();
  const flying = new Set<string>();
  const released = new Set<string>();
  let pause: object | null = null;
  let refusals = 0;

  const write = (next: readonly Unsent[]) => {
    const before = $unsent.get();
    $unsent.set(next);
    kept.write(before, next);
  };
  const find = (id: string) => $unsent.get().find(entry => entry.frame.id === id);
  const without = (id: string) => $unsent.get().filter(entry => entry.frame.id !== id);

  function pump() {
    if (pause) return;
    const taken = new Set<string>();
    for (const { frame, refused, files } of $unsent.get()) {
      const { id, conversation } = frame;
      // Nothing overtakes a refused entry that was to open its conversation.
      if (refused && frame.kind !== 'started') continue;
      if (taken.has(conversation)) continue;
      taken.add(conversation);
      if (refused || flying.has(id) || (files && !released.has(id))) continue;
      if (flying.size >= parts.unacked()) return;
      flying.add(id);
      if (parts.send(frame)) continue;
      flying.delete(id);
      return;
    }
  }

  function pauseFor(ms: number) {
    const mine = {};
    pause = mine;
    parts.later(() => {
      if (pause !== mine) return;
      pause = null;
      pump();
    }, ms);
  }

  function settle(id: string, use: (waiter: Waiter) => void) {
    const waiter = waiters.get(id);
    waiters.delete(id);
    if (waiter) use(waiter);
  }

  function refuse(id: string, error: HandrailError) {
    const refused = { code: error.code, message: error.message };
    write($unsent.get().map(entry => (entry.frame.id === id ? { ...entry, refused } : entry)));
    settle(id, waiter => waiter.reject(error));
    pump();
  }

  return {
    $unsent,
    put(frame, files) {
      write(added($unsent.get(), { frame, at: parts.now(), ...(files ? { files } : {}) }));
      const done = new Promise<{ seq: number; at: number }>((resolve, reject) => {
        waiters.set(frame.id, { resolve, reject });
      });
      // A caller that does not look at the promise is told by the store instead.
      done.catch(() => {});
      pump();
      return done;
    },
    release(id) {
      released.add(id);
      pump();
    },
    refuse,
    flush() {
      flying.clear();
      pause = null;
      pump();
    },
    onAck({ id, seq, at }) {
      flying.delete(id);
      refusals = 0;
      write(without(id));
      settle(id, waiter => waiter.resolve({ seq, at }));
      pump();
    },
    onNack(frame) {
      flying.delete(frame.id);
      const error = HandrailError.from(frame);
      if (!find(frame.id)) return;
      if (error.retryable) {
        const wait = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** Math.min(refusals++, 10));
        pauseFor(Math.max(wait, (frame.retryAfter ?? 0) * 1000));
        return;
      }
      refuse(frame.id, error);
    },
    retry(id) {
      const conversation = find(id)?.frame.conversation;
      // A message cannot go before the entry that opens its conversation.
      const again = ({ frame }: Unsent) =>
        frame.id === id || (frame.kind === 'started' && frame.conversation === conversation);
      const anew = ({ refused: _, ...entry }: Unsent): Unsent => entry;
      // Its files may be gone from the server: they are sent, or found, again.
      released.delete(id);
      write($unsent.get().map(entry => (again(entry) ? anew(entry) : entry)));
      pump();
    },
    discard(id) {
      flying.delete(id);
      write(without(id));
      settle(id, waiter => waiter.reject(new HandrailError('destroyed', 'It was discarded before it was sent.')));
      pump();
    },
    clear() {
      flying.clear();
      pause = null;
      for (const waiter of waiters.values()) waiter.reject(new HandrailError('destroyed'));
      waiters.clear();
      $unsent.set([]);
      kept.clear();
    },
  };
}

/** A conversation opened anew takes the place of the opening that was refused, before what waits behind it. */
function added(unsent: readonly Unsent[], entry: Unsent): readonly Unsent[] {
  const { kind, conversation } = entry.frame;
  const refused = ({ frame, refused }: Unsent) =>
    frame.kind === 'started' && frame.conversation === conversation && refused !== undefined;
  if (kind !== 'started' || !unsent.some(refused)) return [...unsent, entry];
  return unsent.map(old => (refused(old) ? { ...entry, at: old.at } : old));
}
