import type { ServerFrame } from '@handrail/protocol';
import type { HistoryChecker } from '@handrail/test-kit';

/** Somebody who writes and reads through a real client. */
export interface Person {
  readonly name: string;
  /** Writes one message; resolves when it is in the outbox. */
  write(): Promise<void>;
  /** Messages without an acknowledgement. */
  waiting(): number;
  /** Resolves with the milliseconds until a message written from now on is acknowledged. */
  recovered(): Promise<number>;
  /** Ids of messages on this person's screen, of a conversation. */
  screen(conversation: string): readonly { readonly id: string; readonly seq: number; readonly text: string }[];
  /** Codes the server refused something with. */
  refusals(): ReadonlySet<string>;
  /** When the newest acknowledged message was stored, by the server's clock. */
  storedAt(): number;
  /** What a browser does when the network is back: hurries the client. */
  wake(): void;
  end(): void;
}

/** What one person wrote and was promised. */
export interface Notebook extends Pick<Person, 'waiting' | 'recovered' | 'refusals' | 'storedAt'> {
  wrote(conversation: string, id: string, text: string): void;
  heard(frame: ServerFrame): void;
}

/** Notes what a person does in the history, and when it was answered. */
export function keepNotebook(name: string, history: HistoryChecker): Notebook {
  const open = new Map<string, number>();
  const waiters = new Set<{ readonly since: number; readonly done: (ms: number) => void }>();
  const refusals = new Set<string>();
  let storedAt = 0;
  return {
    wrote(conversation, id, text) {
      history.wrote({ by: name, conversation, id, text });
      open.set(id, performance.now());
    },
    heard(frame) {
      if (frame.t === 'nack') refusals.add(frame.code);
      if (frame.t !== 'ack') return;
      storedAt = frame.at;
      const { conversation, id, seq } = frame;
      history.acked(name, { conversation, id, seq });
      const at = open.get(id);
      open.delete(id);
      for (const waiter of waiters) {
        if (at === undefined || at < waiter.since) continue;
        waiters.delete(waiter);
        waiter.done(performance.now() - waiter.since);
      }
    },
    waiting: () => open.size,
    refusals: () => refusals,
    storedAt: () => storedAt,
    recovered: () => new Promise(done => void waiters.add({ since: performance.now(), done })),
  };
}

/** The wake-ups of one client's environment. */
export function wakeable(): { onWake: (wake: () => void) => () => void; wake: () => void } {
  const listeners = new Set<() => void>();
  return {
    onWake(wake) {
      listeners.add(wake);
      return () => void listeners.delete(wake);
    },
    wake: () => {
      for (const listener of listeners) listener();
    },
  };
}
