import type { Conversation, LogEvent } from '@handrail/protocol';

/**
 * An event told apart from the feed: without its place in the site's log, because a client that took it for its cursor
 * would pass over what the feed has not brought yet.
 */
export function viewAside(kind: 'visitor' | 'agent', event: LogEvent): LogEvent {
  if (kind === 'visitor') return viewOfVisitor(event);
  const { rev: _ofTheFeed, ...rest } = event;
  return rest as LogEvent;
}

/**
 * What a visitor may see of an event: a note, and what agents file the conversation under, keep their place and nothing else; the
 * site's own numbers stay inside.
 */
export function viewOfVisitor(event: LogEvent): LogEvent {
  if (!isOfTheTeam(event)) {
    const { rev: _inside, ...rest } = event;
    return rest as LogEvent;
  }
  return {
    id: `hidden-${event.seq}`,
    conversation: event.conversation,
    seq: event.seq,
    at: event.at,
    sender: { kind: 'system', id: 'hidden' },
    kind: 'hidden',
    body: {},
  };
}

/** A record told apart from the feed. */
export function recordAside(kind: 'visitor' | 'agent', record: Conversation): Conversation {
  return kind === 'visitor' ? recordOfVisitor(record) : record;
}

/** What a visitor may see of the record: not its tags, which are the team's words about the conversation. */
export function recordOfVisitor(record: Conversation): Conversation {
  if (record.tags === undefined) return record;
  const { tags: _ofTheTeam, ...rest } = record;
  return rest;
}

const isOfTheTeam = ({ kind, sender }: LogEvent) => kind === 'note' || (kind === 'context' && sender.kind === 'agent');
