import type { LogEvent } from '@handrail/protocol';

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
