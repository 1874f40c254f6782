import type { LogEvent } from '@handrail/protocol';

/**
 * An event told apart from the feed: without its place in the site's log, because a client that took it for its cursor
 * would pass over what the feed has not brought yet.
 */
export function viewAside(kind: 'visitor' | 'agent', event: LogEvent): LogEvent {
  if (kind === 'visitor') return viewOfVisitor(event);
  const { rev: _ofTheFeed, ...rest } = event;
  return rest as LogEvent;
}

/** What a visitor may see of an event: a note keeps its place and nothing else, the site's own numbers stay inside. */
export function viewOfVisitor(event: LogEvent): LogEvent {
  if (event.kind !== 'note') {
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
