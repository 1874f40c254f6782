import type { BodyOf } from '@handrail/protocol';
import type { Consent } from '../consent.js';
import type { ConversationDesk } from '../conversationDesk.js';
import type { Environment, HostPage } from '../environment.js';
import type { Tell } from '../events.js';
import type { Outcomes } from '../outcomes.js';
import { type Attributes, withAttributes, withPrefill } from '../pageSays.js';
import type { Storage } from '../storage/storage.js';
import { switchStorage } from '../storage/switchStorage.js';
import type { Prefill, Stores } from '../stores.js';
import type { StoryKeeper } from '../storyKeeper.js';
import { collectContext } from './collectContext.js';
import type { PageContext, Suggest } from './pageContext.js';
import { cutValue, readConsent, readPage, readSuggest, readTags, readTracked, type TrackData } from './readContext.js';

/** What the context commands need. */
export interface ContextParts {
  readonly environment: Pick<Environment, 'now' | 'page'>;
  readonly context: PageContext;
  /** Events and pages that are kept for the story. */
  readonly most: number;
  readonly story: StoryKeeper;
  readonly stores: Stores;
  /** The desk of the conversations, once there is one. */
  readonly desk: () => Promise<ConversationDesk | undefined>;
  /** Asks for the articles of the page again. */
  readonly suggestions: () => Promise<unknown>;
  /** What the client keeps things in, and what it kept them in at first. */
  readonly storage: Storage;
  readonly lasting: Storage;
  readonly prefix: string;
  readonly outcomes: () => Promise<Outcomes> | null;
  /** The page by the name it has now. */
  readonly page: () => HostPage | null;
  readonly failed: (error: unknown) => unknown;
  readonly tell: Tell;
}

/** What the page says while it is used. The code is fetched at the first call. */
export interface ContextActions {
  /**
   * Says what the page knows of its customer: plan, cart, segment. Shown to the team as not verified, and sent with the next
   * conversation that begins; kept like searches, forgotten by `logout`. `null` takes one back. At most 30; names of 200 and values of
   * 1,000 characters are cut. Rejects with `bad_request`.
   */
  setAttributes(attributes: Attributes): Promise<void>;
  /** Fills in the contact form before it is opened. Rejects with `bad_request` for what is no text, and for a field it does not have. */
  prefill(contact: Prefill): Promise<void>;
  /**
   * Tells the team what the customer did, such as `track('added to cart', { sku: 'E2' })`: in the story of the next conversation,
   * at once in one that goes on. Kept in memory; see `storyEvents`. Rejects with `bad_request`.
   */
  track(name: string, data?: TrackData): Promise<void>;
  /**
   * Tells the team which page the customer is on, where its address does not: an app in one address. Without `url` the address of
   * the page. What stands behind `?` and `#` is cut off. Kept in memory; see `storyEvents`. Rejects with `bad_request`.
   */
  page(url?: string): Promise<void>;
  /**
   * Articles for this page instead of those that are found: ids, best first, or what gives them; `null` for the found ones.
   * `$suggestions` follows once a screen has asked. Rejects with `bad_request`.
   */
  suggest(ids: Suggest | null): Promise<void>;
  /**
   * What the page knows of the current conversation, or of the next one: order, topic. Shown to the team as not verified, and
   * kept on its record. `null` takes one back. At most 30. Rejects with `bad_request`.
   */
  setConversationAttributes(attributes: Attributes): Promise<void>;
  /** Files the current conversation, or the next one, under tags the team sees. At most 20, 64 characters each. Rejects with `bad_request`. */
  addTags(tags: string | readonly string[]): Promise<void>;
  /** Takes tags off the current conversation, or the next one. Rejects with `bad_request`. */
  removeTags(tags: string | readonly string[]): Promise<void>;
  /**
   * What the customer agreed to; what is not named stays. `$consent` and the event `consent` follow. `storage: false` removes what
   * this browser kept, in every tab, and goes on in memory. Rejects with `bad_request`.
   */
  setConsent(consent: Partial<Consent>): Promise<void>;
}

/** @internal */
export function createContextPart(parts: ContextParts): ContextActions {
  const { environment, context, stores, story } = parts;
  const told = collectContext(parts.most);
  context.told = told;

  /** To the current conversation; answers `false` when none is open at the server. */
  async function write(body: BodyOf<'context'>): Promise<boolean> {
    const desk = await parts.desk();
    const thread = desk?.current();
    if (!desk || !thread || !desk.started(thread) || thread.record?.status === 'closed') return false;
    await desk.write(thread.id, 'context', body);
    return true;
  }

  return {
    async setAttributes(attributes) {
      story.describe(said => withAttributes(said, attributes));
    },
    async prefill(contact) {
      stores.$prefill.set(withPrefill(stores.$prefill.get(), contact));
    },
    async track(name, data = {}) {
      const event = { ...readTracked(name, data), at: environment.now() };
      if (!(await write({ events: [event] }))) told.did(event);
    },
    async page(url) {
      const real = environment.page();
      const page = url === undefined ? real : { ...real, ...readPage(url, real) };
      context.named = url !== undefined && page ? { at: real?.url, page } : null;
      if (!page) return;
      const visit = { url: page.url, ...(page.title ? { title: page.title } : {}), at: environment.now() };
      if (!(await write({ pages: [visit] }))) told.visited(visit);
    },
    async suggest(ids) {
      const given = readSuggest(ids);
      context.suggest =
        given &&
        (async () => {
          try {
            return typeof given === 'function' ? (readSuggest(await given(parts.page())) as readonly string[]) : given;
          } catch (error) {
            // The site's own choice failed: what is found for the page is better than nothing.
            parts.failed(error);
            return null;
          }
        });
      if (stores.$suggestions.get()) await parts.suggestions();
    },
    async setConversationAttributes(said) {
      const after = withAttributes(told.attributes(), said, 'setConversationAttributes');
      const changed = Object.keys(said).map(name => cutValue({ name, value: String(said[name] ?? '') }));
      if (!(await write({ attributes: changed }))) told.describe(after);
    },
    async addTags(given) {
      const tags = readTags('addTags', given);
      if (!(await write({ addTags: tags }))) told.tag(tags);
    },
    async removeTags(given) {
      const tags = readTags('removeTags', given);
      if (!(await write({ removeTags: tags }))) told.untag(tags);
    },
    async setConsent(given) {
      const before = stores.$consent.get();
      const after = { ...before, ...readConsent(given) };
      if (after.storage !== before.storage) switchStorage(parts.storage, parts.lasting, parts.prefix, after.storage);
      stores.$consent.set(after);
      if (!after.analytics) (await parts.outcomes()?.catch(() => null))?.drop();
      if (JSON.stringify(after) !== JSON.stringify(before)) parts.tell('consent', after);
    },
  };
}
