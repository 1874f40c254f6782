import type { Conversation } from '@handrail/protocol';
import type { WritableAtom } from 'nanostores';
import { emptyThread, type Thread } from './thread.js';

/** Reads and changes threads in the store; nothing else writes there. */
export interface Threads {
  get(id: string): Thread | undefined;
  all(): readonly Thread[];
  /** Changes a thread, making it when there is none. */
  change(id: string, change: (thread: Thread) => Thread): void;
  /** Changes a thread unless it was forgotten meanwhile. */
  alter(id: string, change: (thread: Thread) => Thread): void;
  /** Changes several threads at once. */
  changeAll(change: (threads: Map<string, Thread>) => void): void;
  /** Takes the server's records, unless a newer one is there. */
  records(records: readonly Conversation[]): void;
  /** Forgets the log of a conversation, to read it again from the start. */
  reset(id: string): void;
  clear(): void;
}

/** Wraps the store of threads. */
export function createThreads($threads: WritableAtom<ReadonlyMap<string, Thread>>, now: () => number): Threads {
  const get = (id: string) => $threads.get().get(id);
  const change: Threads['change'] = (id, run) => {
    const before = get(id) ?? emptyThread(id, now());
    const after = run(before);
    if (after !== get(id)) $threads.set(new Map($threads.get()).set(id, after));
  };
  const changeAll: Threads['changeAll'] = run => {
    const next = new Map($threads.get());
    run(next);
    $threads.set(next);
  };
  return {
    get,
    change,
    alter(id, run) {
      if (get(id)) change(id, run);
    },
    all: () => [...$threads.get().values()],
    changeAll,
    records: records =>
      changeAll(next => {
        for (const record of records) {
          const before = next.get(record.id) ?? emptyThread(record.id, record.createdAt);
          if (before.record && before.record.lastSeq > record.lastSeq) continue;
          const queue = record.owner === 'queue' ? before.queue : null;
          next.set(record.id, { ...before, queue, record: keepMarks(before.record, record) });
        }
      }),
    reset: id => change(id, thread => ({ ...thread, record: null, start: 0, events: [], held: [] })),
    clear: () => $threads.set(new Map()),
  };
}

/** Marks are counters outside the log: a record made before the newest of them must not turn them back. */
function keepMarks(before: Conversation | null, record: Conversation): Conversation {
  if (!before) return record;
  const further = (side: 'visitor' | 'agent') => ({
    delivered: Math.max(before.marks[side].delivered, record.marks[side].delivered),
    read: Math.max(before.marks[side].read, record.marks[side].read),
  });
  return { ...record, marks: { visitor: further('visitor'), agent: further('agent') } };
}
