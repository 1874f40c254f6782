import type { ArticleRead, SearchMade, Vote, VoteReason } from '@handrail/protocol';
import { cutText } from './cutText.js';
import type { Environment } from './environment.js';

/** What a customer searched and read. */
export interface Told {
  readonly searches: readonly SearchMade[];
  readonly articles: readonly ArticleRead[];
  /** What the page said of its customer, by name. */
  readonly said?: Readonly<Record<string, string>>;
}

/** What a customer did before asking for a person. Kept in memory until there is a first message. */
export interface StoryKeeper {
  searched(query: string, results: number): void;
  opened(article: { id: string; title: string; section: string | null }, fromSearch: boolean): void;
  left(): void;
  voted(article: string, vote: Vote, reasons: readonly VoteReason[], note: string | undefined): void;
  /** The page says more of its customer; see `setAttributes`. */
  describe(change: (said: Readonly<Record<string, string>>) => Readonly<Record<string, string>>): void;
  save(): Told;
  /** Forgets everything: the next person at this page is another one. */
  clear(): void;
  load(saved: Partial<Told>): void;
}

const MOST = 20;
/** Characters of a note, and of a query or a name; the protocol's. */
const NOTE = 1_000;
const SHORT = 200;

/** Remembers searches and articles of this visit. */
export function createStoryKeeper(environment: Pick<Environment, 'now'>): StoryKeeper {
  let searches: SearchMade[] = [];
  let articles: ArticleRead[] = [];
  let said: Readonly<Record<string, string>> = {};
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
    describe(change) {
      said = change(said);
    },
    clear() {
      said = {};
      searches = [];
      articles = [];
      openSince = null;
    },
    save: () => ({ searches, articles, ...(Object.keys(said).length > 0 ? { said } : {}) }),
    load(saved) {
      said = { ...saved.said, ...said };
      searches = [...(saved.searches ?? []), ...searches].slice(-MOST);
      articles = [...(saved.articles ?? []), ...articles].slice(-MOST);
    },
  };
}
