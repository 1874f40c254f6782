import type { LogEvent } from '@handrail/protocol';

type Amending = LogEvent & { kind: 'edited' | 'deleted' };

const isAmending = (event: LogEvent): event is Amending => event.kind === 'edited' || event.kind === 'deleted';

/**
 * Events as they read after the edits and deletions in `by`: the server does the same to its log. Text that was replaced is
 * nowhere any more, so that no other tab can be told of it.
 */
export function amended(events: readonly LogEvent[], by: readonly LogEvent[]): readonly LogEvent[] {
  const amending = by.filter(isAmending);
  return amending.length === 0 ? events : events.map(event => amending.reduce(amendedBy, event));
}

function amendedBy(event: LogEvent, by: Amending): LogEvent {
  const { message, messageSeq } = by.body;
  if (event.kind === 'edited' && event.body.message === message && event.seq < by.seq)
    return { ...event, body: { message, messageSeq } };
  if (event.kind !== 'message' || event.seq !== messageSeq || event.id !== message) return event;
  if (by.kind === 'deleted') return { ...event, body: { text: '', deleted: by.at } };
  const { text, tree } = by.body;
  const { edited = 0, deleted } = event.body;
  // A page that was read later holds what came later.
  if (text === undefined || deleted !== undefined || edited > by.at) return event;
  return { ...event, body: { ...event.body, text, ...(tree ? { tree } : {}), edited: by.at } };
}
