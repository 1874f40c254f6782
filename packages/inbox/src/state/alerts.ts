import type { Agent } from '@handrail/core/agent';
import type { Conversation } from '@handrail/protocol';
import { isForOthers, isUnread, type Viewer } from './lists.js';

/** Something an agent wants to be told about. */
export interface Alert {
  readonly kind: 'waiting' | 'message';
  readonly record: Conversation;
}

/**
 * Calls back for every customer who begins to wait for this agent, be it that another team was asked first, and for every message to
 * them. It compares the records of the server, not events of the log, so that reading an old log again tells nothing twice. Returns
 * the unsubscribe.
 */
export function watchAlerts(
  agent: Pick<Agent, '$conversations' | '$me' | '$teams' | '$desk'>,
  tell: (alert: Alert) => void,
): () => void {
  const { $conversations, $me, $teams, $desk } = agent;
  const seen = new Map<string, Seen>();
  let first = true;
  const look = () => {
    const records = $conversations.get();
    for (const record of records) {
      const before = seen.get(record.id);
      const waits = record.owner === 'queue' && !isForOthers(record, { teams: $teams.get(), desk: $desk.get() });
      seen.set(record.id, { record, waits });
      const alert = first ? null : alertOf(before, { record, waits }, $me.get()?.id ?? '');
      if (alert) tell(alert);
    }
    // The first list is what was there before this agent came.
    if (records.length > 0 || $me.get() !== null) first = false;
  };
  look();
  const stops = [$conversations.listen(look), $desk.listen(look)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What was known of a conversation, and whether it waited for this agent. */
interface Seen {
  readonly record: Conversation;
  readonly waits: boolean;
}

function alertOf(seen: Seen | undefined, { record, waits }: Seen, me: string): Alert | null {
  const before = seen?.record;
  if (record.status === 'closed') return null;
  if (record.owner === 'queue') return waits && !seen?.waits ? { kind: 'waiting', record } : null;
  const isNew = record.preview?.sender.kind === 'visitor' && record.preview.at !== before?.preview?.at;
  return isNew && record.owner === 'human' && record.assignee?.id === me ? { kind: 'message', record } : null;
}

/** What the title's badge counts: customers who wait for this agent, and their conversations with something unread. */
export function badge(records: readonly Conversation[], viewer: Viewer): number {
  const counts = (record: Conversation) =>
    record.owner === 'queue' ? !isForOthers(record, viewer) : isUnread(record, viewer.id);
  return records.filter(record => record.status === 'open' && counts(record)).length;
}
