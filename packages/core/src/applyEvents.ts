import type { LogEvent } from '@handrail/protocol';
import { applyEvent } from './applyEvent.js';
import { emptyThread } from './thread.js';
import type { Threads } from './threads.js';

/** Applies events in one change of the store; answers what entered and which threads have a gap. */
export function applyEvents(
  threads: Pick<Threads, 'changeAll'>,
  events: readonly LogEvent[],
): { entered: readonly LogEvent[]; gaps: readonly string[] } {
  const entered: LogEvent[] = [];
  const gaps = new Set<string>();
  threads.changeAll(next => {
    for (const event of events) {
      const before = next.get(event.conversation) ?? emptyThread(event.conversation, event.at);
      const applied = applyEvent(before, event);
      next.set(event.conversation, applied.thread);
      entered.push(...applied.entered);
      if (applied.gap) gaps.add(event.conversation);
      else gaps.delete(event.conversation);
    }
  });
  return { entered, gaps: [...gaps] };
}
