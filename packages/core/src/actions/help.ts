import type { Article, ArticleSummary, Found } from '@handrail/knowledge';
import type { Vote, VoteReason } from '@handrail/protocol';
import type { PageContext } from '../context/pageContext.js';
import type { HostPage } from '../environment.js';
import { HandrailError } from '../errors.js';
import type { Tell } from '../events.js';
import type { KnowledgeSource } from '../knowledgeSource.js';
import type { SearchReport } from '../searchReport.js';
import type { Stores } from '../stores.js';
import type { StoryKeeper } from '../storyKeeper.js';

/** What the help actions need. */
export interface HelpParts {
  readonly stores: Stores;
  readonly knowledge: KnowledgeSource;
  /** The page the customer stands on; `null` outside pages. */
  readonly currentPage: () => HostPage | null;
  readonly context: PageContext;
  readonly story: StoryKeeper;
  readonly report: SearchReport;
  /** Ids the site names; `null` for the first of the help centre. */
  readonly popular: readonly string[] | null;
  /** Resolves when what this browser kept of earlier pages, if anything, is back. */
  readonly restored: () => Promise<unknown>;
  readonly tell: Tell;
  readonly failed: (error: unknown) => HandrailError;
  /** Throws `destroyed` after the end of the client, and `bad_request` where a method is named whose text is none. */
  readonly alive: (method?: string, text?: unknown) => void;
}

/** Search and articles. */
export interface HelpActions {
  /**
   * Searches the help centre; `$search` follows. Of two searches under way, the later one stays on screen. Files that cannot be
   * read are done without: the result's `missing` names them, and an `error` event tells of them. Rejects with
   * `knowledge_failed` when nothing could be found without them.
   * @param limit most articles, default 8
   */
  search(query: string, options?: { limit?: number }): Promise<Found>;
  /** Looks something up without touching the search on screen; for suggestions while a question is typed. */
  lookUp(text: string, limit?: number): Promise<Found>;
  clearSearch(): void;
  /**
   * Opens an article by its id, or one it had before, at a section when one is named; `$article` follows and holds the article's own
   * id. Rejects with `not_found`.
   */
  openArticle(id: string, options?: { section?: string | null }): Promise<Article>;
  closeArticle(): void;
  /**
   * Articles that suit the page the customer stands on, or those `suggest` names; `$suggestions` follows. @param limit default 3
   */
  suggestions(limit?: number): Promise<readonly ArticleSummary[]>;
  /** Articles the site names as popular (option `popular`), else the first of the help centre. @param limit default 3 */
  popular(limit?: number): Promise<readonly ArticleSummary[]>;
  /**
   * Articles the customer read, newest first: in this page, and in earlier ones once there was a message. Reads and stores nothing
   * before the first was opened. @param limit default 3
   */
  recent(limit?: number): Promise<readonly ArticleSummary[]>;
  /** The customer's verdict on an article. */
  rateArticle(id: string, vote: Vote, options?: { reasons?: readonly VoteReason[]; note?: string }): void;
}

/** @internal */
export function createHelp(parts: HelpParts): HelpActions {
  const { stores, knowledge, currentPage, context, story, report, popular, restored, tell, failed, alive } = parts;
  const { $search, $article, $locale, $suggestions } = stores;
  let newest = 0;

  async function search(query: string, { limit = 8 } = {}): Promise<Found> {
    alive('search', query);
    const mine = ++newest;
    report.replaced(query);
    $search.set({ query, state: 'searching', result: $search.get().result });
    try {
      const result = await knowledge.find(query, $locale.get(), limit);
      if (mine === newest) {
        $search.set({ query, state: 'done', result });
        report.answered({ query, results: result.hits.length, corrected: result.corrected });
        if (result.missing.length > 0) failed(new HandrailError('knowledge_failed', result.missing.join('; ')));
      }
      return result;
    } catch (error) {
      if (mine === newest) $search.set({ query, state: 'failed', result: null });
      throw failed(error);
    }
  }

  async function openArticle(id: string, { section = null }: { section?: string | null } = {}): Promise<Article> {
    alive('openArticle', id);
    const opened = { id, section, vote: null };
    report.settle();
    $article.set({ ...opened, state: 'loading', article: null });
    const isOpen = () => $article.get()?.id === id && $article.get()?.section === section;
    try {
      const article = await knowledge.article(id, $locale.get());
      if (!article) {
        if (isOpen()) $article.set({ ...opened, state: 'missing', article: null });
        throw new HandrailError('not_found', `There is no article "${id}".`);
      }
      const own = article.id;
      if (isOpen()) $article.set({ ...opened, id: own, state: 'ready', article });
      story.opened({ id: own, title: article.title, section }, $search.get().state === 'done');
      tell('article:view', { id: own, section });
      return article;
    } catch (error) {
      if (isOpen() && $article.get()?.state === 'loading') $article.set({ ...opened, state: 'failed', article: null });
      throw failed(error);
    }
  }

  return {
    search,
    async lookUp(text, limit = 3) {
      alive('lookUp', text);
      return knowledge.find(text, $locale.get(), limit);
    },
    clearSearch() {
      newest += 1;
      report.replaced('');
      $search.set({ query: '', state: 'idle', result: null });
    },
    openArticle,
    closeArticle() {
      story.left();
      $article.set(null);
    },
    async suggestions(limit = 3) {
      alive();
      const page = currentPage();
      const named = (await context.suggest?.()) ?? null;
      const found = named
        ? (await knowledge.articles(named, $locale.get())).slice(0, limit)
        : page
          ? await knowledge.suggest(page, $locale.get(), limit)
          : [];
      const ids = found.map(({ id }) => id);
      const before = $suggestions.get();
      // The same list again is no news: a screen that follows the store would ask without end.
      if (before && `${before.map(({ id }) => id)}` === `${ids}`) return before;
      $suggestions.set(found);
      if (ids[0]) tell('suggestion:shown', { ids });
      return found;
    },
    async popular(limit = 3) {
      alive();
      return (await knowledge.articles(popular, $locale.get())).slice(0, limit);
    },
    async recent(limit = 3) {
      alive();
      await restored();
      const read = story.save().articles.map(({ id }) => id);
      // Nothing read: the help centre need not be fetched for that.
      return read.length === 0 ? [] : (await knowledge.articles(read.reverse(), $locale.get())).slice(0, limit);
    },
    rateArticle(id, vote, { reasons = [], note } = {}) {
      alive('rateArticle', id);
      story.voted(id, vote, reasons, note);
      const open = $article.get();
      if (open?.id === id) $article.set({ ...open, vote });
      tell('article:vote', { id, vote, reasons });
    },
  };
}
