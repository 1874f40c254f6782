import type { LogEvent } from '@handrail/protocol';
import { amended } from './amended.js';
import { lastSeq, type Thread } from './thread.js';

/** The thread afterwards; `gap` when events before this one are missing and must be fetched. */
export interface Applied {
  readonly thread: Thread;
  readonly gap: boolean;
  /** Events that entered the thread by this call, oldest first. */
  readonly entered: readonly LogEvent[];
}

/**
 * Puts one event of the log into its thread: already known, dropped; next, applied together with what was held; above
 * a gap, held. Edits and deletions change what is there. The only way an event gets into a store.
 */
export function applyEvent(thread: Thread, event: LogEvent): Applied {
  const last = lastSeq(thread);
  if (event.seq <= last) return { thread, gap: false, entered: [] };
  if (event.seq > last + 1) {
    const known = thread.held.some(held => held.seq === event.seq);
    const held = known ? thread.held : [...thread.held, event].sort((a, b) => a.seq - b.seq);
    return { thread: { ...thread, held }, gap: true, entered: [] };
  }
  const entered = [event];
  let next = event.seq + 1;
  for (const held of thread.held) {
    if (held.seq === next) {
      entered.push(held);
      next += 1;
    }
  }
  const held = thread.held.filter(waiting => waiting.seq >= next);
  const events = amended([...thread.events, ...entered], entered);
  return { thread: { ...thread, events, held }, gap: held.length > 0, entered: events.slice(-entered.length) };
}
