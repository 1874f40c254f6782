import type { SurveyKind } from '@handrail/flow';
import type { Article, ArticleSummary, Found } from '@handrail/knowledge';
import type { Availability, Conversation, Owner } from '@handrail/protocol';
import { atom, computed, type ReadableAtom, type WritableAtom } from 'nanostores';
import { ALL_CONSENT, type Consent } from './consent.js';
import type { IdentityState } from './identity/person.js';
import type { Unsent } from './outbox.js';
import type { Connection } from './session.js';
import type { Thread } from './thread.js';
import type { TimelineItem } from './timeline.js';

/** State of the search on screen. */
export interface SearchState {
  readonly query: string;
  readonly state: 'idle' | 'searching' | 'done' | 'failed';
  readonly result: Found | null;
}

/** The article on screen. */
export interface ArticleState {
  readonly id: string;
  readonly section: string | null;
  readonly state: 'loading' | 'ready' | 'failed' | 'missing';
  readonly article: Article | null;
  /** The customer's verdict in this visit. */
  readonly vote: 'yes' | 'no' | null;
}

/** The contact form: open while `reason` is set, with what it starts from. */
export interface ContactState {
  readonly reason: 'away' | 'offline' | 'failed' | 'chosen';
  readonly text: string;
}

/** What the contact form begins with, as the page knows it. */
export interface Prefill {
  readonly email?: string;
  readonly name?: string;
  readonly order?: string;
  readonly text?: string;
}

/** A line in the list of conversations. */
export interface ConversationLine {
  readonly id: string;
  readonly owner: Owner;
  readonly status: 'open' | 'closed';
  readonly agent?: string;
  /** Empty where the newest message only brought files, or was taken back. */
  readonly text: string;
  readonly deleted?: true;
  readonly files?: number;
  readonly at: number;
  readonly unread: number;
}

/** A score that is asked for and not given yet. */
export interface SurveyState {
  readonly conversation: string;
  readonly survey: SurveyKind;
  /** Answered by `choose`, with the score as text, where the flow asks; by `submitSurvey` after the end. */
  readonly by: 'flow' | 'end';
  readonly from: number;
  readonly to: number;
}

/** Writable state; the client's face shows it read-only. */
export function createStores(locale: string) {
  const $connection = atom<Connection>({ state: 'idle' });
  const $availability = atom<Availability | null>(null);
  const $threads = atom<ReadonlyMap<string, Thread>>(new Map());
  const $current = atom<string | null>(null);
  const $unsent = atom<readonly Unsent[]>([]);
  const $thread = computed([$threads, $current], (threads, id) => (id === null ? null : (threads.get(id) ?? null)));
  /** Filled by the conversation part. */
  const $messages = atom<readonly TimelineItem[]>([]);
  const $conversation: ReadableAtom<Conversation | null> = computed($thread, thread => thread?.record ?? null);
  const $conversations = computed($threads, threads =>
    [...threads.values()]
      .map(toLine)
      .filter(line => line !== null)
      .sort((a, b) => b.at - a.at),
  );
  return {
    $connection,
    $availability,
    $threads,
    $current,
    $unsent,
    $thread,
    $messages,
    $conversation,
    $conversations,
    $owner: computed($thread, (thread): Owner => thread?.record?.owner ?? 'bot'),
    /** Whether the log on screen has an earlier part; see `loadOlder`. */
    $hasOlder: computed($thread, thread => (thread?.start ?? 0) > 0),
    $typing: computed($thread, thread => thread?.typing ?? null),
    $queue: computed($thread, thread => (thread?.record?.owner === 'queue' ? thread.queue : null)),
    $unread: computed($conversations, lines => lines.reduce((sum, line) => sum + line.unread, 0)),
    $thinking: atom(false),
    /** Part of each file on its way that is on the server, from 0 to 1, by the file's id. */
    $uploads: atom<ReadonlyMap<string, number>>(new Map()),
    $draft: atom(''),
    $search: atom<SearchState>({ query: '', state: 'idle', result: null }) as WritableAtom<SearchState>,
    $article: atom<ArticleState | null>(null),
    $contact: atom<ContactState | null>(null),
    /** What the page filled in for the customer. */
    $prefill: atom<Prefill>({}),
    /** Articles for this page; `null` before a screen asked for them. */
    $suggestions: atom<readonly ArticleSummary[] | null>(null),
    /** The score that is asked for, or `null`. */
    $survey: atom<SurveyState | null>(null),
    /** Whose line to the server this tab uses: `none` while there is none, its `own`, or the `shared` one of another tab. */
    $tabs: computed($connection, now => (now.state !== 'online' ? 'none' : now.transport === 'tab' ? 'shared' : 'own')),
    /** What the customer agreed to. */
    $consent: atom<Consent>(ALL_CONSENT),
    $locale: atom(locale),
    /** Who the customer is, while the page says so. */
    $identity: atom<IdentityState | null>(null),
  };
}

/** All stores of one client. */
export type Stores = ReturnType<typeof createStores>;

function toLine(thread: Thread): ConversationLine | null {
  const { record } = thread;
  const lastTurn = thread.turns[thread.turns.length - 1];
  if (!record) {
    if (!lastTurn) return null;
    return { id: thread.id, owner: 'bot', status: 'open', text: lastTurn.text, at: lastTurn.at, unread: 0 };
  }
  const read = record.marks.visitor.read;
  const unread = thread.events.filter(
    event => event.kind === 'message' && event.sender.kind === 'agent' && event.seq > read && !event.body.deleted,
  ).length;
  return {
    id: thread.id,
    owner: record.owner,
    status: record.status,
    ...(record.assignee ? { agent: record.assignee.name } : {}),
    text: record.preview?.text ?? record.subject,
    ...(record.preview?.deleted ? { deleted: true } : {}),
    ...(record.preview?.files ? { files: record.preview.files } : {}),
    at: record.updatedAt,
    unread,
  };
}
