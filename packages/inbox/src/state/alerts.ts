import type { Agent } from '@handrail/core/agent';
import type { Conversation } from '@handrail/protocol';
import { isUnread } from './lists.js';

/** Something an agent wants to be told about. */
export interface Alert {
  readonly kind: 'waiting' | 'message';
  readonly record: Conversation;
}

/**
 * Calls back for every customer who begins to wait and for every message to this agent. It compares the records of
 * the server, not events of the log, so that reading an old log again tells nothing twice. Returns the unsubscribe.
 */
export function watchAlerts(agent: Pick<Agent, '$conversations' | '$me'>, tell: (alert: Alert) => void): () => void {
  const seen = new Map<string, Conversation>();
  let first = true;
  return agent.$conversations.subscribe(records => {
    for (const record of records) {
      const before = seen.get(record.id);
      seen.set(record.id, record);
      const alert = first ? null : alertOf(before, record, agent.$me.get()?.id ?? '');
      if (alert) tell(alert);
    }
    // The first list is what was there before this agent came.
    if (records.length > 0 || agent.$me.get() !== null) first = false;
  });
}

function alertOf(before: Conversation | undefined, record: Conversation, me: string): Alert | null {
  if (record.status === 'closed') return null;
  if (record.owner === 'queue') return before?.owner === 'queue' ? null : { kind: 'waiting', record };
  const isNew = record.preview?.sender.kind === 'visitor' && record.preview.at !== before?.preview?.at;
  return isNew && record.owner === 'human' && record.assignee?.id === me ? { kind: 'message', record } : null;
}

/** What the title's badge counts: customers who wait, and conversations of this agent with something unread. */
export function badge(records: readonly Conversation[], me: string): number {
  return records.filter(record => record.status === 'open' && (record.owner === 'queue' || isUnread(record, me)))
    .length;
}
