import type { AgentTeam, Conversation, DeskNote, You } from '@handrail/protocol';
import { atom, computed } from 'nanostores';
import type { Unsent } from '../outbox.js';
import type { Connection } from '../session.js';
import type { Thread } from '../thread.js';
import { type TimelineItem, timeline } from '../timeline.js';

/** A person of the team and whether they take conversations now. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly available: boolean;
}

/** State of the agents' side. */
export function createAgentStores() {
  const $connection = atom<Connection>({ state: 'idle' });
  const $threads = atom<ReadonlyMap<string, Thread>>(new Map());
  const $unsent = atom<readonly Unsent[]>([]);
  const $current = atom<string | null>(null);
  const $thread = computed([$threads, $current], (threads, id) => threads.get(id ?? '') ?? null);
  return {
    $connection,
    $threads,
    $unsent,
    /** Conversation on screen. */
    $current,
    $thread,
    /** Every conversation known, newest change first. */
    $conversations: computed($threads, threads =>
      [...threads.values()]
        .map(thread => thread.record)
        .filter((record): record is Conversation => record !== null)
        .sort((a, b) => b.updatedAt - a.updatedAt),
    ),
    $messages: computed([$thread, $unsent, $connection], (thread, unsent, connection): readonly TimelineItem[] =>
      thread ? timeline(thread, unsent, connection.state === 'online') : [],
    ),
    /** Part of each file on its way that is on the server, from 0 to 1, by the file's id. */
    $uploads: atom<ReadonlyMap<string, number>>(new Map()),
    $me: atom<You | null>(null),
    $available: atom(true),
    /** By conversation: when an answer is due, and for whom it is meant; what is not in it is neither. */
    $desk: atom<ReadonlyMap<string, DeskNote>>(new Map()),
    /** The site's teams, and whether this agent is in them. */
    $teams: atom<readonly AgentTeam[]>([]),
    $colleagues: atom<readonly Colleague[]>([]),
  };
}

/** All stores of one agent client. */
export type AgentStores = ReturnType<typeof createAgentStores>;
