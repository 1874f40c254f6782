import type { Article, ArticleSummary, Found } from '@handrail/knowledge';
import type { Vote, VoteReason } from '@handrail/protocol';
import { HandrailError } from '../errors.js';
import type { Tell } from '../events.js';
import type { KnowledgeSource } from '../knowledgeSource.js';
import type { Stores } from '../stores.js';
import type { StoryKeeper } from '../storyKeeper.js';

/** What the help actions need. */
export interface HelpParts {
  readonly stores: Stores;
  readonly knowledge: KnowledgeSource;
  readonly story: StoryKeeper;
  readonly tell: Tell;
  readonly failed: (error: unknown) => HandrailError;
  /** Throws `destroyed` after the end of the client. */
  readonly alive: () => void;
}

/** Search and articles. */
export interface HelpActions {
  /**
   * Searches the help centre; `$search` follows. Of two searches under way, the later one stays on screen.
   * @param limit most articles, default 8
   */
  search(query: string, options?: { limit?: number }): Promise<Found>;
  /** Looks something up without touching the search on screen; for suggestions while a question is typed. */
  lookUp(text: string, limit?: number): Promise<Found>;
  clearSearch(): void;
  /** Opens an article, at a section when one is named; `$article` follows. Rejects with `not_found`. */
  openArticle(id: string, options?: { section?: string | null }): Promise<Article>;
  closeArticle(): void;
  /** Articles that suit the page the customer stands on. @param limit default 3 */
  suggestions(limit?: number): Promise<readonly ArticleSummary[]>;
  /** The customer's verdict on an article. */
  rateArticle(id: string, vote: Vote, options?: { reasons?: readonly VoteReason[]; note?: string }): void;
}

/** @internal */
export function createHelp({ stores, knowledge, story, tell, failed, alive }: HelpParts): HelpActions {
  const { $search, $article, $locale } = stores;
  let newest = 0;

  async function search(query: string, { limit = 8 } = {}): Promise<Found> {
    alive();
    const mine = ++newest;
    const before = $search.get();
    $search.set({ query, state: 'searching', result: before.result });
    try {
      const result = await knowledge.find(query, $locale.get(), limit);
      if (mine === newest) {
        $search.set({ query, state: 'done', result });
        story.searched(query, result.hits.length);
        if (result.hits.length === 0) tell('search:empty', { query });
        else tell('search', { query, results: result.hits.length, corrected: result.corrected });
      }
      return result;
    } catch (error) {
      if (mine === newest) $search.set({ query, state: 'failed', result: null });
      throw failed(error);
    }
  }

  async function openArticle(id: string, { section = null }: { section?: string | null } = {}): Promise<Article> {
    alive();
    const opened = { id, section, vote: null };
    $article.set({ ...opened, state: 'loading', article: null });
    const isOpen = () => $article.get()?.id === id && $article.get()?.section === section;
    try {
      const article = await knowledge.article(id, $locale.get());
      if (!article) {
        if (isOpen()) $article.set({ ...opened, state: 'missing', article: null });
        throw new HandrailError('not_found', `There is no article "${id}".`);
      }
      if (isOpen()) $article.set({ ...opened, state: 'ready', article });
      story.opened({ id, title: article.title, section }, $search.get().state === 'done');
      tell('article:view', { id, section });
      return article;
    } catch (error) {
      if (isOpen() && $article.get()?.state === 'loading') $article.set({ ...opened, state: 'failed', article: null });
      throw failed(error);
    }
  }

  return {
    search,
    async lookUp(text, limit = 3) {
      alive();
      return knowledge.find(text, $locale.get(), limit);
    },
    clearSearch() {
      newest += 1;
      $search.set({ query: '', state: 'idle', result: null });
    },
    openArticle,
    closeArticle() {
      story.left();
      $article.set(null);
    },
    async suggestions(limit = 3) {
      alive();
      return knowledge.suggest($locale.get(), limit);
    },
    rateArticle(id, vote, { reasons = [], note } = {}) {
      story.voted(id, vote, reasons, note);
      const open = $article.get();
      if (open?.id === id) $article.set({ ...open, vote });
      tell('article:vote', { id, vote, reasons });
    },
  };
}
