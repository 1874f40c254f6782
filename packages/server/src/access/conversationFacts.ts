import type { Conversation } from '@handrail/protocol';
import type { Bus } from '../bus/bus.js';
import type { AccessObject } from './can.js';

/** Site and visitor of a conversation; `null` when there is none. */
export type ConversationFacts = (conversation: string) => Promise<Required<AccessObject> | null>;

/** The facts of the conversations asked for last. */
export interface KnownFacts {
  readonly facts: ConversationFacts;
  /** A conversation became somebody else's: the store is asked again. */
  forget(conversation: string): void;
}

/**
 * @param limit how many are remembered; default 10,000
 */
export function createConversationFacts(
  conversation: (id: string) => Promise<Conversation | null>,
  limit = 10_000,
): KnownFacts {
  const known = new Map<string, Required<AccessObject>>();
  let changes = 0;
  async function facts(id: string) {
    const found = known.get(id);
    if (found) return found;
    const before = changes;
    const record = await conversation(id);
    if (!record) return null;
    const read = { site: record.site, visitor: record.visitor };
    // What was read while something changed may be old.
    if (before !== changes) return read;
    known.set(id, read);
    const [oldest] = known.size > limit ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return read;
  }
  return {
    facts,
    forget(id) {
      changes += 1;
      known.delete(id);
    },
  };
}

/** The facts, told by the bus whenever a conversation becomes a person's. */
export function followFacts({ facts, forget }: KnownFacts, bus: Bus, sites: readonly string[]): ConversationFacts {
  for (const site of sites) {
    bus.subscribe(site, message => {
      if (message.t === 'appended' && message.event.kind === 'identified') forget(message.event.conversation);
    });
  }
  return facts;
}
