import type { Attachment, LogEvent, Send, Sender, ServerFrame } from '@handrail/protocol';
import type { HandrailError } from '../errors.js';
import type { Tell } from '../events.js';
import type { WaitingFile } from '../files/file.js';
import { createGaps } from '../gaps.js';
import type { Live } from '../live.js';
import { createOutbox } from '../outbox.js';
import { createReceive, withMarks } from '../receive.js';
import { memoryStorage } from '../storage/memory.js';
import type { Stores } from '../stores.js';
import { tellEntered } from '../tellEntered.js';
import { lastSeq } from '../thread.js';
import type { Threads } from '../threads.js';
import { createStandInServer, type StandInServer } from './standInServer.js';
import type { TestClock } from './testClock.js';

/** What the stand-in needs. */
export interface StandInLineParts {
  readonly clock: TestClock;
  readonly newId: () => string;
  readonly stores: Stores;
  readonly threads: Threads;
  readonly base: string;
  readonly tell: Tell;
  readonly failed: (error: unknown) => HandrailError;
  /** Told of each text of the customer to a person. */
  readonly heard: (text: string) => void;
}

/** The visitor's line to a server inside the test. */
export interface StandInLine extends Live {
  readonly server: StandInServer;
  /** The network is gone; what is written waits. */
  goOffline(): void;
  goOnline(): void;
  otherTypes(conversation: string, agent: Sender, on: boolean): void;
}

/** Milliseconds a real client may wait before it tries again. */
const RETRY_MS = 4_000;

/**
 * Outbox and receiving are the real ones; in the place of session and sockets is a function call.
 * @internal
 */
export function createStandInLine(parts: StandInLineParts): StandInLine {
  const { clock, newId, stores, threads, tell, failed } = parts;
  const { $connection, $unsent } = stores;
  const taken = new Map<string, Attachment>();
  let isGone = false;

  const outbox = createOutbox({
    storage: memoryStorage(),
    key: 'outbox',
    now: clock.now,
    send(frame) {
      if ($connection.get().state !== 'online') return false;
      server.take(frame);
      return true;
    },
    later: clock.setTimeout,
    unacked: () => 32,
  });
  outbox.$unsent.subscribe(unsent => $unsent.set(unsent));
  const receive = createReceive({
    environment: clock,
    threads,
    outbox,
    gaps: createGaps({ threads, send: () => false, later: clock.setTimeout }),
    entered,
    failed: refused,
    otherSide: 'agent',
  });
  const server = createStandInServer({
    now: clock.now,
    newId,
    receive,
    filesOf: ids => ids.flatMap(id => taken.get(id) ?? []),
    heard: parts.heard,
    startAfter: (id, start) => threads.change(id, thread => ({ ...thread, start })),
  });

  function entered(events: readonly LogEvent[]) {
    for (const { conversation } of events) mark(conversation, false);
    tellEntered(events, tell);
  }

  function refused(error: HandrailError, nack?: ServerFrame & { t: 'nack' }) {
    failed(error);
    if (!nack || error.retryable) return;
    tell('message:failed', { id: nack.id, conversation: nack.conversation, code: nack.code });
  }

  function mark(id: string, isRead: boolean) {
    const thread = threads.get(id);
    if (!thread?.record) return;
    const delivered = lastSeq(thread);
    const marks = { delivered, read: isRead ? delivered : thread.record.marks.visitor.read };
    server.take({ t: 'marks', conversation: id, ...marks });
    threads.change(id, now => withMarks(now, 'visitor', marks));
  }

  function goOnline() {
    isGone = false;
    $connection.set({ state: 'online', transport: 'webSocket' });
    stores.$availability.set(server.availability);
    outbox.flush();
  }

  const connect = () => {
    if (!isGone && $connection.get().state !== 'online') goOnline();
  };

  return {
    server,
    connect,
    goOnline,
    otherTypes(conversation, { id, name }, on) {
      receive({ t: 'typing', conversation, from: { kind: 'agent', id, ...(name ? { name } : {}) }, on });
    },
    goOffline() {
      isGone = true;
      $connection.set({ state: 'waiting', reason: 'The network is gone.', retryAt: clock.now() + RETRY_MS });
    },
    write(conversation, kind, body, { id = newId(), as, files } = {}) {
      connect();
      const frame = { t: 'send', id, conversation, kind, body, ...(as ? { as } : {}) } as Send;
      const done = outbox.put(frame, files);
      if (files) outbox.release(id);
      return done;
    },
    async keep(given) {
      return given.map(({ name, type, size }): WaitingFile => {
        const file = { id: newId(), name, type: type || 'application/octet-stream', size };
        taken.set(file.id, file);
        return file;
      });
    },
    fileUrl: async id => `${parts.base}files/${id}`,
    older(conversation) {
      const start = threads.get(conversation)?.start ?? 0;
      if (start > 0) server.take({ t: 'fetch', conversation, before: start + 1, limit: 50 });
    },
    retry(id) {
      connect();
      outbox.retry(id);
    },
    discard: id => outbox.discard(id),
    typing() {},
    read: id => mark(id, true),
    renewed: async () => {},
    forget() {
      outbox.clear();
      server.clear();
    },
    close() {
      $connection.set({ state: 'closed', reason: 'The client has ended.' });
    },
  };
}
