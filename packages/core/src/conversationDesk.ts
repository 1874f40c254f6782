import type { BodyOf, EventKind, Owner, Source } from '@handrail/protocol';
import type { PageContext } from './context/pageContext.js';
import type { Environment } from './environment.js';
import { HandrailError } from './errors.js';
import type { Tell } from './events.js';
import type { Live, WriteOptions } from './live.js';
import type { Stores } from './stores.js';
import type { StoryKeeper } from './storyKeeper.js';
import { tellStory } from './tellStory.js';
import type { BotTurn, Thread } from './thread.js';
import type { Threads } from './threads.js';

/** What the desk needs. */
export interface DeskParts {
  readonly environment: Pick<Environment, 'now' | 'page' | 'zone' | 'device'>;
  readonly newId: () => string;
  readonly stores: Stores;
  readonly threads: Threads;
  readonly story: StoryKeeper;
  readonly context: PageContext;
  /** The line to the server; `null` in static mode. */
  readonly live: (() => Promise<Live>) | null;
  readonly tell: Tell;
}

/** What all conversation actions share: which conversation, who owns it, and how something gets into it. */
export interface ConversationDesk {
  current(): Thread | undefined;
  /** The conversation to write in: the current one, or a new one when that is closed. */
  writable(): Thread;
  /** Starts a conversation in this page and makes it the current one. */
  open(): string;
  /** Whether the server knows the conversation, or is about to. */
  started(thread: Thread): boolean;
  /** Who answers now, counting what is on its way to the server. */
  ownerOf(thread: Thread): Owner;
  /**
   * Hands an event to the outbox; does not wait for the network.
   * @param entered called when the log holds it; not when it is refused
   */
  write<K extends EventKind>(
    id: string,
    kind: K,
    body: BodyOf<K>,
    options?: WriteOptions,
    entered?: () => void,
  ): Promise<void>;
  /** Tells the server of the conversation, with the story so far, unless it knows. */
  begin(id: string): Promise<void>;
  /** Adds a turn of the bot's part: in the page, and in the log once the server knows the conversation. */
  say(id: string, by: 'visitor' | 'bot', turn: Omit<BotTurn, 'id' | 'at' | 'by'>): string;
}

/** @internal */
export function createDesk(parts: DeskParts): ConversationDesk {
  const { stores, threads } = parts;
  const { $current, $contact, $unsent } = stores;

  const current = () => threads.get($current.get() ?? '');
  const waiting = (id: string, kind: EventKind) =>
    $unsent.get().findLast(one => one.frame.conversation === id && one.frame.kind === kind && !one.refused);
  const started = (thread: Thread) => thread.record !== null || waiting(thread.id, 'started') !== undefined;

  function open(): string {
    const id = parts.newId();
    threads.change(id, thread => thread);
    $current.set(id);
    $contact.set(null);
    parts.tell('conversation:start', { id });
    return id;
  }

  const write: ConversationDesk['write'] = async (id, kind, body, options, entered) => {
    // Signed out meanwhile: nothing of the one before goes out under the name of the next.
    if (!threads.get(id)) return;
    if (!parts.live) throw new HandrailError('offline', 'There is no server in static mode.');
    const live = await parts.live();
    if (!threads.get(id)) return;
    void live.write(id, kind, body, options).then(entered, () => {});
  };

  return {
    current,
    writable() {
      const thread = current();
      const id = !thread || thread.record?.status === 'closed' ? open() : thread.id;
      return threads.get(id) as Thread;
    },
    open,
    started,
    ownerOf(thread) {
      const asked = waiting(thread.id, 'owner');
      return asked?.frame.kind === 'owner' ? asked.frame.body.owner : (thread.record?.owner ?? 'bot');
    },
    write,
    async begin(id) {
      const thread = threads.get(id);
      if (!thread || started(thread)) return;
      parts.story.left();
      const told = parts.context.told?.take();
      await write(id, 'started', {
        story: tellStory(parts.environment, {
          ...parts.story.save(),
          turns: thread.turns,
          locale: stores.$locale.get(),
          attributes: stores.$identity.get()?.attributes,
          flow: thread.flow,
          more: told?.story,
        }),
      });
      if (told?.body) await write(id, 'context', told.body);
    },
    say(id, by, turn) {
      const made: BotTurn = { ...turn, id: parts.newId(), at: parts.environment.now(), by };
      threads.alter(id, thread => ({ ...thread, turns: [...thread.turns, made] }));
      const thread = threads.get(id);
      if (thread && started(thread)) {
        const body = { text: turn.text || '…', ...(turn.answer ? { source: sourceOf(turn.answer) } : {}) };
        void write(id, 'message', body, { id: made.id, ...(by === 'bot' ? { as: 'bot' } : {}) });
      }
      return made.id;
    },
  };
}

function sourceOf({ quote: _, locale: __, others: ___, ...source }: NonNullable<BotTurn['answer']>): Source {
  return source;
}
