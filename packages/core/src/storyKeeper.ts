import type { ArticleRead, Page, SearchMade, Story, Turn, Vote, VoteReason } from '@handrail/protocol';
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
  tell(turns: readonly BotTurn[], locale: string): Story;
  save(): { searches: readonly SearchMade[]; articles: readonly ArticleRead[] };
  load(saved: { searches?: readonly SearchMade[]; articles?: readonly ArticleRead[] }): void;
}

const MOST = 20;
const MOST_TURNS = 40;
const TEXT = 1_500;
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
    const dwell = last.dwell + Math.round((now() - openSince) / 1000);
    articles = [...articles.slice(0, -1), { ...last, dwell }];
    openSince = null;
  }

  return {
    searched(query, results) {
      const words = query.trim().slice(0, 200);
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
      const read = { id, title: title.slice(0, 200), at: now(), dwell: 0, ...(section ? { section } : {}) };
      articles = [...articles.filter(one => one.id !== id), read].slice(-MOST);
    },
    left,
    voted(article, vote, reasons, note) {
      articles = articles.map(read =>
        read.id === article
          ? { ...read, vote, ...(reasons.length > 0 ? { reasons: [...reasons] } : {}), ...(note ? { note } : {}) }
          : read,
      );
    },
    tell(turns, locale) {
      const page: Page = environment.page() ?? { url: '', title: '' };
      const story: Story = {
        page: {
          url: page.url.slice(0, 2048),
          title: page.title.slice(0, 200),
          ...(page.referrer ? { referrer: page.referrer.slice(0, 2048) } : {}),
        },
        locale,
        zone: environment.zone,
        device: environment.device,
        transcript: turns.slice(-MOST_TURNS).map(toTurn),
        searches: [...searches],
        articles: [...articles],
        attributes: [],
      };
      return fit(story);
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
    title: answer.title,
    ...(answer.section ? { section: answer.section } : {}),
    ...(answer.sectionTitle ? { sectionTitle: answer.sectionTitle } : {}),
    ...(answer.probability === undefined ? {} : { probability: answer.probability }),
  };
  return {
    id: turn.id,
    by: turn.by,
    text: turn.text.slice(0, TEXT) || '…',
    at: turn.at,
    ...(source ? { source } : {}),
    ...(turn.vote ? { vote: turn.vote } : {}),
    ...(turn.missed ? { missed: true } : {}),
  };
}

/** Drops the oldest turns until the story fits a frame; the newest say the most. */
function fit(story: Story): Story {
  let transcript = story.transcript;
  while (transcript.length > 1 && textBytes(JSON.stringify({ ...story, transcript })) > BYTES) {
    transcript = transcript.slice(1);
  }
  return { ...story, transcript };
}
