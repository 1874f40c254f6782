import type { Conversation } from '@handrail/protocol';

/**
 * Remembers up to where each conversation was read when it first came to the screen: reading moves the mark, and the unread line
 * must stay where it was drawn.
 * @returns asks for the mark of a conversation, for `readUpTo`; `undefined` while it lives in the page
 */
export function createUnreadMark(): (conversation: Conversation | null) => number | undefined {
  const marks = new Map<string, number>();
  return conversation => {
    if (!conversation) return undefined;
    const { id } = conversation;
    if (!marks.has(id)) marks.set(id, conversation.marks.visitor.read);
    return marks.get(id);
  };
}
