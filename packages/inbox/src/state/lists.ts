import type { AgentTeam, Conversation, DeskNote } from '@handrail/protocol';

/** What the server's clock says of conversations, by id. */
export type DeskNotes = ReadonlyMap<string, DeskNote>;

/** Whose lists they are. */
export interface Viewer {
  /** The agent's id. */
  readonly id: string;
  readonly teams: readonly AgentTeam[];
  readonly desk: DeskNotes;
}

/** The lists of the rail, in its order. */
export const FILTERS = ['mine', 'unassigned', 'open', 'closed'] as const;
/** One list of the rail. */
export type Filter = (typeof FILTERS)[number];

/** Whether a conversation belongs into a list of this agent; what waits and is meant for them, or first for their team, does. */
export function isIn(filter: Filter, record: Conversation, viewer: Viewer): boolean {
  if (filter === 'closed') return record.status === 'closed';
  if (record.status === 'closed') return false;
  if (filter === 'unassigned') return record.owner === 'queue';
  if (filter === 'open') return true;
  if (record.owner === 'human') return record.assignee?.id === viewer.id;
  const note = viewer.desk.get(record.id);
  return note?.meantFor === viewer.id || (note?.team === 'first' && isMyTeam(record, viewer));
}

/**
 * A list in the order of urgency: whose answer is due, soonest first; then who waits for a person, then who wrote last and has no answer, then who left a
 * message, each longest first; then everything else, newest change first. Whoever another team is asked for comes last. Closed
 * ones: newest end first.
 */
export function listed(filter: Filter, records: readonly Conversation[], viewer: Viewer): Conversation[] {
  const mine = records.filter(record => isIn(filter, record, viewer));
  const due = (record: Conversation) => viewer.desk.get(record.id)?.due?.at ?? Number.MAX_SAFE_INTEGER;
  const later = (record: Conversation) => Number(isForOthers(record, viewer));
  if (filter === 'closed') return mine.sort((a, b) => (b.closedAt ?? b.updatedAt) - (a.closedAt ?? a.updatedAt));
  return mine.sort((a, b) => later(a) - later(b) || due(a) - due(b) || urgency(a) - urgency(b) || since(a) - since(b));
}

/** How many conversations each list holds. */
export function counts(records: readonly Conversation[], viewer: Viewer): Record<Filter, number> {
  const count = (filter: Filter) => records.filter(record => isIn(filter, record, viewer)).length;
  return { mine: count('mine'), unassigned: count('unassigned'), open: count('open'), closed: count('closed') };
}

/** Since when the customer waits for somebody's word; `null` when nobody owes one. */
export function waitsSince(record: Conversation): number | null {
  if (record.status === 'closed') return null;
  if (record.owner === 'queue') return record.waitingSince ?? record.updatedAt;
  if (record.owner === 'human' && record.preview?.sender.kind === 'visitor') return record.preview.at;
  return null;
}

/**
 * Whether somebody in the queue is no matter of this agent yet: another team is asked first. Until the server has said whom it asks,
 * only the team counts as asked.
 */
export function isForOthers(record: Conversation, viewer: Pick<Viewer, 'teams' | 'desk'>): boolean {
  if (record.owner !== 'queue' || record.team === undefined) return false;
  return !isMyTeam(record, viewer) && viewer.desk.get(record.id)?.team !== 'all';
}

/** Whether a conversation is for a team this agent is in. */
export function isMyTeam(record: Conversation, { teams }: Pick<Viewer, 'teams'>): boolean {
  return teams.some(team => team.mine && team.id === record.team);
}

/** Whether the customer wrote something no agent has seen, where this agent or anybody is asked to answer. */
export function isUnread(record: Conversation, me: string): boolean {
  if (record.status === 'closed' || record.owner === 'bot') return false;
  if (record.owner === 'human' && record.assignee?.id !== me) return false;
  const { preview, marks, lastSeq } = record;
  // What the page tells after it is no message.
  return preview?.sender.kind === 'visitor' && marks.agent.read < (preview.seq ?? lastSeq);
}

function urgency(record: Conversation): number {
  if (record.owner === 'queue') return record.ownerReason === 'left_message' ? 2 : 0;
  return waitsSince(record) === null ? 3 : 1;
}

function since(record: Conversation): number {
  return waitsSince(record) ?? -record.updatedAt;
}
