import type { Conversation, Sender } from '@handrail/protocol';

/** A person was asked for, or the one who came has gone: what was said about the wait is said anew. */
export function asked(record: Conversation, at: number): Conversation {
  const { of, since, answered } = record.turn ?? { of: 'agent', since: at, answered: false };
  // Whoever is in the queue waits, also when they had the last word to say.
  const waits = of === 'agent' || record.owner === 'queue';
  const turn = {
    of: waits ? 'agent' : of,
    since: of === 'agent' ? since : waits ? at : since,
    answered,
    reminders: 0,
  } as const;
  return { ...record, requestedAt: record.requestedAt ?? at, turn };
}

/** Whoever answered until now is remembered, so that a conversation that comes back can go to them. */
export function left(record: Conversation, next: string | undefined, at: number): Conversation {
  const { assignee } = record;
  return assignee && assignee.id !== next ? { ...record, lastAgent: { ...assignee, until: at } } : record;
}

/** Whose word is waited for after a message. Who writes twice has waited since the first. */
export function spoken(record: Conversation, by: Sender['kind'], at: number): Conversation {
  const { turn } = record;
  if (!turn) return record;
  if (by === 'agent') return { ...record, turn: { of: 'visitor', since: at, answered: true, reminders: 0 } };
  if (by !== 'visitor' || turn.of === 'agent') return record;
  return { ...record, turn: { of: 'agent', since: at, answered: turn.answered, reminders: 0 } };
}

/** The server has written a line about the wait. */
export function remind(record: Conversation, at: number): Conversation {
  const { turn } = record;
  return turn ? { ...record, turn: { ...turn, reminders: turn.reminders + 1, remindedAt: at } } : record;
}
