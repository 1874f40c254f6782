import {
  type Availability,
  type BodyOf,
  createIds,
  type EventKind,
  type LogEvent,
  PROTOCOL_VERSIONS,
  type Send,
  type ServerFrame,
  type Welcome,
} from '@handrail/protocol';
import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';
import type { FileLike, WaitingFile } from './files/file.js';
import { createFiles } from './files/files.js';
import { createGaps } from './gaps.js';
import { createIdentity } from './identity/visitor.js';
import { createOutbox } from './outbox.js';
import { applyResumes, createReceive, withMarks } from './receive.js';
import { createSession, type Session } from './session.js';
import type { Storage } from './storage/storage.js';
import type { Stores } from './stores.js';
import type { SharedLine, ShareLine } from './tabs/shareLine.js';
import { lastSeq } from './thread.js';
import type { Threads } from './threads.js';
import { createLadder } from './transport/ladder.js';
import { createTypingSignal } from './typingSignal.js';

/** How something is written. */
export interface WriteOptions {
  readonly as?: 'bot';
  /** Default: a new one. */
  readonly id?: string;
  /** Files the body names; the event waits for them. */
  readonly files?: readonly WaitingFile[];
}

/** What the live part is made from. */
export interface LiveParts {
  readonly environment: Environment;
  readonly storage: Storage;
  readonly prefix: string;
  readonly server: string;
  readonly site: string;
  /** Events of a log that are read at once. */
  readonly historyPage: number;
  /** Milliseconds a WebSocket may take to open. */
  readonly connectTimeout: number;
  readonly stores: Stores;
  readonly threads: Threads;
  /** Given where the tabs of a browser can share one line. */
  readonly shareLine: ShareLine | null;
  readonly entered: (events: readonly LogEvent[]) => void;
  /**
   * The visitor's token is void; `unsent` is what was written and never arrived, `null` when another tab signed out: then it
   * belongs to nobody, and what is stored to somebody else.
   */
  readonly forgotten: (unsent: string | null) => void;
  readonly failed: (error: HandrailError, refused?: ServerFrame & { t: 'nack' }) => void;
}

/** The visitor's line to the server; loaded when a person is needed or messages wait. */
export interface Live {
  connect(): void;
  /** Writes to the log; see {@link createOutbox}. */
  write<K extends EventKind>(
    conversation: string,
    kind: K,
    body: BodyOf<K>,
    options?: WriteOptions,
  ): Promise<{ seq: number; at: number }>;
  /** Takes files in; see {@link FileSender}. */
  keep(files: readonly FileLike[]): Promise<readonly WaitingFile[]>;
  /** An address of a file, good for a while. */
  fileUrl(id: string): Promise<string>;
  /** Reads the page before what is known of a conversation. */
  older(conversation: string): void;
  retry(id: string): void;
  discard(id: string): void;
  typing(conversation: string, on: boolean): void;
  read(conversation: string): void;
  /** The visitor has a newer token. */
  renewed(): Promise<void>;
  /** Forgets who this browser is and what it wrote. */
  forget(): void;
  close(): void;
}

/** Wires session, outbox and receiving for a visitor. */
export function createLive(parts: LiveParts): Live {
  const { environment, stores, threads } = parts;
  const newId = createIds(environment);
  const identity = createIdentity(environment, parts.storage, `${parts.prefix}visitor`, parts.server, parts.site);
  let epoch: string | undefined;
  let unacked = 32;
  let session: Session;
  let welcome: Welcome | null = null;
  let ended = false;
  /** Places before which a page is on its way. */
  const asked = new Map<string, number>();

  const outbox = createOutbox({
    storage: parts.storage,
    key: `${parts.prefix}outbox`,
    now: environment.now,
    send: frame => session.send(frame),
    later: environment.setTimeout,
    unacked: () => unacked,
  });
  const files = createFiles({
    environment,
    server: parts.server,
    site: parts.site,
    token: async () => (await identity.ensure()).token,
    newId,
    outbox,
    refused: ({ code, message }, { id, conversation }) =>
      parts.failed(new HandrailError(code, message), { t: 'nack', id, conversation, code, message }),
    name: `${parts.prefix}files`,
    stores,
  });
  const stopMirror = outbox.$unsent.subscribe(unsent => stores.$unsent.set(unsent));
  const gaps = createGaps({ threads, send: frame => session.send(frame), later: environment.setTimeout });
  const receive = createReceive({
    environment,
    threads,
    outbox,
    gaps,
    entered: events => {
      const isNew = (event: LogEvent) =>
        event.seq > (threads.get(event.conversation)?.record?.marks.visitor.delivered ?? 0);
      // What was delivered before, to an earlier page or another tab, is history.
      const news = events.filter(isNew);
      for (const id of new Set(events.map(event => event.conversation))) mark(id, false);
      parts.entered(news);
    },
    failed: parts.failed,
    otherSide: 'agent',
  });

  const pickOwn = createLadder({
    environment,
    storage: parts.storage,
    key: `${parts.prefix}transport`,
    server: parts.server,
    connectTimeout: parts.connectTimeout,
  });
  const shared = share();
  const stopSleep = environment.onSleep(() => shared?.leave());
  session = createSession({
    environment,
    pick: shared ? async () => shared.open : pickOwn,
    hello: async () => {
      const { token, device } = await identity.ensure();
      const cursors = Object.fromEntries(
        threads
          .all()
          .filter(thread => thread.record)
          .map(thread => [thread.id, lastSeq(thread)]),
      );
      const pair = epoch === undefined ? {} : { epoch, cursors };
      const latest = parts.historyPage;
      return { t: 'hello', versions: [...PROTOCOL_VERSIONS], site: parts.site, token, device, latest, ...pair };
    },
    renew: () => true,
    onConnection: connection => {
      stores.$connection.set(connection);
      if (connection.state === 'closed' && connection.code === 'unauthenticated') strangers();
    },
    onWelcome: welcomed,
    onFrame: frame => {
      if (frame.t === 'availability') stores.$availability.set(frame.availability);
      else receive(frame);
    },
  });

  /** The server does not know this visitor any more: begin anew, and give back what could not be sent. */
  function strangers() {
    if (!identity.current()) return;
    const unsent = outbox.$unsent.get().flatMap(({ frame }) => (frame.kind === 'message' ? [frame.body.text] : []));
    outbox.clear();
    parts.forgotten(identity.forget() ? unsent.join('\n') : null);
  }

  /** `null` where tabs cannot reach each other, or may not: a page without an origin of its own. */
  function share(): SharedLine | null {
    const { tabs } = environment;
    if (!tabs || !parts.shareLine) return null;
    try {
      return parts.shareLine({
        environment,
        tabs,
        name: `${parts.prefix}line:1`,
        tab: newId(),
        pick: pickOwn,
        known: () => welcome && { token: identity.current()?.token, welcome, threads: threads.all() },
        online: () => session.hurry(),
      });
    } catch {
      return null;
    }
  }

  function welcomed(now: Welcome) {
    welcome = now;
    epoch = now.epoch;
    unacked = now.limits.unacked;
    stores.$availability.set(now.availability as Availability);
    gaps.restart();
    asked.clear();
    applyResumes(threads, now);
    shared?.welcomed();
    outbox.flush();
    files.pump();
  }

  function older(conversation: string) {
    const before = (threads.get(conversation)?.start ?? 0) + 1;
    if (before === 1 || asked.get(conversation) === before) return;
    if (session.send({ t: 'fetch', conversation, before, limit: parts.historyPage })) asked.set(conversation, before);
  }

  function mark(id: string, isRead: boolean) {
    const thread = threads.get(id);
    if (!thread?.record) return;
    const delivered = lastSeq(thread);
    const before = thread.record.marks.visitor;
    const marks = { delivered, read: isRead ? delivered : before.read };
    if (marks.delivered <= before.delivered && marks.read <= before.read) return;
    if (session.send({ t: 'marks', conversation: id, ...marks }))
      threads.change(id, now => withMarks(now, 'visitor', marks));
  }

  const signal = createTypingSignal(environment.now, (conversation, on) => {
    session.send({ t: 'typing', conversation, on });
  });

  return {
    connect() {
      if (!ended) session.connect();
    },
    write(conversation, kind, body, options = {}) {
      if (ended) return Promise.reject(new HandrailError('destroyed'));
      const frame = {
        t: 'send',
        id: options.id ?? newId(),
        conversation,
        kind,
        body,
        ...(options.as ? { as: options.as } : {}),
      } as Send;
      const done = outbox.put(frame, options.files);
      if (options.files) files.pump();
      session.connect();
      return done;
    },
    older,
    retry: id => {
      if (ended) return;
      outbox.retry(id);
      files.pump();
      session.connect();
    },
    keep: given => files.keep(given, welcome?.limits),
    fileUrl: files.link,
    discard: id => outbox.discard(id),
    typing: (conversation, on) => signal.set(conversation, on),
    read: id => mark(id, true),
    renewed: async () => void session.send({ t: 'token', token: (await identity.ensure()).token }),
    forget() {
      session.close('signed out');
      shared?.leave();
      files.clear();
      outbox.clear();
      identity.forget();
    },
    close() {
      ended = true;
      session.close();
      files.stop();
      stopSleep();
      shared?.end();
      stopMirror();
    },
  };
}
