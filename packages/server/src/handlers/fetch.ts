import { can } from '../access/can.js';
import type { ConversationFacts } from '../access/conversationFacts.js';
import { eventFrames, recordTexts } from '../gateway/eventFrames.js';
import type { Link } from '../gateway/link.js';
import { viewAside } from '../log/view.js';
import type { Store } from '../store/store.js';
import { notFound } from './notFound.js';

/** What the handler needs. */
export interface FetchParts {
  readonly facts: ConversationFacts;
  readonly store: Pick<Store, 'events' | 'conversation'>;
  /** Events of one answer. */
  readonly fetchEvents: number;
}

/** Answers of one sender that are being written. */
const AT_ONCE = 4;

/** Events after a place, with the conversation's record; an empty answer says that there are none. */
export function createFetch({ facts, store, fetchEvents }: FetchParts) {
  const running = new WeakMap<object, number>();
  return async (link: Link, { conversation, after }: { conversation: string; after: number }): Promise<void> => {
    const now = running.get(link.sender) ?? 0;
    if (now >= AT_ONCE) {
      const message = `${AT_ONCE} fetches are being answered.`;
      return link.reply({ t: 'error', code: 'rate_limited', message, retryAfter: 1 });
    }
    running.set(link.sender, now + 1);
    try {
      const object = await facts(conversation);
      if (!object || !can(link.actor, 'frame:fetch', object)) return link.reply(notFound(conversation));
      const [events, record] = await Promise.all([
        store.events(conversation, after, fetchEvents),
        store.conversation(conversation),
      ]);
      const seen = events.map(event => viewAside(link.actor.kind, event));
      for (const frame of eventFrames(seen, recordTexts(record ? [record] : []))) {
        await link.out.whenOpen();
        link.out.send(frame.data);
      }
    } finally {
      running.set(link.sender, (running.get(link.sender) ?? 1) - 1);
    }
  };
}
