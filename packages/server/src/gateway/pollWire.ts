import { createHash } from 'node:crypto';
import type { Answer } from './answer.js';
import type { Wire, WireEvents } from './wire.js';

/** A wire that collects frames until they are worth an answer. */
export interface PollWire extends Wire {
  /** What was sent so far is the greeting: it says how things stand, not what happens. */
  greeted(): void;
  /** The client went away. */
  abandoned(): void;
  readonly answer: Promise<Answer>;
}

/** How long frames wait for others that belong to them, in milliseconds. */
const COALESCE_MS = 50;

/**
 * Waits until something happens, then answers with it. A client that knows the greeting already (`seen` is its digest)
 * is not woken by it; whatever changed between two polls makes another greeting, and that is answered at once.
 * @param hello the frame that opened the poll
 */
export function pollWire(hello: string, seen: string | undefined): PollWire {
  const greeting: string[] = [];
  const news: string[] = [];
  let isGreeted = false;
  let timer: NodeJS.Timeout | undefined;
  let tell: WireEvents | undefined;
  let isOver = false;
  let resolve: (answer: Answer) => void = () => undefined;
  const answer = new Promise<Answer>(done => {
    resolve = done;
  });
  const digest = () => createHash('sha256').update(greeting.join('\n')).digest('base64url');
  const finish = (close?: Answer['close']) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    const now = digest();
    const frames = now === seen ? news : [...greeting, ...news];
    resolve({ frames, seen: now, ...(close ? { close } : {}) });
    tell?.closed(1000);
  };
  const wake = () => {
    timer ??= setTimeout(() => finish(), COALESCE_MS);
  };
  return {
    answer,
    listen(events) {
      tell = events;
      queueMicrotask(() => events.received(hello));
    },
    send(text) {
      // The log may be read while the greeting is still being said.
      const isNews = isGreeted || text.startsWith('{"t":"events"');
      (isNews ? news : greeting).push(text);
      if (isNews) wake();
    },
    greeted() {
      isGreeted = true;
      if (digest() !== seen) wake();
    },
    buffered: () => news.reduce((sum, text) => sum + text.length, 0),
    cork: () => undefined,
    uncork: () => undefined,
    close: (code, reason) => finish({ code, reason }),
    abandoned: () => finish(),
    terminate: () => finish(),
  };
}
