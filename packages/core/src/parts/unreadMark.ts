import type { Conversation } from '@handrail/protocol';

/** Where somebody had left off when a conversation came to the screen. */
export interface UnreadMark {
  /** Number in the log up to which agents' messages were read. */
  readonly readUpTo: number;
  /** When it came to the screen, in milliseconds since 1970. */
  readonly openedAt: number;
}

/**
 * Remembers where each conversation stood when it first came to the screen: reading moves the mark, and the unread line must stay
 * where it was drawn.
 * @param now milliseconds since 1970; default: the system's clock
 * @returns asks for the mark of a conversation, for `messageRows`; `undefined` while it lives in the page
 */
export function createUnreadMark(
  now: () => number = Date.now,
): (conversation: Conversation | null) => UnreadMark | undefined {
  const marks = new Map<string, UnreadMark>();
  return conversation => {
    if (!conversation) return undefined;
    const { id } = conversation;
    const mark = marks.get(id) ?? { readUpTo: conversation.marks.visitor.read, openedAt: now() };
    marks.set(id, mark);
    return mark;
  };
}
