import {
  type BodyOf,
  createIds,
  type EventKind,
  type LogEvent,
  PROTOCOL_VERSIONS,
  type Report,
  type Send,
  type Welcome,
} from '@handrail/protocol';
import { readTags } from '../context/readContext.js';
import { createEmitter } from '../emitter.js';
import { defaultEnvironment } from '../environment.js';
import { HandrailError } from '../errors.js';
import type { MessageOptions, WaitingFile } from '../files/file.js';
import type { FileLimits } from '../files/fileSender.js';
import { createFiles } from '../files/files.js';
import { createGaps } from '../gaps.js';
import { getJson } from '../http.js';
import { checkTime } from '../options.js';
import { createOutbox } from '../outbox.js';
import { applyResumes, createReceive, withMarks } from '../receive.js';
import { createSession, type Session } from '../session.js';
import { memoryStorage } from '../storage/memory.js';
import { lastSeq } from '../thread.js';
import { createThreads } from '../threads.js';
import { createLadder } from '../transport/ladder.js';
import { createTypingSignal } from '../typingSignal.js';
import type { Agent, AgentEvents, AgentOptions, Place } from './agent.js';
import { createAgentAccess } from './agentAccess.js';
import { createAgentFeed } from './agentFeed.js';
import { createAgentStores } from './agentStores.js';
import { whenReady } from './whenReady.js';

/** Signs in and keeps the line open until `destroy`. */
export function createAgent(options: AgentOptions): Agent {
  const server = options.server.replace(/\/+$/, '');
  const environment = defaultEnvironment(options.environment?.storage ?? memoryStorage(), options.environment);
  const stores = createAgentStores();
  const threads = createThreads(stores.$threads, environment.now);
  const emitter = createEmitter<AgentEvents>(() => {});
  const newId = createIds(environment);
  const device = newId();
  const access = createAgentAccess({ environment, server, token: options.token, getToken: options.getToken });
  const signIn = access.signIn;
  let unacked = 32;
  let limits: FileLimits = {};
  let session: Session;
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
  const feed = createAgentFeed(environment.setTimeout, () => session.resync());
  const receive = createReceive({
    environment,
    threads,
    outbox,
    gaps,
    entered,
    failed,
    otherSide: 'visitor',
  });

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
      const token = await signIn();
      return { t: 'hello', versions: [...PROTOCOL_VERSIONS], site: access.site(), token, device, ...feed.place() };
    },
    renew: access.renew,
    onConnection: connection => {
      stores.$connection.set(connection);
      emitter.emit('connection', connection);
    },
    onWelcome: welcomed,
    onFrame: frame => {
      if (frame.t === 'events') feed.follow(frame.events);
      if (frame.t === 'beat' && frame.rev !== undefined) feed.check(frame.rev);
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
    if (welcome.resume === 'reset') feed.begin({ epoch: welcome.epoch, rev: welcome.rev ?? 0 });
    applyResumes(threads, welcome);
    // The one cursor says nothing about a log that was being read when the line broke.
    gaps.restart();
    const current = stores.$current.get();
    if (current !== null) gaps.fill(current);
    gaps.fillAll();
    outbox.flush();
    files.pump();
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
    token: access.token,
    on: emitter.on,
    ready: () => whenReady(stores.$connection),
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
    addTags: async (id, tags) => write(id, 'context', { addTags: readTags('addTags', tags) }),
    removeTags: async (id, tags) => write(id, 'context', { removeTags: readTags('removeTags', tags) }),
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
