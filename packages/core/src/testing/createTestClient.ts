import { createIds } from '@handrail/protocol';
import { createHelp } from '../actions/help.js';
import { createMessages } from '../actions/messages.js';
import { createPeople, handoff, lastWords } from '../actions/people.js';
import { watchConversations } from '../alongside/index.js';
import { type BotRunner, createBotRunner } from '../botRunner.js';
import { readClientState } from '../clientState.js';
import { createContextPart } from '../context/contextPart.js';
import { namedPage, type PageContext } from '../context/pageContext.js';
import { createDesk } from '../conversationDesk.js';
import { createEmitter } from '../emitter.js';
import { HandrailError } from '../errors.js';
import type { HandrailEventMap, Tell } from '../events.js';
import type { Handrail } from '../handrail.js';
import { readPerson } from '../identity/person.js';
import { createMiddlewareList } from '../middleware/middleware.js';
import { createMiddlewareRunner } from '../middleware/runMiddleware.js';
import { createSearchReport } from '../searchReport.js';
import { memoryStorage } from '../storage/memory.js';
import { createStores } from '../stores.js';
import { createStoryKeeper } from '../storyKeeper.js';
import { createThreads } from '../threads.js';
import { timeline } from '../timeline.js';
import { createToolBox } from '../tools/toolBox.js';
import { type Script, testArticles } from './fixtures.js';
import { createOtherSide, type OtherSide } from './otherSide.js';
import { recordCalls, type TestCall } from './recordCalls.js';
import { standInKnowledge, type TestArticle } from './standInKnowledge.js';
import { createStandInLine } from './standInLine.js';
import { createTestClock, type TestClock } from './testClock.js';

/** How a test's client is made. */
export interface TestClientOptions {
  /** What happened before, such as one of `fixtures`. Default: nothing. */
  readonly script?: Script;
  /**
   * Answers each text of the customer, and each button they press, by its words. Default: nobody answers, and the test lets
   * `otherSide` speak.
   */
  readonly reply?: (text: string, otherSide: OtherSide) => void | Promise<void>;
  /** The help centre. Default: the three of `testArticles`. */
  readonly articles?: readonly TestArticle[];
  /** Default: `en`. */
  readonly locale?: string;
  /** What the clock says first, in milliseconds since 1970. Default: noon of 14 May 2026, UTC. */
  readonly now?: number;
}

/** A client without a server: a screen cannot tell it from the one `createHandrail` makes. */
export interface TestClient extends Handrail {
  /** Plays everybody who is not the screen. */
  readonly otherSide: OtherSide;
  /** Moves only when the test says so. */
  readonly clock: TestClock;
  /** Every method that was called, in order; those of the script are not among them. */
  readonly calls: readonly TestCall[];
  /** What a method was called with, one entry a call. */
  callsOf<K extends Methods>(method: K): readonly Parameters<Handrail[K]>[];
}

type Methods = { [K in keyof Handrail]: Handrail[K] extends (...args: never[]) => unknown ? K : never }[keyof Handrail];

const NOON = Date.UTC(2026, 4, 14, 12);
const SERVER = 'https://help.example';
const BASE = `${SERVER}/k/test/`;
/** Milliseconds a query must stand before it is told, as by default. */
const SETTLE_MS = 400;

/**
 * Makes a client for tests and stories: stores, actions and outbox are the real ones, server and bot are played by the test. There is
 * no network, no storage, no timer and no chance: ids and times are the same in every run.
 */
export function createTestClient(options: TestClientOptions = {}): TestClient {
  const { script, reply = () => {}, articles = testArticles, locale = 'en', now = NOON } = options;
  const clock = createTestClock(now);
  const context: PageContext = { suggest: null, named: null, told: null };
  const page = () => namedPage(context, { url: 'https://shop.example/', title: 'Shop' });
  const environment = { ...clock, page, zone: 'UTC', device: 'desktop' as const };
  const newId = createIds({ now: clock.now, random: bytes => bytes.fill(7) });
  const stores = createStores(locale);
  const threads = createThreads(stores.$threads, clock.now);
  const story = createStoryKeeper(clock);
  const tools = createToolBox();
  const calls: TestCall[] = [];
  let destroyed = false;

  const emitter = createEmitter<HandrailEventMap>((error, type) => {
    if (type !== 'error') failed(error);
  });
  const tell: Tell = (type, data) => {
    const event = { id: newId(), at: clock.now(), type, instanceId: 'test', data } as HandrailEventMap[typeof type];
    emitter.emit(type, event);
  };
  function failed(error: unknown): HandrailError {
    const known =
      error instanceof HandrailError ? error : new HandrailError('internal', String(error), { cause: error });
    tell('error', { code: known.code, message: known.message, error: known });
    return known;
  }
  const alive = (method?: string, text?: unknown) => {
    if (destroyed) throw new HandrailError('destroyed');
    if (method && typeof text !== 'string')
      throw new HandrailError('bad_request', `${method}: expected a text, got ${typeof text}.`);
  };
  const answer = async (text: string) => reply(text, otherSide);
  const setDraft = (text: string) => stores.$draft.set(text);

  const line = createStandInLine({
    ...{ clock, newId, stores, threads, tell, failed, base: BASE },
    heard: text => void answer(text).catch(failed),
  });
  const live = async () => {
    alive();
    return line;
  };
  const desk = createDesk({ environment, newId, stores, threads, story, context, live, tell });
  function contact(id: string, reason: 'away' | 'offline' | 'failed') {
    const thread = threads.get(id);
    stores.$contact.set({ reason, text: thread ? lastWords(thread) : '' });
    tell('handoff:failed', { conversation: id, reason });
  }
  const bot: BotRunner = createBotRunner({
    async run(id, input) {
      if (input.type === 'person' && input.accepted) {
        const { state } = line.server.availability;
        if (state === 'online')
          await handoff(desk, id, { reason: 'asked', ...(input.team ? { team: input.team } : {}) }, tell);
        else contact(id, state === 'away' ? 'away' : 'offline');
      } else if (input.type === 'text' || input.type === 'choice' || input.type === 'form') {
        await answer(threads.get(id)?.turns.findLast(turn => turn.by === 'visitor')?.text ?? '');
      }
    },
    interrupt: () => {},
    contact,
    thinking: on => stores.$thinking.set(on),
  });
  const otherSide = createOtherSide({ clock, newId, stores, threads, desk, line, articles, tell });

  const report = createSearchReport(clock, SETTLE_MS, ({ query, results, corrected }) => {
    story.searched(query, results);
    if (results === 0) tell('search:empty', { query });
    else tell('search', { query, results, corrected });
  });
  const help = createHelp({
    ...{ stores, story, report, tell, failed, alive },
    knowledge: standInKnowledge(articles, BASE),
    currentPage: page,
    context,
    popular: null,
    restored: async () => {},
  });
  const middleware = createMiddlewareList(failed, () => draw());
  const runner = createMiddlewareRunner(middleware.all, failed);
  const kept = memoryStorage();
  const said = createContextPart({
    ...{ environment, context, story, stores, page, failed, tell, most: 20, storage: kept, lasting: kept, prefix: '' },
    desk: async () => desk,
    suggestions: help.suggestions,
    outcomes: () => null,
  });
  const shared = {
    environment,
    newId,
    desk,
    threads,
    stores,
    bot,
    live,
    hasFlow: false,
    setDraft,
    tell,
    beforeSend: runner.send,
    failed,
  };
  const conversation = mortal({ ...createMessages(shared), ...createPeople({ ...shared, leaveStatic: null }) }, alive);

  const draw = () => {
    const thread = stores.$thread.get();
    const isOnline = stores.$connection.get().state === 'online';
    stores.$messages.set(thread ? [...runner.display(timeline(thread, stores.$unsent.get(), isOnline))] : []);
  };
  const stops = [
    watchConversations(stores, tell),
    stores.$thread.subscribe(draw),
    stores.$unsent.listen(draw),
    stores.$connection.listen(draw),
    stores.$connection.listen(connection => tell('connection', connection)),
    stores.$unread.listen(count => tell('unread', { count })),
  ];

  const methods = recordCalls(
    {
      ...help,
      ...conversation,
      ...mortal(said, alive),
      async ready() {
        alive();
      },
      getState: () => readClientState(stores),
      use(...given: Parameters<Handrail['use']>) {
        alive();
        return middleware.use(...given);
      },
      closeContact: () => stores.$contact.set(null),
      async connect() {
        alive();
        line.connect();
      },
      async refreshAvailability() {
        alive();
        const { availability } = line.server;
        stores.$availability.set(availability);
        tell('availability', availability);
        return availability;
      },
      setDraft,
      setLocale: (tag: string) => stores.$locale.set(tag),
      getUnreadCount: () => stores.$unread.get(),
      tellScreen: (type: Parameters<Handrail['tellScreen']>[0], view: string) =>
        type === 'suggestion:click' ? tell(type, { id: view }) : tell(type, { view }),
      registerTool: tools.register,
      getVisitorId: () => stores.$conversation.get()?.visitor ?? null,
      identify: async (...given: Parameters<Handrail['identify']>) => {
        alive();
        const { id, attributes, getToken } = readPerson(...given);
        stores.$identity.set({ id, state: 'checking', attributes, signed: [] });
        await getToken({ reason: 'identify' });
        stores.$identity.set({ id, state: 'verified', attributes, signed: [] });
        tell('identity', stores.$identity.get());
      },
      async logout() {
        alive();
        line.forget();
        threads.clear();
        story.clear();
        context.suggest = context.named = null;
        context.told?.clear();
        report.drop();
        help.clearSearch();
        for (const $store of [stores.$current, stores.$article, stores.$contact, stores.$identity]) $store.set(null);
        stores.$prefill.set({});
        setDraft('');
      },
      destroy() {
        destroyed = true;
        report.drop();
        line.close();
        for (const stop of stops) stop();
        emitter.clear();
      },
    },
    calls,
  );

  script?.(otherSide);
  return {
    ...stores,
    ...methods,
    server: SERVER,
    knowledgeBase: BASE,
    on: emitter.on,
    once: emitter.once,
    off: emitter.off,
    otherSide,
    clock,
    calls,
    callsOf: method => calls.filter(call => call.method === method).map(({ args }) => args as never),
  };
}

/** Methods that reject once the client has ended. */
function mortal<T extends object>(methods: T, alive: () => void): T {
  const checked = Object.entries(methods).map(([name, run]) => [
    name,
    async (...given: unknown[]) => {
      alive();
      return run(...given);
    },
  ]);
  return Object.fromEntries(checked);
}
