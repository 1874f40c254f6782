import type { ClientFrame } from '@handrail/protocol';
import { can } from '../access/can.js';
import type { ConversationFacts } from '../access/conversationFacts.js';
import { eventFrames, recordTexts } from '../gateway/eventFrames.js';
import type { Link } from '../gateway/link.js';
import { recordAside, viewAside } from '../log/view.js';
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

type Fetch = ClientFrame & { t: 'fetch' };

/** Numbers have no holes, so a page before a place is one after another. */
function placesOf(frame: Fetch, most: number): { after: number; limit: number } {
  if (frame.before === undefined) return { after: frame.after, limit: most };
  const last = frame.before - 1;
  const after = Math.max(0, last - Math.min(frame.limit ?? most, most));
  return { after, limit: last - after };
}

/** Events after a place or before one, with the conversation's record; an empty answer says that there are none. */
export function createFetch({ facts, store, fetchEvents }: FetchParts) {
  const running = new WeakMap<object, number>();
  return async (link: Link, frame: Fetch): Promise<void> => {
    const { conversation } = frame;
    const now = running.get(link.sender) ?? 0;
    if (now >= AT_ONCE) {
      const message = `${AT_ONCE} fetches are being answered.`;
      return link.reply({ t: 'error', code: 'rate_limited', message, retryAfter: 1 });
    }
    running.set(link.sender, now + 1);
    try {
      const object = await facts(conversation);
      if (!object || !can(link.actor, 'frame:fetch', object)) return link.reply(notFound(conversation));
      const { after, limit } = placesOf(frame, fetchEvents);
      const [events, record] = await Promise.all([
        limit > 0 ? store.events(conversation, after, limit) : [],
        store.conversation(conversation),
      ]);
      const seen = events.map(event => viewAside(link.actor.kind, event));
      const records = recordTexts(record ? [recordAside(link.actor.kind, record)] : []);
      const { before } = frame;
      const frames = eventFrames(seen, records, { before });
      // Each part of a page ends where the one before it begins, so that every one fits by itself.
      if (before !== undefined) frames.reverse();
      for (const { data } of frames) {
        await link.out.whenOpen();
        link.out.send(data);
      }
    } finally {
      running.set(link.sender, (running.get(link.sender) ?? 1) - 1);
    }
  };
}
