import {
  type AgentGrant,
  type BodyOf,
  createIds,
  type EventKind,
  type LogEvent,
  PROTOCOL_VERSIONS,
  type Report,
  type Send,
  type Welcome,
} from '@handrail/protocol';
import { createEmitter } from '../emitter.js';
import { defaultEnvironment, type Environment } from '../environment.js';
import { HandrailError } from '../errors.js';
import type { MessageOptions, WaitingFile } from '../files/file.js';
import type { FileLimits } from '../files/fileSender.js';
import { createFiles } from '../files/files.js';
import { createGaps } from '../gaps.js';
import { getJson, postJson } from '../http.js';
import { checkTime } from '../options.js';
import { createOutbox } from '../outbox.js';
import { applyResumes, createReceive, withMarks } from '../receive.js';
import { type Connection, createSession, type Session } from '../session.js';
import { memoryStorage } from '../storage/memory.js';
import { lastSeq } from '../thread.js';
import { createThreads } from '../threads.js';
import { createLadder } from '../transport/ladder.js';
import { createTypingSignal } from '../typingSignal.js';
import { type AgentStores, createAgentStores } from './agentStores.js';

/** What `createAgent` takes. */
export interface AgentOptions {
  /** Origin of the server. */
  readonly server: string;
  /** A session token, or a one-time sign-in code, which becomes one. */
  readonly token: string;
  /**
   * Called when the session has run out; resolves to another token or code of the same agent. Default: the connection closes with
   * `token_expired`, and what was not sent waits in the outbox.
   */
  readonly getToken?: () => Promise<string>;
  /**
   * Milliseconds a WebSocket may take to open. Default 4000. Later an event stream is tried, then a long poll. Lower falls back
   * sooner, also on slow lines that would have opened one.
   */
  readonly connectTimeout?: number;
  /** Where outbox and device id live. Default: memory. */
  readonly environment?: Partial<Environment>;
}

/** What an agent's client tells. */
export interface AgentEvents {
  connection: Connection;
  /** An event entered the log of a conversation. */
  event: LogEvent;
  /** A customer waits for a person. */
  waiting: { conversation: string };
  error: HandrailError;
}

/** A place in the log. */
export interface Place {
  readonly seq: number;
  readonly at: number;
}

/** The agents' side: the same code the inbox uses. */
export interface Agent extends AgentStores {
  /** The session token, to keep for the next start; `null` before the sign-in finished. */
  token(): string | null;
  on<K extends keyof AgentEvents>(type: K, listener: (data: AgentEvents[K]) => void): () => void;
  /** Resolves when the server has welcomed this agent; rejects with the reason when the connection stopped for good. */
  ready(): Promise<void>;
  /** Puts a conversation on screen and reads its log. */
  open(conversation: string): void;
  /**
   * Accepts a waiting conversation. Rejects with `owner_changed` when a colleague was faster, and with `at_capacity` when this
   * agent answers as many as they may, unless by `force`.
   */
  take(conversation: string, options?: { readonly force?: boolean }): Promise<Place>;
  /** With files the text may be empty; rejects with `too_large` before anything is sent. */
  reply(conversation: string, text: string, options?: MessageOptions): Promise<Place>;
  /** Internal; customers never see it, nor its files. */
  note(conversation: string, text: string, options?: MessageOptions): Promise<Place>;
  /**
   * Words a message of this agent's anew: customers see the new text, and that it was edited. Rejects with `not_found` when it is
   * no message of this agent's, and with `conversation_closed` after the end.
   */
  edit(conversation: string, message: string, text: string): Promise<Place>;
  /** Takes a message of this agent's back, with its files, for good; also after the end. Rejects with `not_found`. */
  remove(conversation: string, message: string): Promise<Place>;
  /** An address that shows a file of a message; good for some minutes. */
  fileUrl(id: string): Promise<string>;
  returnToBot(conversation: string): Promise<Place>;
  /** Back to the queue, where this team is asked first. Rejects with `owner_changed` unless a person answers the conversation. */
  handTo(conversation: string, team: string): Promise<Place>;
  close(conversation: string): Promise<Place>;
  reopen(conversation: string): Promise<Place>;
  markRead(conversation: string): void;
  setTyping(conversation: string, on: boolean): void;
  /** Whether new conversations may come to this agent. */
  setAvailable(available: boolean): void;
  /**
   * Results of the site over days (`YYYY-MM-DD`, both included, in the site's zone). Rejects with `forbidden` for who is no admin, and
   * with `bad_request` for what are no days.
   */
  report(from: string, to: string): Promise<Report>;
  retry(message: string): void;
  discard(message: string): void;
  destroy(): void;
}

/** One-time codes start with this; everything else is a session token. */
const SIGN_IN_PREFIX = 'hs_';

/** How long an event may take after a heartbeat that knows of it. */
const BEHIND_MS = 3_000;

/** Signs in and keeps the line open until `destroy`. */
export function createAgent(options: AgentOptions): Agent {
  const server = options.server.replace(/\/+$/, '');
  const environment = defaultEnvironment(options.environment?.storage ?? memoryStorage(), options.environment);
  const stores = createAgentStores();
  const threads = createThreads(stores.$threads, environment.now);
  const emitter = createEmitter<AgentEvents>(() => {});
  const newId = createIds(environment);
  const device = newId();
  let grant: AgentGrant | null = null;
  /** What a session is made from; `null` when it has run out. */
  let shown: string | null = options.token;
  let token = shown.startsWith(SIGN_IN_PREFIX) ? null : shown;
  let place: { epoch: string; rev: number } | null = null;
  let unacked = 32;
  let limits: FileLimits = {};
  let session: Session;
  let asking: Promise<string> | null = null;
  let destroyed = false;

  const failed = (error: HandrailError) => emitter.emit('error', error);
  const outbox = createOutbox({
    storage: environment.storage,
    key: 'handrail:agent:outbox',
    now: environment.now,
    send: frame => session.send(frame),
    later: environment.setTimeout,
    unacked: () => unacked,
  });
  const stopMirror = outbox.$unsent.subscribe(unsent => stores.$unsent.set(unsent));

  const files = createFiles({
    environment,
    server,
    // The session knows its site.
    site: '',
    token: signIn,
    newId,
    outbox,
    refused: failed,
    name: 'handrail:agent:files',
    stores,
  });
  const gaps = createGaps({ threads, send: frame => session.send(frame), later: environment.setTimeout });
  const receive = createReceive({
    environment,
    threads,
    outbox,
    gaps,
    entered,
    failed,
    otherSide: 'visitor',
  });

  /** A code works once: whoever needs the session while it is asked for waits for the same answer. */
  function signIn(): Promise<string> {
    if (token !== null) return Promise.resolve(token);
    asking ??= redeem().finally(() => {
      asking = null;
    });
    return asking;
  }

  async function redeem(): Promise<string> {
    shown ??= (await options.getToken?.()) ?? options.token;
    if (shown.startsWith(SIGN_IN_PREFIX)) {
      grant = (await postJson(environment, `${server}/api/v1/sign-in`, { code: shown })) as AgentGrant;
      token = grant.token;
    } else token = shown;
    return token;
  }

  session = createSession({
    environment,
    pick: createLadder({
      environment,
      storage: environment.storage,
      key: 'handrail:agent:transport',
      server,
      connectTimeout: checkTime('createAgent', 'connectTimeout', options.connectTimeout ?? 4_000, 1),
    }),
    hello: async () => {
      const session = await signIn();
      // The session knows its site; only a fresh grant says which.
      return {
        t: 'hello',
        versions: [...PROTOCOL_VERSIONS],
        site: grant?.site ?? '',
        token: session,
        device,
        ...place,
      };
    },
    renew() {
      [shown, token] = [null, null];
      return options.getToken !== undefined;
    },
    onConnection: connection => {
      stores.$connection.set(connection);
      emitter.emit('connection', connection);
    },
    onWelcome: welcomed,
    onFrame: frame => {
      if (frame.t === 'events') follow(frame.events);
      if (frame.t === 'beat' && frame.rev !== undefined) checkRev(frame.rev);
      else if (frame.t === 'presence') stores.$colleagues.set(frame.agents);
      else if (frame.t === 'desk')
        stores.$desk.set(new Map([...stores.$desk.get(), ...Object.entries(frame.conversations)]));
      else receive(frame);
    },
  });

  function welcomed(welcome: Welcome) {
    limits = welcome.limits;
    unacked = welcome.limits.unacked;
    stores.$me.set(welcome.you);
    stores.$desk.set(new Map());
    stores.$teams.set(welcome.teams ?? []);
    if (welcome.available !== undefined) stores.$available.set(welcome.available);
    if (welcome.resume === 'reset') place = { epoch: welcome.epoch, rev: welcome.rev ?? 0 };
    applyResumes(threads, welcome);
    // The one cursor says nothing about a log that was being read when the line broke.
    gaps.restart();
    const current = stores.$current.get();
    if (current !== null) gaps.fill(current);
    gaps.fillAll();
    outbox.flush();
    files.pump();
  }

  /** Events may still be on their way when a heartbeat overtakes them; behind is who misses them a little later. */
  function checkRev(rev: number) {
    if (!place || rev <= place.rev) return;
    environment.setTimeout(() => {
      if (place && place.rev < rev) session.resync();
    }, BEHIND_MS);
  }

  /** Only the feed's events carry `rev`, each the next. A hole is not passed over: what is in it might never be told again. */
  function follow(events: readonly LogEvent[]) {
    for (const { rev } of events) {
      if (!place || rev === undefined || rev <= place.rev) continue;
      if (rev > place.rev + 1) return session.resync();
      place = { ...place, rev };
    }
  }

  function entered(events: readonly LogEvent[]) {
    for (const event of events) {
      emitter.emit('event', event);
      if (event.sender.kind === 'visitor') mark(event.conversation, false);
      if (event.kind === 'owner' && event.body.owner === 'queue')
        emitter.emit('waiting', { conversation: event.conversation });
    }
  }

  function mark(id: string, isRead: boolean) {
    const thread = threads.get(id);
    if (!thread?.record) return;
    const delivered = lastSeq(thread);
    const before = thread.record.marks.agent;
    const marks = { delivered, read: isRead ? delivered : before.read };
    if (marks.delivered <= before.delivered && marks.read <= before.read) return;
    if (session.send({ t: 'marks', conversation: id, ...marks }))
      threads.change(id, now => withMarks(now, 'agent', marks));
  }

  function write<K extends EventKind>(
    conversation: string,
    kind: K,
    body: BodyOf<K>,
    kept?: readonly WaitingFile[],
  ): Promise<Place> {
    if (destroyed) return Promise.reject(new HandrailError('destroyed'));
    const done = outbox.put({ t: 'send', id: newId(), conversation, kind, body } as Send, kept);
    if (kept) files.pump();
    session.connect();
    return done;
  }

  async function say(id: string, kind: 'message' | 'note', text: string, options: MessageOptions = {}): Promise<Place> {
    const { attachments = [] } = options;
    if (attachments.length === 0) return write(id, kind, { text });
    const kept = await files.keep(attachments, limits);
    return write(id, kind, { text, files: kept.map(file => file.id) }, kept);
  }

  const signal = createTypingSignal(environment.now, (conversation, on) => {
    session.send({ t: 'typing', conversation, on });
  });

  session.connect();
  return {
    ...stores,
    token: () => token,
    on: emitter.on,
    ready: () =>
      new Promise((resolve, reject) => {
        const settled = (connection: Connection) => {
          if (connection.state === 'online') resolve();
          else if (connection.state === 'closed')
            reject(new HandrailError(connection.code ?? 'internal', connection.reason));
          return connection.state === 'online' || connection.state === 'closed';
        };
        if (settled(stores.$connection.get())) return;
        const stop = stores.$connection.listen(connection => {
          if (settled(connection)) stop();
        });
      }),
    open(id) {
      stores.$current.set(id);
      gaps.fill(id);
    },
    take: (id, { force } = {}) => {
      const after = threads.get(id)?.record?.ownerSeq;
      return write(id, 'owner', {
        owner: 'human',
        reason: 'accepted',
        ...(after === undefined ? {} : { after }),
        ...(force ? { force } : {}),
      });
    },
    reply: (id, text, options) => say(id, 'message', text, options),
    note: (id, text, options) => say(id, 'note', text, options),
    edit: (id, message, text) => write(id, 'edited', { message, text }),
    remove: (id, message) => write(id, 'deleted', { message }),
    fileUrl: files.link,
    returnToBot: id => write(id, 'owner', { owner: 'bot', reason: 'returned' }),
    handTo: (id, team) => write(id, 'owner', { owner: 'queue', reason: 'transferred', team }),
    close: id => write(id, 'closed', { reason: 'solved' }),
    reopen: id => write(id, 'reopened', {}),
    markRead: id => mark(id, true),
    setTyping: (id, on) => signal.set(id, on),
    setAvailable(available) {
      stores.$available.set(available);
      session.send({ t: 'presence', available });
    },
    async report(from, to) {
      const headers = { authorization: `Bearer ${await signIn()}` };
      return (await getJson(environment, `${server}/api/v1/report?from=${from}&to=${to}`, { headers })) as Report;
    },
    retry(id) {
      outbox.retry(id);
      files.pump();
    },
    discard: id => outbox.discard(id),
    destroy() {
      destroyed = true;
      session.close();
      files.stop();
      stopMirror();
      emitter.clear();
    },
  };
}
