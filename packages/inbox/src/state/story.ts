import type { Thread } from '@handrail/core';
import type {
  ArticleRead,
  Contact,
  LogEvent,
  OwnerReason,
  PageVisit,
  SearchMade,
  Story,
  TrackedEvent,
  Turn,
  Vote,
  VoteReason,
} from '@handrail/protocol';

/** One thing the customer did before a person came. */
export type Step =
  | { readonly kind: 'search'; readonly at: number; readonly search: SearchMade; readonly opened?: string }
  | { readonly kind: 'article'; readonly at: number; readonly article: ArticleRead }
  | { readonly kind: 'missed'; readonly at: number; readonly text: string }
  | {
      readonly kind: 'vote';
      readonly at: number;
      readonly vote: Vote;
      readonly title?: string;
      readonly reasons: readonly VoteReason[];
      readonly remark?: string;
    }
  /** Told by the site's own code: something the customer did, a page they were on. */
  | { readonly kind: 'did'; readonly at: number; readonly event: TrackedEvent }
  | { readonly kind: 'page'; readonly at: number; readonly page: PageVisit }
  | { readonly kind: 'asked'; readonly at: number; readonly reason: OwnerReason };

/** Everything the handoffs of one conversation told, put together. */
export interface WholeStory {
  /** The newest word on page, language, device and attributes. */
  readonly now: Story;
  readonly steps: readonly Step[];
  /** From the first step to the first time a person was asked for, in ms; `null` when either is missing. */
  readonly took: number | null;
  readonly forms: readonly { readonly id: string; readonly at: number; readonly contact: Contact }[];
  readonly csat: { readonly score: number; readonly comment?: string } | null;
}

/** Reads the story out of a conversation's log; `null` while the log is not here or tells none. */
export function wholeStory(thread: Thread): WholeStory | null {
  const stories = thread.events.flatMap(storyOf);
  const newest = stories.at(-1);
  if (!newest) return null;
  const now = { ...newest, attributes: attributesOf(newest, thread.events) };
  const turns = unique(
    stories.flatMap(story => story.transcript),
    turn => turn.id,
  );
  const articles = unique(
    stories.flatMap(story => story.articles),
    read => `${read.id} ${read.section ?? ''} ${read.at}`,
  );
  const searches = unique(
    stories.flatMap(story => story.searches),
    made => `${made.query} ${made.at}`,
  );
  const asked = thread.events.flatMap(askedStep);
  const steps = [
    ...searches.map((search): Step => searchStep(search, articles)),
    ...articles.map((article): Step => ({ kind: 'article', at: article.at, article })),
    ...botSteps(turns, thread.events),
    ...contextSteps(stories, thread.events),
    ...asked,
  ].sort((a, b) => a.at - b.at);
  const first = steps[0];
  const end = asked[0];
  return {
    now,
    steps,
    took: first && end && end.at > first.at ? end.at - first.at : null,
    forms: thread.events.flatMap(event =>
      event.kind === 'form' ? [{ id: event.id, at: event.at, contact: event.body.contact }] : [],
    ),
    csat: csatOf(thread),
  };
}

/** A customer who signed in after the story was told is known since; what the page said before stays what it is. */
function attributesOf({ attributes }: Story, events: readonly LogEvent[]): Story['attributes'] {
  const known = events.findLast(event => event.kind === 'identified');
  if (known?.kind !== 'identified' || attributes.some(({ verified }) => verified)) return attributes;
  return [...known.body.attributes, ...attributes];
}

function storyOf(event: LogEvent): Story[] {
  if (event.kind === 'started') return [event.body.story];
  return event.kind === 'owner' && event.body.story ? [event.body.story] : [];
}

/** What the page told before, with the stories, and while the conversation went on. */
function contextSteps(stories: readonly Story[], log: readonly LogEvent[]): Step[] {
  const told = [...stories, ...log.flatMap(event => (event.kind === 'context' ? [event.body] : []))];
  const events = unique(
    told.flatMap(({ events = [] }) => events),
    event => `${event.name} ${event.at}`,
  );
  const pages = unique(
    told.flatMap(({ pages = [] }) => pages),
    page => `${page.url} ${page.at}`,
  );
  return [
    ...events.map((event): Step => ({ kind: 'did', at: event.at, event })),
    ...pages.map((page): Step => ({ kind: 'page', at: page.at, page })),
  ];
}

function askedStep(event: LogEvent): Step[] {
  if (event.kind !== 'owner' || event.body.owner !== 'queue') return [];
  return [{ kind: 'asked', at: event.at, reason: event.body.reason }];
}

function searchStep(search: SearchMade, articles: readonly ArticleRead[]): Step {
  const { opened } = search;
  if (opened === undefined) return { kind: 'search', at: search.at, search };
  const title = articles.find(article => article.id === opened)?.title ?? opened;
  return { kind: 'search', at: search.at, search, opened: title };
}

/** Turns without an answer, and verdicts: those of the log, which carry reasons, before those of the page. */
function botSteps(turns: readonly Turn[], events: readonly LogEvent[]): Step[] {
  const titles = new Map(turns.map(turn => [turn.id, turn.source?.title]));
  for (const event of events) if (event.kind === 'message') titles.set(event.id, event.body.source?.title);
  const voted = new Set<string>();
  const votes = events.flatMap((event): Step[] => {
    if (event.kind !== 'vote') return [];
    const { message, vote, reasons = [], note } = event.body;
    voted.add(message);
    return [
      { kind: 'vote', at: event.at, vote, reasons, ...titled(titles.get(message)), ...(note ? { remark: note } : {}) },
    ];
  });
  const reported = turns.flatMap((turn, index): Step[] => {
    const asked = turns.slice(0, index).findLast(before => before.by === 'visitor');
    const missed: Step[] = turn.missed ? [{ kind: 'missed', at: turn.at, text: asked?.text ?? turn.text }] : [];
    if (turn.vote === undefined || voted.has(turn.id)) return missed;
    return [...missed, { kind: 'vote', at: turn.at, vote: turn.vote, reasons: [], ...titled(turn.source?.title) }];
  });
  return [...votes, ...reported];
}

const titled = (title: string | undefined) => (title === undefined ? {} : { title });

function csatOf({ record, events }: Thread): WholeStory['csat'] {
  const survey = events.findLast(event => event.kind === 'survey');
  const given = survey?.kind === 'survey' ? survey.body : record?.csat;
  return given ? { score: given.score, ...(given.comment ? { comment: given.comment } : {}) } : null;
}

/** One of each; a later story knows more of the same thing, such as how long it was read. */
function unique<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map(all.map(one => [key(one), one])).values()];
}
