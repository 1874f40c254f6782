import { type Availability, createIds } from '@handrail/protocol';
import { createHelp } from './actions/help.js';
import { readClientState } from './clientState.js';
import { namedPage, type PageContext } from './context/pageContext.js';
import type { ConversationPart } from './conversationPart.js';
import { createEmitter } from './emitter.js';
import { defaultEnvironment } from './environment.js';
import { HandrailError } from './errors.js';
import type { HandrailEventMap, Tell } from './events.js';
import { forgetKept } from './forgetKept.js';
import { CONTEXT, CONVERSATION, type ContextMethods, type ConversationMethods, type Handrail } from './handrail.js';
import { getJson } from './http.js';
import { readVisitor } from './identity/readVisitor.js';
import { createKnowledgeSource } from './knowledgeSource.js';
import { lazily } from './lazily.js';
import { createMiddlewareList } from './middleware/middleware.js';
import { type HandrailOptions, resolveOptions } from './options.js';
import { createSearchReport } from './searchReport.js';
import { memoryStorage } from './storage/memory.js';
import type { Storage } from './storage/storage.js';
import { tellingStorage } from './storage/telling.js';
import { createStores } from './stores.js';
import { createStoryKeeper } from './storyKeeper.js';
import { createToolBox } from './tools/toolBox.js';

/** Events that say how a help session ends. */
const COUNTS = /^(search|article|conversation|bot|form|message:sent|handoff:requested)/;

/**
 * Makes a client. Nothing is stored, sent or connected before the first call that needs it; a conversation left open
 * in this browser is taken up again.
 * @throws TypeError when an option is wrong, naming it, what was expected and what was given
 */
export function createHandrail(options: HandrailOptions): Handrail {
  const environment = defaultEnvironment(options.environment?.storage ?? memoryStorage(), options.environment);
  const resolved = resolveOptions(options, environment.languages);
  const prefix = `handrail:${resolved.site}:`;
  const lasting = tellingStorage(environment.storage, () => failed(new HandrailError('storage_failed')));
  // `setConsent` exchanges its methods.
  const storage: Storage = { ...(resolved.consent.storage ? lasting : memoryStorage()) };
  if (!resolved.consent.storage) for (const key of lasting.keys(prefix)) lasting.remove(key);
  const newId = createIds(environment);
  const instanceId = newId();
  const stores = createStores(resolved.locale);
  stores.$consent.set(resolved.consent);
  const context: PageContext = { suggest: null, named: null, told: null };
  const page = () => namedPage(context, environment.page());
  const middleware = createMiddlewareList(failed, () => void part.begun()?.then(({ draw }) => draw(), failed));
  const story = createStoryKeeper(environment);
  const tools = createToolBox();
  const emitter = createEmitter<HandrailEventMap>((error, type) => {
    // A listener of errors that throws would be told of its own throw without end.
    if (type !== 'error') failed(error);
  });
  const tell: Tell = (type, data) => {
    const event = { id: newId(), at: environment.now(), type, instanceId, data } as HandrailEventMap[typeof type];
    emitter.emit(type, event);
    if (COUNTS.test(type) && resolved.server !== null && stores.$consent.get().analytics)
      outcomes().then(
        kept => kept.hear(event),
        () => {},
      );
  };
  let destroyed = false;
  /** The newest `logout()`, so that nothing begun before it goes on after it. */
  let leaving = Promise.resolve();

  function failed(error: unknown): HandrailError {
    const known =
      error instanceof HandrailError ? error : new HandrailError('internal', String(error), { cause: error });
    if (known.code !== 'destroyed') tell('error', { code: known.code, message: known.message, error: known });
    return known;
  }

  const outcomes = lazily(() =>
    import('./outcomes.js').then(({ createOutcomes }) =>
      createOutcomes({
        environment: { ...environment, storage },
        server: resolved.server ?? '',
        site: resolved.site,
        prefix,
        newId,
        locale: () => stores.$locale.get(),
      }),
    ),
  );
  const knowledge = createKnowledgeSource(environment, resolved.knowledge, resolved.knowledgeTimeout);
  const { server } = resolved;
  const report = createSearchReport(environment, resolved.searchSettle, ({ query, results, corrected }) => {
    story.searched(query, results);
    if (results === 0) tell('search:empty', { query });
    else tell('search', { query, results, corrected });
  });

  const alive = (method?: string, text?: unknown) => {
    if (destroyed) throw new HandrailError('destroyed');
    if (method && typeof text !== 'string')
      throw new HandrailError('bad_request', `${method}: expected a text, got ${typeof text}.`);
  };

  async function refreshAvailability(): Promise<Availability | null> {
    alive();
    if (server === null) return null;
    const url = `${server}/api/v1/availability?site=${encodeURIComponent(resolved.site)}`;
    const availability = (await getJson(environment, url)) as Availability;
    stores.$availability.set(availability);
    tell('availability', availability);
    return availability;
  }

  const setDraft = (text: string) => {
    stores.$draft.set(text);
    if (text === '') storage.remove(`${prefix}draft`);
    else storage.set(`${prefix}draft`, text);
  };

  const shared = {
    environment: { ...environment, storage, page },
    resolved,
    prefix,
    newId,
    stores,
    story,
    knowledge,
    tools,
    context,
    middleware,
    tell,
    failed,
    refreshAvailability,
    setDraft,
  };
  const alongside = lazily(() => import('./alongside/index.js'));
  /** Conversations go on without it. */
  const more = () => alongside().catch(() => null);
  const part = lazily(async () => {
    const [{ createConversationPart }, also] = await Promise.all([import('./conversationPart.js'), more()]);
    if (also) stops.push(also.watchConversations(stores, tell));
    return createConversationPart(shared);
  });
  const identity = lazily(() =>
    import('./identity/identityPart.js').then(({ createIdentityPart }) =>
      createIdentityPart({ ...shared, part, forgetHere, signOut, leaving: () => leaving }),
    ),
  );

  async function conversation(): Promise<ConversationPart> {
    alive();
    // The story is about to be told: what stands in the search belongs to it.
    report.settle();
    // And what the page was about to say, if its code is still on the way.
    const saying = contextPart.begun();
    if (saying) await saying.catch(() => {});
    return part();
  }

  function forgetHere() {
    void outcomes.begun()?.then(
      kept => kept.forget(),
      () => {},
    );
    story.clear();
    context.suggest = context.named = null;
    context.told?.clear();
    report.drop();
    help.clearSearch();
    stores.$article.set(null);
    stores.$contact.set(null);
    stores.$prefill.set({});
    stores.$identity.set(null);
  }

  /** Everything of this visitor, in this browser. */
  async function forget() {
    forgetKept(storage, prefix);
    setDraft('');
    forgetHere();
    await (await part.begun()?.catch(() => null))?.forget();
  }

  async function signOut() {
    const kept = storage.get(`${prefix}visitor`);
    await forget();
    // Offline, with nothing of it fetched, the tokens end by themselves.
    if (kept) await identity().then(loaded => loaded.revoke(kept), failed);
  }

  const contextPart = lazily(() =>
    import('./context/contextPart.js').then(({ createContextPart }) =>
      createContextPart({
        ...{ environment, context, story, stores, storage, lasting, prefix, page, failed, tell },
        most: resolved.storyEvents,
        desk: async () => (await part.begun()?.catch(() => null))?.desk,
        suggestions: help.suggestions,
        outcomes: outcomes.begun,
      }),
    ),
  );

  /** Methods of parts whose code is fetched when they are called. */
  const late = <M>(names: string, load: () => Promise<M>) =>
    Object.fromEntries(
      names.split(' ').map(name => [
        name,
        async (...given: unknown[]) => {
          alive();
          (await more())?.checkArguments(name, given);
          return ((await load())[name as keyof M] as (...given: unknown[]) => unknown)(...given);
        },
      ]),
    ) as M;

  /** Takes up what an earlier page or another tab began: a conversation, a sign-in. */
  function resume() {
    const usedBefore = storage.get(`${prefix}state`) || storage.keys(`${prefix}outbox:`)[0];
    if (usedBefore && !part.begun()) void conversation().catch(failed);
    if (storage.get(`${prefix}identity`)) void identity().catch(failed);
  }

  stores.$draft.set(storage.get(`${prefix}draft`) ?? '');
  const stopHearing = storage.listen?.(key => {
    const own = key === `${prefix}draft` || key === null;
    if (own && !destroyed) stores.$draft.set(storage.get(`${prefix}draft`) ?? '');
    if (key?.startsWith(prefix)) resume();
  });
  const stops = [
    stores.$connection.listen(connection => tell('connection', connection)),
    stores.$unread.listen(count => tell('unread', { count })),
  ];
  resume();
  const ready = async () => {
    alive();
    await part.begun()?.catch(() => {});
    alive();
  };
  ready().then(
    () => tell('ready', {}),
    () => {},
  );

  const { popular } = resolved;
  const restored = async () => void (await part.begun()?.catch(() => {}));
  const help = createHelp({
    stores,
    knowledge,
    currentPage: page,
    context,
    story,
    report,
    popular,
    restored,
    tell,
    failed,
    alive,
  });

  return {
    ...stores,
    ...help,
    ...late<ConversationMethods>(CONVERSATION, async () => (await conversation()).actions),
    ...late<ContextMethods>(CONTEXT, contextPart),
    closeContact: () => stores.$contact.set(null),
    server,
    knowledgeBase: resolved.knowledge,
    on: emitter.on,
    once: emitter.once,
    off: emitter.off,
    connect: async () => (await conversation()).connect(),
    refreshAvailability,
    setDraft(text) {
      alive('setDraft', text);
      setDraft(text);
    },
    registerTool: tools.register,
    setLocale(locale) {
      alive('setLocale', locale);
      stores.$locale.set(locale);
    },
    getVisitorId: () => readVisitor(storage.get(`${prefix}visitor`))?.visitor ?? null,
    getUnreadCount: () => stores.$unread.get(),
    ready,
    getState: () => readClientState(stores),
    use(one) {
      alive();
      return middleware.use(one);
    },
    tellScreen: (type, view) => (type === 'suggestion:click' ? tell(type, { id: view }) : tell(type, { view })),
    async identify(person, options) {
      alive();
      const before = leaving;
      await (await identity()).identify(person, options, before);
    },
    async logout() {
      alive();
      leaving = signOut();
      await leaving;
    },
    destroy() {
      destroyed = true;
      report.drop();
      for (const stop of stops) stop();
      stopHearing?.();
      emitter.clear();
      for (const lazy of [part, identity, outcomes])
        void lazy.begun()?.then(
          loaded => loaded.stop(),
          () => {},
        );
    },
  };
}
