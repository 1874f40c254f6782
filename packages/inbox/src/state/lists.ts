import type { Conversation, DeskNote } from '@handrail/protocol';

/** What the server's clock says of conversations, by id. */
export type DeskNotes = ReadonlyMap<string, DeskNote>;

/** The lists of the rail, in its order. */
export const FILTERS = ['mine', 'unassigned', 'open', 'closed'] as const;
/** One list of the rail. */
export type Filter = (typeof FILTERS)[number];

/** Whether a conversation belongs into a list of this agent; what waits and is meant for them does. */
export function isIn(filter: Filter, record: Conversation, me: string, desk: DeskNotes): boolean {
  if (filter === 'closed') return record.status === 'closed';
  if (record.status === 'closed') return false;
  if (filter === 'unassigned') return record.owner === 'queue';
  if (filter === 'open') return true;
  return record.owner === 'human' ? record.assignee?.id === me : desk.get(record.id)?.meantFor === me;
}

/**
 * A list in the order of urgency: whose answer is due, soonest first; then who waits for a person, then who wrote last and has no answer, then who left a
 * message, each longest first; then everything else, newest change first. Closed ones: newest end first.
 */
export function listed(filter: Filter, records: readonly Conversation[], me: string, desk: DeskNotes): Conversation[] {
  const mine = records.filter(record => isIn(filter, record, me, desk));
  const due = (record: Conversation) => desk.get(record.id)?.due?.at ?? Number.MAX_SAFE_INTEGER;
  if (filter === 'closed') return mine.sort((a, b) => (b.closedAt ?? b.updatedAt) - (a.closedAt ?? a.updatedAt));
  return mine.sort((a, b) => due(a) - due(b) || urgency(a) - urgency(b) || since(a) - since(b));
}

/** How many conversations each list holds. */
export function counts(records: readonly Conversation[], me: string, desk: DeskNotes): Record<Filter, number> {
  const count = (filter: Filter) => records.filter(record => isIn(filter, record, me, desk)).length;
  return { mine: count('mine'), unassigned: count('unassigned'), open: count('open'), closed: count('closed') };
}

/** Since when the customer waits for somebody's word; `null` when nobody owes one. */
export function waitsSince(record: Conversation): number | null {
  if (record.status === 'closed') return null;
  if (record.owner === 'queue') return record.waitingSince ?? record.updatedAt;
  if (record.owner === 'human' && record.preview?.sender.kind === 'visitor') return record.preview.at;
  return null;
}

/** Whether the customer wrote something no agent has seen, where this agent or anybody is asked to answer. */
export function isUnread(record: Conversation, me: string): boolean {
  if (record.status === 'closed' || record.owner === 'bot') return false;
  if (record.owner === 'human' && record.assignee?.id !== me) return false;
  return record.preview?.sender.kind === 'visitor' && record.marks.agent.read < record.lastSeq;
}

function urgency(record: Conversation): number {
  if (record.owner === 'queue') return record.ownerReason === 'left_message' ? 2 : 0;
  return waitsSince(record) === null ? 3 : 1;
}

function since(record: Conversation): number {
  return waitsSince(record) ?? -record.updatedAt;
}
