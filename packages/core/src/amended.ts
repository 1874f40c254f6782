import type { LogEvent } from '@handrail/protocol';

/**
 * Events as they read after the edits and deletions in `by`: the server does the same to its log. Text that was replaced is
 * nowhere any more, so that no other tab can be told of it.
 */
export function amended(events: readonly LogEvent[], by: readonly LogEvent[]): readonly LogEvent[] {
  return by.reduce((now, one) => {
    if (one.kind !== 'edited' && one.kind !== 'deleted') return now;
    return now.map(event => amendedBy(event, one));
  }, events);
}

function amendedBy(event: LogEvent, by: LogEvent & { kind: 'edited' | 'deleted' }): LogEvent {
  const { body, at } = by;
  const { message, messageSeq } = body;
  if (event.kind === 'edited' && event.body.messageSeq === messageSeq && event.seq < by.seq)
    return { ...event, body: { message, messageSeq } };
  if (event.kind !== 'message' || event.seq !== messageSeq) return event;
  if (by.kind === 'deleted') return { ...event, body: { text: '', deleted: at } };
  const { text, tree } = by.body;
  // A page that was read later holds what came later.
  if (text === undefined || (event.body.deleted ?? event.body.edited ?? 0) > at) return event;
  return { ...event, body: { ...event.body, text, edited: at, ...(tree ? { tree } : {}) } };
}
