import type { ArticleRead, Attribute, Page, SearchMade, Story, Turn, Vote, VoteReason } from '@handrail/protocol';
import { cutText } from './cutText.js';
import type { Environment } from './environment.js';
import { textBytes } from './textBytes.js';
import type { BotTurn } from './thread.js';

/** What a customer did before asking for a person. Kept in memory until there is a first message. */
export interface StoryKeeper {
  searched(query: string, results: number): void;
  opened(article: { id: string; title: string; section: string | null }, fromSearch: boolean): void;
  left(): void;
  voted(article: string, vote: Vote, reasons: readonly VoteReason[], note: string | undefined): void;
  /** Everything so far, cut to what a handoff may carry. */
  tell(turns: readonly BotTurn[], locale: string, attributes?: readonly Attribute[]): Story;
  save(): { searches: readonly SearchMade[]; articles: readonly ArticleRead[] };
  /** Forgets everything: the next person at this page is another one. */
  clear(): void;
  load(saved: { searches?: readonly SearchMade[]; articles?: readonly ArticleRead[] }): void;
}

const MOST = 20;
const MOST_TURNS = 40;
/** Characters of a text, a note, a name, an address; the last three are the protocol's. */
const TEXT = 1_500;
const NOTE = 1_000;
const SHORT = 200;
const ADDRESS = 2_048;
/** Bytes of UTF-8 a story may have on the wire; below the server's limit of 48 KiB. */
const BYTES = 44 * 1024;

/** Remembers searches and articles of this visit. */
export function createStoryKeeper(environment: Pick<Environment, 'now' | 'page' | 'zone' | 'device'>): StoryKeeper {
  let searches: SearchMade[] = [];
  let articles: ArticleRead[] = [];
  let openSince: number | null = null;
  const now = environment.now;

  function left() {
    const last = articles[articles.length - 1];
    if (!last || openSince === null) return;
    const dwell = last.dwell + Math.max(0, Math.round((now() - openSince) / 1000));
    articles = [...articles.slice(0, -1), { ...last, dwell }];
    openSince = null;
  }

  return {
    searched(query, results) {
      const words = cutText(query.trim(), SHORT);
      if (words === '') return;
      const last = searches[searches.length - 1];
      // While somebody types, each query continues the one before; only the last of them was meant.
      const continues = last && !last.opened && (words.startsWith(last.query) || last.query.startsWith(words));
      searches = [...(continues ? searches.slice(0, -1) : searches), { query: words, at: now(), results }].slice(-MOST);
    },
    opened({ id, title, section }, fromSearch) {
      left();
      openSince = now();
      const last = searches[searches.length - 1];
      if (fromSearch && last) searches = [...searches.slice(0, -1), { ...last, opened: id }];
      const read = { id, title: cutText(title, SHORT), at: now(), dwell: 0, ...(section ? { section } : {}) };
      articles = [...articles.filter(one => one.id !== id), read].slice(-MOST);
    },
    left,
    voted(article, vote, reasons, note) {
      articles = articles.map(read =>
        read.id === article
          ? {
              ...read,
              vote,
              ...(reasons.length > 0 ? { reasons: [...new Set(reasons)] } : {}),
              ...(note ? { note: cutText(note, NOTE) } : {}),
            }
          : read,
      );
    },
    tell(turns, locale, attributes = []) {
      const page: Page = environment.page() ?? { url: '', title: '' };
      const story: Story = {
        page: {
          url: cutText(page.url, ADDRESS),
          title: cutText(page.title, SHORT),
          ...(page.referrer ? { referrer: cutText(page.referrer, ADDRESS) } : {}),
        },
        locale,
        zone: environment.zone,
        device: environment.device,
        transcript: turns.slice(-MOST_TURNS).map(toTurn),
        searches: [...searches],
        articles: [...articles],
        attributes: [...attributes],
      };
      return fit(story);
    },
    clear() {
      searches = [];
      articles = [];
      openSince = null;
    },
    save: () => ({ searches, articles }),
    load(saved) {
      searches = [...(saved.searches ?? []), ...searches].slice(-MOST);
      articles = [...(saved.articles ?? []), ...articles].slice(-MOST);
    },
  };
}

function toTurn(turn: BotTurn): Turn {
  const { answer } = turn;
  const source = answer && {
    article: answer.article,
    title: cutText(answer.title, SHORT),
    ...(answer.section ? { section: answer.section } : {}),
    ...(answer.sectionTitle ? { sectionTitle: cutText(answer.sectionTitle, SHORT) } : {}),
    ...(answer.probability === undefined ? {} : { probability: answer.probability }),
  };
  return {
    id: turn.id,
    by: turn.by,
    text: cutText(turn.text, TEXT) || '…',
    at: turn.at,
    ...(source ? { source } : {}),
    ...(turn.vote ? { vote: turn.vote } : {}),
    ...(turn.missed ? { missed: true } : {}),
  };
}

/** Drops the oldest turns, then articles, then searches until the story fits a frame; the newest say the most. */
function fit(story: Story): Story {
  let fitting = story;
  while (textBytes(JSON.stringify(fitting)) > BYTES) {
    const { transcript, articles, searches } = fitting;
    if (transcript.length > 1) fitting = { ...fitting, transcript: transcript.slice(1) };
    else if (articles.length > 0) fitting = { ...fitting, articles: articles.slice(1) };
    else if (searches.length > 0) fitting = { ...fitting, searches: searches.slice(1) };
    else break;
  }
  return fitting;
}
