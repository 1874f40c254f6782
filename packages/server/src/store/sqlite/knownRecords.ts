import type { Conversation } from '@handrail/protocol';
import { eventOf } from '../../log/enter.js';
import { project } from '../../log/project.js';
import type { Appended, Draft } from '../store.js';
import type { AppendAnswer } from './operations.js';

/** Records as they are after the last answer of the worker: what follows from one need not cross between threads. */
export interface KnownRecords {
  has(id: string): boolean;
  /** Takes a record the worker sent. */
  take(record: Conversation): void;
  /** The whole of an answer; `null` when the record is missing here and in the answer. */
  complete(draft: Draft, answer: AppendAnswer): Appended | null;
}

/** Records held; above it the one that was not touched for longest is let go. */
const MOST = 5_000;

/** Answers must be given in the order the worker gave them. */
export function createKnownRecords(): KnownRecords {
  const known = new Map<string, Conversation>();
  const take = (record: Conversation) => {
    known.delete(record.id);
    known.set(record.id, record);
    if (known.size <= MOST) return;
    const [oldest] = known.keys();
    known.delete(oldest as string);
  };
  return {
    has: id => known.has(id),
    take,
    complete(draft, answer) {
      if (!answer.ok) return answer;
      if ('repeated' in answer) {
        const { repeated: event, conversation } = answer;
        return { ok: true, event, conversation, repeated: true };
      }
      const event = eventOf(draft, { attachments: [], ...answer });
      const before = known.get(draft.conversation) ?? null;
      const follows = before?.lastSeq === answer.seq - 1;
      const conversation = answer.conversation ?? (follows ? project(before, event, draft) : null);
      if (!conversation) return null;
      take(conversation);
      return { ok: true, event, conversation, repeated: false };
    },
  };
}
