import type { FlowState } from '@handrail/flow';
import type { ArticleRead, Conversation, SearchMade } from '@handrail/protocol';
import type { Storage } from './storage/storage.js';
import type { BotTurn, Thread } from './thread.js';
import { emptyThread } from './thread.js';

/** A conversation as this browser keeps it between pages. The log itself stays on the server. */
interface KeptThread {
  readonly id: string;
  readonly createdAt: number;
  readonly turns: readonly BotTurn[];
  readonly flow: FlowState | null;
  /** The server's last word on it; `null` while the conversation lives in the page only. */
  readonly record: Conversation | null;
}

/** What this browser keeps between pages, once there was a first message. */
export interface KeptState {
  readonly format: 1;
  readonly current: string | null;
  readonly threads: readonly KeptThread[];
  readonly searches: readonly SearchMade[];
  readonly articles: readonly ArticleRead[];
}

/** Conversations kept, newest first. */
const MOST_THREADS = 5;
/** Bot turns kept per conversation. */
const MOST_TURNS = 60;

/** Reads what an earlier page kept; `null` when there is nothing, or nothing readable. */
export function readState(storage: Storage, key: string): KeptState | null {
  try {
    const value = JSON.parse(storage.get(key) ?? 'null') as KeptState | null;
    if (value?.format !== 1 || !Array.isArray(value.threads)) return null;
    return {
      format: 1,
      current: typeof value.current === 'string' ? value.current : null,
      threads: value.threads
        .filter(isKept)
        .map(kept => ({ ...kept, flow: kept.flow ?? null, record: kept.record ?? null })),
      searches: Array.isArray(value.searches) ? value.searches : [],
      articles: Array.isArray(value.articles) ? value.articles : [],
    };
  } catch {
    return null;
  }
}

function isKept(value: Partial<KeptThread> | null): value is KeptThread {
  return typeof value?.id === 'string' && typeof value.createdAt === 'number' && Array.isArray(value.turns);
}

/** Writes it; the newest conversations only. */
export function writeState(
  storage: Storage,
  key: string,
  threads: readonly Thread[],
  rest: Omit<KeptState, 'format' | 'threads'>,
): void {
  const newest = [...threads].sort((a, b) => b.createdAt - a.createdAt).slice(0, MOST_THREADS);
  const kept = newest.map(thread => ({
    id: thread.id,
    createdAt: thread.createdAt,
    turns: thread.turns.slice(-MOST_TURNS),
    flow: thread.flow,
    record: thread.record,
  }));
  storage.set(key, JSON.stringify({ format: 1, threads: kept, ...rest } satisfies KeptState));
}

/** Threads as they were kept; their logs follow from the server. */
export function toThreads(state: KeptState): Map<string, Thread> {
  return new Map(state.threads.map(kept => [kept.id, toThread(kept)]));
}

/**
 * What another page of this browser kept, added to what this one knows: turns by their ids in the order they were said,
 * and the flow of the page that is further. The same map when there is nothing new.
 */
export function mergeThreads(known: ReadonlyMap<string, Thread>, state: KeptState): ReadonlyMap<string, Thread> {
  const news = state.threads
    .map(kept => [kept.id, merge(known.get(kept.id), kept)] as const)
    .filter(([id, thread]) => thread !== known.get(id));
  return news.length === 0 ? known : new Map([...known, ...news]);
}

function merge(thread: Thread | undefined, kept: KeptThread): Thread {
  if (!thread) return toThread(kept);
  const ids = new Set(thread.turns.map(turn => turn.id));
  const more = kept.turns.filter(turn => !ids.has(turn.id));
  const record = thread.record ?? kept.record;
  if (more.length === 0) return record === thread.record ? thread : { ...thread, record };
  const turns = [...thread.turns, ...more].sort((a, b) => a.at - b.at);
  return { ...thread, record, turns, flow: kept.flow ?? thread.flow };
}

function toThread({ id, createdAt, turns, flow, record }: KeptThread): Thread {
  return { ...emptyThread(id, createdAt), turns, flow, record };
}
