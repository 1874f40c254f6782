import type { Marks } from '@handrail/protocol';
import { can } from '../access/can.js';
import type { ConversationFacts } from '../access/conversationFacts.js';
import type { BusMessage } from '../bus/bus.js';
import type { Link } from '../gateway/link.js';
import type { Store } from '../store/store.js';
import { notFound } from './notFound.js';

/** What the handler needs. */
export interface MarksParts {
  readonly facts: ConversationFacts;
  readonly mark: Store['mark'];
  readonly publish: (site: string, message: BusMessage) => void;
}

/** Moves one side's counters and tells everybody but the connection that said it. */
export function createMarks({ facts, mark, publish }: MarksParts) {
  return async (link: Link, frame: { conversation: string } & Marks): Promise<void> => {
    const { conversation, delivered, read } = frame;
    const object = await facts(conversation);
    if (!object || !can(link.actor, 'frame:marks', object)) return link.reply(notFound(conversation));
    const side = link.actor.kind;
    const marked = await mark(conversation, side, { delivered, read });
    if (!marked?.moved) return;
    const { site, visitor } = object;
    const marks = marked.conversation.marks[side];
    publish(site, { t: 'marks', conversation, visitor, side, marks, origin: link.id });
  };
}
