import type { Conversation } from '@handrail/protocol';
import type { AccessObject } from './can.js';

/** What never changes about a conversation: its site and visitor; `null` when there is none. */
export type ConversationFacts = (conversation: string) => Promise<Required<AccessObject> | null>;

/**
 * Remembers the facts of the conversations asked for last.
 * @param limit how many; default 10,000
 */
export function createConversationFacts(
  conversation: (id: string) => Promise<Conversation | null>,
  limit = 10_000,
): ConversationFacts {
  const known = new Map<string, Required<AccessObject>>();
  return async id => {
    const found = known.get(id);
    if (found) return found;
    const record = await conversation(id);
    if (!record) return null;
    const facts = { site: record.site, visitor: record.visitor };
    known.set(id, facts);
    const [oldest] = known.size > limit ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return facts;
  };
}
