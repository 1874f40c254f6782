import { type Availability, createIds, type LogEvent } from '@handrail/protocol';
import { createHelp, type HelpActions } from './actions/help.js';
import { createMessages, type MessageActions } from './actions/messages.js';
import { createPeople, handoff, lastWords, type PeopleActions } from './actions/people.js';
import { createBotRunner } from './botRunner.js';
import { createDesk } from './conversationDesk.js';
import { createEmitter } from './emitter.js';
import { defaultEnvironment } from './environment.js';
import { HandrailError } from './errors.js';
import type { HandrailEventMap, HandrailEvents, Tell } from './events.js';
import { getJson } from './http.js';
import { createKnowledgeSource } from './knowledgeSource.js';
import type { Live } from './live.js';
import { readState, toThreads, writeState } from './localState.js';
import { type HandrailOptions, resolveOptions } from './options.js';
import { leaveStatic } from './staticContact.js';
import { memoryStorage } from './storage/memory.js';
import { createStores, type Stores } from './stores.js';
import { createStoryKeeper } from './storyKeeper.js';
import { attachToBot } from './thread.js';
import { createThreads } from './threads.js';

/** The stores of a client, read-only. */
export type ClientStores = {
  readonly [K in Exclude<keyof Stores, '$threads' | '$unsent' | '$thread'>]: Pick<
    Stores[K],
    'get' | 'subscribe' | 'listen'
  >;
};

/** A headless Handrail client: stores to look at, methods to act, events to hear. */
export interface Handrail extends ClientStores, HelpActions, MessageActions, PeopleActions {
  /** Origin of the server; `null` in static mode. */
  readonly server: string | null;
  /** Address of the knowledge files, ending in `/`; images of articles are relative to it. */
  readonly knowledgeBase: string;
  /** Hears events; returns the unsubscribe. A listener that throws stops nobody. */
  on<K extends keyof HandrailEvents>(type: K, listener: (event: HandrailEventMap[K]) => void): () => void;
  once<K extends keyof HandrailEvents>(type: K, listener: (event: HandrailEventMap[K]) => void): () => void;
  off<K extends keyof HandrailEvents>(type: K, listener: (event: HandrailEventMap[K]) => void): void;
  /** Opens the line to the server now; it opens by itself when a person is needed. */
  connect(): Promise<void>;
  /** Asks the server whether a person can come; `$availability` follows. `null` in static mode. */
  refreshAvailability(): Promise<Availability | null>;
  /** Keeps what is being typed, so that a reload loses nothing. */
  setDraft(text: string): void;
  setLocale(locale: string): void;
  getUnreadCount(): number;
  /** Forgets the visitor, every conversation and everything stored in this browser. */
  logout(): Promise<void>;
  /** Ends everything; later calls reject with `destroyed`. */
  destroy(): void;
}

/**
 * Makes a client. Nothing is stored, sent or connected before the first call that needs it; a conversation left open
 * in this browser is taken up again.
 * @throws TypeError when an option is wrong, naming it, what was expected and what was given
 */
export function createHandrail(options: HandrailOptions): Handrail {
  const environment = defaultEnvironment(options.environment?.storage ?? memoryStorage(), options.environment);
  const resolved = resolveOptions(options, environment.languages);
  const prefix = `handrail:${resolved.site}:`;
  const { storage } = environment;
  const newId = createIds(environment);
  const instanceId = newId();
  const stores = createStores(resolved.locale);
  const threads = createThreads(stores.$threads, environment.now);
  const story = createStoryKeeper(environment);
  const emitter = createEmitter<HandrailEventMap>(error => failed(error));
  const tell: Tell = (type, data) =>
    emitter.emit(type, { id: newId(), at: environment.now(), type, instanceId, data } as HandrailEventMap[typeof type]);
  let destroyed = false;
  let loading: Promise<Live> | null = null;
  const startedHere = new Set<string>();

  function failed(error: unknown): HandrailError {
    const known =
      error instanceof HandrailError ? error : new HandrailError('internal', String(error), { cause: error });
    if (known.code !== 'destroyed') tell('error', { code: known.code, message: known.message, error: known });
    return known;
  }

  const knowledge = createKnowledgeSource(environment, resolved.knowledge);
  const server = resolved.server;
  const live = server === null ? null : () => loadLive(server);

  function loadLive(origin: string): Promise<Live> {
    if (destroyed) return Promise.reject(new HandrailError('destroyed'));
    loading ??= import('./live.js').then(({ createLive }) =>
      createLive({
        environment,
        storage,
        prefix,
        server: origin,
        site: resolved.site,
        stores,
        threads,
        entered,
        failed,
      }),
    );
    return loading;
  }

  const desk = createDesk({ environment, newId, stores, threads, story, live, tell });
  const bot = createBotRunner({
    environment,
    knowledge,
    locale: () => stores.$locale.get(),
    load: locale => import('./flowEngine.js').then(({ loadEngine }) => loadEngine(locale)),
    state: id => threads.get(id)?.flow ?? null,
    keep: (id, flow) => threads.change(id, thread => ({ ...thread, flow })),
    say: (id, turn) => desk.say(id, 'bot', turn),
    attach: (id, more) => threads.change(id, thread => attachToBot(thread, more)),
    handoff: async (id, reason) => {
      const availability = await refreshAvailability().catch(() => null);
      if (availability?.state !== 'online') return availability?.state === 'away' ? 'away' : 'offline';
      await handoff(desk, id, reason, tell);
      return 'online';
    },
    contact: (id, reason) => {
      const thread = threads.get(id);
      stores.$contact.set({ reason, text: thread ? lastWords(thread) : '' });
      tell('handoff:failed', { conversation: id, reason });
    },
    resolved: (id, how) => tell('bot:resolved', { conversation: id, how }),
    answered: (id, article, probability) =>
      tell('bot:answer', { conversation: id, sources: [{ article }], probability }),
    thinking: on => stores.$thinking.set(on),
  });

  async function refreshAvailability(): Promise<Availability | null> {
    if (server === null) return null;
    const url = `${server}/api/v1/availability?site=${encodeURIComponent(resolved.site)}`;
    const availability = (await getJson(environment, url)) as Availability;
    stores.$availability.set(availability);
    tell('availability', availability);
    return availability;
  }

  function entered(events: readonly LogEvent[]) {
    for (const event of events) {
      const { conversation } = event;
      startedHere.add(conversation);
      if (event.kind === 'message' && event.sender.kind === 'agent') {
        const { name } = event.sender;
        tell('message:received', { id: event.id, conversation, text: event.body.text, ...(name ? { name } : {}) });
      } else if (event.kind === 'owner' && event.body.owner === 'human') {
        tell('handoff:accepted', { conversation, agent: event.body.agent?.name ?? '' });
      } else if (event.kind === 'owner' && event.body.owner === 'bot' && event.sender.kind === 'agent') {
        tell('handoff:returned', { conversation });
      } else if (event.kind === 'closed') {
        tell('conversation:end', { id: conversation });
      }
    }
  }

  const setDraft = (text: string) => {
    stores.$draft.set(text);
    if (text === '') storage.remove(`${prefix}draft`);
    else storage.set(`${prefix}draft`, text);
  };

  const kept = readState(storage, `${prefix}state`);
  if (kept) {
    stores.$threads.set(toThreads(kept));
    stores.$current.set(kept.current);
    story.load(kept);
    for (const thread of kept.threads) if (thread.started) startedHere.add(thread.id);
  }
  stores.$draft.set(storage.get(`${prefix}draft`) ?? '');
  const known = (id: string) => startedHere.has(id) || (threads.get(id)?.record ?? null) !== null;
  const stopKeeping = stores.$threads.listen(() => {
    const said = threads.all().filter(thread => thread.record || thread.turns.length > 0);
    if (said.length === 0) return;
    writeState(storage, `${prefix}state`, said, known, { current: stores.$current.get(), ...story.save() });
  });
  const stopTelling = stores.$connection.listen(connection => tell('connection', connection));

  const people = createPeople({
    desk,
    stores,
    bot,
    leaveStatic: live ? null : (contact, thread) => leaveStatic(contact, thread, resolved.contact),
    setDraft,
    tell,
  });
  const waiting = storage.get(`${prefix}outbox`) !== null;
  if (live && (waiting || kept?.threads.some(thread => thread.started && !thread.closed))) {
    void live().then(line => line.connect(), failed);
  }

  return {
    ...stores,
    ...createHelp({ stores, knowledge, story, tell, failed }),
    ...createMessages({ environment, newId, desk, threads, stores, bot, live, setDraft, tell }),
    ...people,
    server,
    knowledgeBase: resolved.knowledge,
    on: emitter.on,
    once: emitter.once,
    off: emitter.off,
    connect: async () => {
      if (live) (await live()).connect();
    },
    refreshAvailability,
    setDraft,
    setLocale: locale => stores.$locale.set(locale),
    getUnreadCount: () => stores.$unread.get(),
    async logout() {
      if (loading) (await loading).forget();
      for (const name of ['state', 'draft', 'outbox', 'visitor']) storage.remove(prefix + name);
      startedHere.clear();
      threads.clear();
      stores.$current.set(null);
      stores.$draft.set('');
      stores.$contact.set(null);
    },
    destroy() {
      destroyed = true;
      stopKeeping();
      stopTelling();
      emitter.clear();
      void loading?.then(line => line.close());
    },
  };
}
