import { can } from '../access/can.js';
import type { ConversationFacts } from '../access/conversationFacts.js';
import type { BusMessage } from '../bus/bus.js';
import type { Link } from '../gateway/link.js';
import { notFound } from './notFound.js';

/** What the handler needs. */
export interface TypingParts {
  readonly facts: ConversationFacts;
  readonly publish: (site: string, message: BusMessage) => void;
  /** Shortest time between two that are passed on, in milliseconds. */
  readonly typingMs: number;
  readonly now: () => number;
}

/** Passes typing on to the other side, not too often; a change from on to off always. Nothing is stored. */
export function createTyping({ facts, publish, typingMs, now }: TypingParts) {
  const last = new WeakMap<object, { conversation: string; on: boolean; at: number }>();
  return async (link: Link, { conversation, on }: { conversation: string; on: boolean }): Promise<void> => {
    const before = last.get(link.sender);
    const same = before?.conversation === conversation && before.on === on;
    if (same && now() - before.at < typingMs) return;
    last.set(link.sender, { conversation, on, at: now() });
    const object = await facts(conversation);
    if (!object || !can(link.actor, 'frame:typing', object)) return link.reply(notFound(conversation));
    const { actor } = link;
    const from = { kind: actor.kind, id: actor.id, ...(actor.kind === 'agent' ? { name: actor.name } : {}) };
    publish(object.site, { t: 'typing', conversation, visitor: object.visitor, from, on });
  };
}
