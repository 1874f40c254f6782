import type { ClientFrame, ServerFrame } from '@handrail/protocol';
import { lastSeq } from './thread.js';
import type { Threads } from './threads.js';

/** What filling gaps needs. */
export interface GapsParts {
  readonly threads: Pick<Threads, 'get' | 'all'>;
  readonly send: (frame: ClientFrame) => boolean;
  readonly later: (run: () => void, ms: number) => void;
}

/** Reads what is missing of a log. The only place that sends `fetch`. */
export interface Gaps {
  /** Asks for what follows what is known, unless the answer to that is under way. */
  fill(conversation: string): void;
  /** Events came; `entered` are the conversations they brought further. */
  came(frame: ServerFrame & { t: 'events' }, entered: ReadonlySet<string>): void;
  /** The server could not answer now, or not at all. */
  refused(frame: ServerFrame & { t: 'error' }): void;
  /** A new connection: what was asked on the old one is not answered any more. */
  restart(): void;
  /** Asks for whatever is known to be missing, for connections whose cursor is not a place in each log. */
  fillAll(): void;
}

/** Fetches a server answers at once. */
const AT_ONCE = 4;

/** Conversations wait for their turn; each is asked for once at a time. */
export function createGaps({ threads, send, later }: GapsParts): Gaps {
  const wanted = new Set<string>();
  const asked = new Set<string>();

  function pump() {
    for (const conversation of wanted) {
      if (asked.size >= AT_ONCE) return;
      const thread = threads.get(conversation);
      wanted.delete(conversation);
      if (send({ t: 'fetch', conversation, after: thread ? lastSeq(thread) : 0 })) asked.add(conversation);
    }
  }
  const fill = (conversation: string) => {
    if (asked.has(conversation)) return;
    wanted.add(conversation);
    pump();
  };

  return {
    fill,
    came({ events, conversations }, entered) {
      for (const { id } of conversations) {
        // An event above a gap is news, not the answer.
        const isNews = events.some(event => event.conversation === id) && !entered.has(id);
        if (!isNews) asked.delete(id);
      }
      pump();
    },
    refused({ code, retryAfter = 1 }) {
      if (code !== 'rate_limited') {
        asked.clear();
        return pump();
      }
      later(() => {
        for (const conversation of asked) wanted.add(conversation);
        asked.clear();
        pump();
      }, retryAfter * 1000);
    },
    restart() {
      wanted.clear();
      asked.clear();
    },
    fillAll() {
      for (const thread of threads.all()) {
        const cutShort = thread.events.length > 0 && lastSeq(thread) < (thread.record?.lastSeq ?? 0);
        if (thread.held.length > 0 || cutShort) fill(thread.id);
      }
    },
  };
}
