import type { Outcome, OutcomeReport } from '@handrail/protocol';
import type { Environment } from './environment.js';
import type { HandrailEventMap, HandrailEvents } from './events.js';

/** What keeping outcomes needs. */
export interface OutcomesParts {
  readonly environment: Pick<Environment, 'now' | 'fetch' | 'storage' | 'onSleep'>;
  readonly server: string;
  readonly site: string;
  /** Start of every key in storage. */
  readonly prefix: string;
  readonly newId: () => string;
  readonly locale: () => string;
}

/** Hears what happens and tells the server how each help session ended: in numbers, with no word anybody wrote. */
export interface Outcomes {
  hear(event: HandrailEventMap[keyof HandrailEvents]): void;
  /** Tells how the session ends, and forgets it: the next one is another person's. */
  forget(): void;
  /** Forgets the session and tells nobody. */
  drop(): void;
  stop(): void;
}

/** One help session so far. Plain JSON; kept between pages once there was a message. */
interface Session extends Pick<OutcomeReport, 'id' | 'kind' | 'n' | 'answers' | 'articles' | 'searches'> {
  /** When something happened last. */
  readonly at: number;
  readonly helped: boolean;
  readonly doubted: boolean;
  /** The last question found no answer. */
  readonly missed: boolean;
  readonly handed: boolean;
  readonly leftMessage: boolean;
  /** Surveys of the flow that were shown; `null` while there is no score. */
  readonly surveys?: Readonly<Record<string, number | null>>;
  /** Articles shown in this session. */
  readonly topics?: readonly string[];
  /** Articles of earlier sessions, with the time they were shown last. */
  readonly before?: Readonly<Record<string, number>>;
  /** One of them was shown again. */
  readonly again?: boolean;
  /** What the server knows. */
  readonly told: string | null;
}

/** Searches after so long are another session. */
const IDLE_MS = 30 * 60_000;

/** Who comes back for the same thing so long after was not helped. */
const RECONTACT_MS = 7 * 24 * 60 * 60_000;
/** Articles that are remembered. */
const MOST_TOPICS = 50;

/** What makes a chat of a session: a chat that was only opened is none. */
const ASKS: readonly (keyof HandrailEvents)[] = [
  'message:sent',
  'bot:answer',
  'bot:noanswer',
  'bot:vote',
  'handoff:requested',
  'form:submitted',
];

/**
 * One request for a session that ended: at its end, or when the page is left. A later outcome of the same session is told
 * once more; the server takes the highest `n`.
 */
export function createOutcomes(parts: OutcomesParts): Outcomes {
  const { now, fetch, storage, onSleep } = parts.environment;
  const key = `${parts.prefix}outcome`;
  let session: Session | null = null;

  const begin = (id = parts.newId()): Session => {
    const before = topicsOf(kept() ?? session, now());
    const nothing = { n: 0, answers: 0, articles: 0, searches: 0, told: null };
    const open = { helped: false, doubted: false, missed: false, handed: false, leftMessage: false };
    return { ...nothing, ...open, id, kind: 'search', at: now(), before };
  };
  const keep = (next: Session) => {
    session = next;
    // Who only searched leaves nothing in the browser.
    if (next.kind === 'chat') storage.set(key, JSON.stringify(next));
  };
  const kept = () => readSession(storage.get(key));
  /** What is known of a conversation; another tab may have gone on with it. */
  const known = (conversation: string): Session | null => {
    const all = [kept(), session].filter(one => one?.id === conversation);
    return all.sort((a, b) => (b?.n ?? 0) - (a?.n ?? 0) || (b?.at ?? 0) - (a?.at ?? 0))[0] ?? null;
  };
  /** What a search belongs to: the session of a moment ago. */
  const current = (): Session => {
    const latest = session?.kind === 'search' ? session : (kept() ?? session);
    if (latest && now() - latest.at <= IDLE_MS) return latest;
    report();
    return begin();
  };
  const ofConversation = (id: string): Session => {
    const found = known(id);
    if (found) return found;
    const before = current();
    // What was searched before the first message belongs to it.
    if (before.kind === 'search' && before.n === 0) return { ...before, id };
    report();
    return begin(id);
  };

  function report() {
    if (!session) return;
    const { id, kind, n, answers, articles, searches, told, again, surveys } = session;
    const outcome = outcomeOf(session);
    const word = JSON.stringify([outcome, again, surveys]);
    if (word === told || (kind === 'search' && articles + searches === 0)) return;
    keep({ ...session, n: n + 1, told: word });
    const counts = { answers, articles, searches };
    const more = { ...(again ? { again } : {}), ...(surveys ? { surveys } : {}) };
    const body: OutcomeReport = {
      site: parts.site,
      id,
      n: n + 1,
      kind,
      outcome,
      ...counts,
      ...more,
      locale: parts.locale(),
    };
    // As text it needs no question before, which a page that is being left could not wait for.
    const headers = { 'content-type': 'text/plain' };
    const url = `${parts.server}/api/v1/outcomes`;
    fetch(url, { method: 'POST', headers, body: JSON.stringify(body), keepalive: true }).catch(() => {
      if (session?.id === id && session.n === n + 1) keep({ ...session, n, told });
    });
  }

  const drop = () => {
    session = null;
    storage.remove(key);
  };
  const stopSleep = onSleep(report);
  return {
    hear(event) {
      const id = conversationOf(event);
      // The end of what this browser knows nothing of.
      if (event.type === 'conversation:end' && !known(id ?? '')) return;
      const next = after(id === null ? current() : ofConversation(id), event);
      if (next) keep({ ...next, kind: ASKS.includes(event.type) ? 'chat' : next.kind, at: now() });
      if (event.type === 'conversation:end' || event.type === 'bot:resolved') report();
    },
    forget() {
      report();
      drop();
    },
    drop,
    stop: stopSleep,
  };
}

function conversationOf({ type, data }: HandrailEventMap[keyof HandrailEvents]): string | null {
  if (type === 'conversation:start' || type === 'conversation:end') return (data as { id: string }).id;
  return (data as { conversation?: string }).conversation ?? null;
}

/** The session after something happened; `null` where it says nothing of how it ends. */
function after(session: Session, { type, data }: HandrailEventMap[keyof HandrailEvents]): Session | null {
  switch (type) {
    case 'search':
    case 'search:empty':
      return { ...session, searches: session.searches + 1 };
    case 'article:view':
      return { ...shown(session, [(data as { id: string }).id]), articles: session.articles + 1 };
    case 'bot:answer': {
      const { sources } = data as HandrailEvents['bot:answer'];
      const articles = sources.map(({ article }) => article);
      return { ...shown(session, articles), answers: session.answers + 1, missed: false };
    }
    case 'bot:noanswer':
      return { ...session, missed: true, helped: false };
    case 'article:vote':
    case 'bot:vote': {
      const helped = (data as { vote: 'yes' | 'no' }).vote === 'yes';
      return { ...session, helped, doubted: !helped };
    }
    case 'survey:shown':
    case 'survey:submitted':
      return asked(session, data as HandrailEvents['survey:shown'] & Partial<HandrailEvents['survey:submitted']>);
    case 'handoff:requested':
      return { ...session, handed: true };
    case 'form:submitted':
      return { ...session, leftMessage: true };
    case 'message:sent':
    case 'conversation:start':
    case 'bot:resolved':
    case 'conversation:end':
      return session;
    default:
      return null;
  }
}

/** Articles were shown: they are what the session is about. */
function shown(session: Session, articles: readonly string[]): Session {
  const { before = {}, topics = [], again = false } = session;
  const isAgain = articles.some(one => Object.hasOwn(before, one));
  const all = [...new Set([...topics, ...articles])].slice(-MOST_TOPICS);
  return { ...session, topics: all, ...(again || isAgain ? { again: true } : {}) };
}

/** Surveys after the end are in the log of the server. */
function asked(session: Session, told: { by: 'flow' | 'end'; survey: string; score?: number }): Session | null {
  if (told.by === 'end') return null;
  const { surveys = {} } = session;
  return { ...session, surveys: { ...surveys, [told.survey]: told.score ?? surveys[told.survey] ?? null } };
}

/** What a session leaves for the next ones to know: what it and those before it were about. */
function topicsOf(session: Session | null, now: number): Readonly<Record<string, number>> {
  if (!session) return {};
  const own = (session.topics ?? []).map(topic => [topic, session.at] as const);
  const all = [...Object.entries(session.before ?? {}), ...own].filter(([, at]) => now - at <= RECONTACT_MS);
  return Object.fromEntries(all.slice(-MOST_TOPICS));
}

function outcomeOf({ handed, leftMessage, helped, doubted, missed, answers, articles }: Session): Outcome {
  if (handed) return 'handed_over';
  if (leftMessage) return 'message_left';
  if (helped) return 'confirmed';
  return answers + articles > 0 && !doubted && !missed ? 'assumed' : 'abandoned';
}

function readSession(text: string | null): Session | null {
  try {
    const value = JSON.parse(text ?? 'null') as Session | null;
    return typeof value?.id === 'string' && typeof value.n === 'number' ? value : null;
  } catch {
    return null;
  }
}
