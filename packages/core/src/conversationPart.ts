import type { Availability, LogEvent, ServerFrame } from '@handrail/protocol';
import { createMessages, type MessageActions } from './actions/messages.js';
import { createPeople, lastWords, type PeopleActions } from './actions/people.js';
import { type BotRunner, createBotRunner } from './botRunner.js';
import type { PageContext } from './context/pageContext.js';
import { type ConversationDesk, createDesk } from './conversationDesk.js';
import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';
import type { Tell } from './events.js';
import { forgetKept } from './forgetKept.js';
import type { KnowledgeSource } from './knowledgeSource.js';
import { lazily } from './lazily.js';
import { mergeThreads, readState, toThreads, writeState } from './localState.js';
import type { MiddlewareList } from './middleware/middleware.js';
import type { ResolvedOptions } from './options.js';
import type { Stores } from './stores.js';
import type { StoryKeeper } from './storyKeeper.js';
import type { ShareLine } from './tabs/shareLine.js';
import { tellEntered } from './tellEntered.js';
import { createThreads } from './threads.js';
import { timeline } from './timeline.js';
import type { ToolBox } from './tools/toolBox.js';

/** What the conversation part shares with the client it belongs to. */
export interface ConversationPartOptions {
  readonly environment: Environment;
  readonly resolved: ResolvedOptions;
  /** Start of every key in storage. */
  readonly prefix: string;
  readonly newId: () => string;
  readonly stores: Stores;
  readonly story: StoryKeeper;
  readonly knowledge: KnowledgeSource;
  readonly context: PageContext;
  readonly middleware: MiddlewareList;
  readonly tools: ToolBox;
  readonly tell: Tell;
  readonly failed: (error: unknown) => HandrailError;
  readonly refreshAvailability: () => Promise<Availability | null>;
  readonly setDraft: (text: string) => void;
}

/** Conversations with bot and people. */
export interface ConversationPart {
  readonly actions: MessageActions & PeopleActions;
  connect(): Promise<void>;
  /** Draws the log again: what it passes through has changed. */
  draw(): void;
  readonly desk: ConversationDesk;
  /** The visitor has a newer token. */
  renewed(): Promise<void>;
  /** Forgets everything, here and in storage. */
  forget(): Promise<void>;
  stop(): void;
}

/** Wires what is needed once somebody talks: desk, bot runner, line to the server, memory between pages. */
export function createConversationPart(parts: ConversationPartOptions): ConversationPart {
  const { environment, resolved, prefix, newId, stores, story, context, tell, failed, setDraft } = parts;
  const { storage } = environment;
  const stateKey = `${prefix}state`;
  const threads = createThreads(stores.$threads, environment.now);
  const { server } = resolved;
  let stopped = false;

  const loadLive = lazily(async () => {
    if (server === null || stopped) throw new HandrailError('destroyed');
    const [{ createLive }, shareLine] = await Promise.all([import('./live.js'), loadShareLine()]);
    const { site, connectTimeout, historyPage } = resolved;
    const entered = (events: readonly LogEvent[]) => tellEntered(events, tell);
    const shared = { environment, storage, prefix, server, site, connectTimeout, historyPage, stores, threads };
    return createLive({ ...shared, shareLine, entered, forgotten, failed: refused });
  });

  /** Sharing is an optimisation: without its file each tab has a line of its own. */
  async function loadShareLine(): Promise<ShareLine | null> {
    if (!environment.tabs) return null;
    return import('./tabs/shareLine.js').then(
      file => file.shareLine,
      () => null,
    );
  }

  /** Conversations of a visitor nobody knows any more go; what never arrived waits in the composer. */
  function forgotten(unsent: string | null) {
    threads.clear();
    stores.$current.set(null);
    if (unsent === null) return;
    forgetKept(storage, prefix);
    if (unsent !== '') setDraft(unsent);
  }

  function refused(error: HandrailError, nack?: ServerFrame & { t: 'nack' }) {
    failed(error);
    if (!nack || error.retryable) return;
    const { id, conversation } = nack;
    tell('message:failed', { id, conversation, code: error.code });
  }

  const live = server === null ? null : loadLive;
  const desk = createDesk({ environment, newId, stores, threads, story, context, live, tell });
  function contact(id: string, reason: 'away' | 'offline' | 'failed') {
    const thread = threads.get(id);
    stores.$contact.set({ reason, text: thread ? lastWords(thread) : '' });
    tell('handoff:failed', { conversation: id, reason });
  }
  const loadFlow = lazily(() =>
    import('./botPart.js').then(({ createBotPart }) =>
      createBotPart({ ...parts, threads, desk, contact, bot, stopped: () => stopped }),
    ),
  );
  const bot: BotRunner = createBotRunner({
    run: async (id, input) => (await loadFlow())(id, input),
    interrupt: id => void loadFlow.begun()?.then(flow => flow.interrupt(id), failed),
    contact,
    thinking: on => stores.$thinking.set(on),
  });

  const kept = readState(storage, stateKey);
  if (kept) {
    stores.$threads.set(toThreads(kept));
    stores.$current.set(kept.current);
    story.load(kept);
  }
  const draw = () => {
    const { $thread, $unsent, $connection, $messages } = stores;
    const thread = $thread.get();
    const items = thread ? timeline(thread, $unsent.get(), $connection.get().state === 'online') : [];
    const { all, runner } = parts.middleware;
    // Nothing is shown before the site's code has seen it.
    $messages.set(runner ? runner.display(items) : all[0] ? [] : items);
  };
  let isHearing = false;
  const keep = () => {
    if (isHearing) return;
    // What only the bot has said, such as a greeting, is nothing of the customer's yet.
    const said = threads
      .all()
      .filter(thread => desk.started(thread) || thread.turns.some(turn => turn.by === 'visitor'));
    if (said.length > 0) writeState(storage, stateKey, said, { current: stores.$current.get(), ...story.save() });
  };
  /** Another page of this browser said something, or signed out. */
  const hear = (key: string | null, value?: string | null) => {
    if (key !== null && key !== stateKey) return;
    const told = readState(storage, stateKey);
    // What is there after a sign-out may be the next person's.
    if (!told || value === null) return void forgetHere();
    const merged = mergeThreads(stores.$threads.get(), told);
    // What was just read is not written back: two pages would answer each other without end.
    isHearing = true;
    stores.$threads.set(merged);
    isHearing = false;
    if (stores.$current.get() === null) stores.$current.set(told.current);
  };
  const stops = [
    stores.$threads.listen(keep),
    stores.$thread.subscribe(draw),
    stores.$unsent.listen(draw),
    stores.$connection.listen(draw),
    storage.listen?.(hear) ?? (() => {}),
  ];
  const resumed = threads.get(kept?.current ?? '');
  if (resumed?.flow?.phase === 'bot') void loadFlow().then(flow => flow.resume(resumed.id), failed);
  const waiting = storage.keys(`${prefix}outbox:`).length > 0;
  const isOpen = kept?.threads.some(thread => thread.record && thread.record.status !== 'closed');
  if (live && (waiting || isOpen)) void live().then(line => line.connect(), failed);

  async function forgetHere() {
    const line = await loadLive.begun()?.catch(() => null);
    line?.forget();
    story.clear();
    threads.clear();
    stores.$current.set(null);
  }

  const people = createPeople({
    desk,
    stores,
    bot,
    leaveStatic: live
      ? null
      : async (contact, thread) => {
          const { leaveStatic } = await import('./staticContact.js');
          return leaveStatic(contact, thread, resolved.contact);
        },
    setDraft,
    tell,
  });
  return {
    actions: {
      ...createMessages({
        environment,
        newId,
        desk,
        threads,
        stores,
        bot,
        live,
        hasFlow: resolved.flow !== null,
        setDraft,
        beforeSend: message => parts.middleware.ready?.then(({ send }) => send(message)) ?? message,
        tell,
        failed,
      }),
      ...people,
    },
    connect: async () => {
      if (live) (await live()).connect();
    },
    draw,
    desk,
    renewed: async () => (await loadLive.begun())?.renewed(),
    async forget() {
      await forgetHere();
      forgetKept(storage, prefix);
    },
    stop() {
      stopped = true;
      for (const stop of stops) stop();
      void loadLive.begun()?.then(
        line => line.close(),
        () => {},
      );
    },
  };
}
