import type { BodyOf, PageVisit, Story, TrackedEvent } from '@handrail/protocol';
import { MOST_TAGS } from './readContext.js';

/** What the page tells before there is a conversation, in its memory. */
export interface ToldContext {
  did(event: TrackedEvent): void;
  visited(page: PageVisit): void;
  attributes(): Readonly<Record<string, string>>;
  describe(attributes: Readonly<Record<string, string>>): void;
  tag(tags: readonly string[]): void;
  untag(tags: readonly string[]): void;
  /** A conversation begins: what its story tells, and what is written after it, if anything. Forgets both. */
  take(): { readonly story: Pick<Story, 'events' | 'pages'>; readonly body: BodyOf<'context'> | null };
  clear(): void;
}

/** Bytes of UTF-8 events, and pages, may have together in a story, which must fit a frame. */
const BYTES = 6 * 1024;
/** Of one UTF-16 unit in UTF-8. */
const MOST_BYTES = 3;

/** @param most events, and pages, that are kept */
export function collectContext(most: number): ToldContext {
  let events: readonly TrackedEvent[] = [];
  let pages: readonly PageVisit[] = [];
  let attributes: Readonly<Record<string, string>> = {};
  let tags: readonly string[] = [];

  function clear() {
    [events, pages, attributes, tags] = [[], [], {}, []];
  }

  return {
    did(event) {
      events = newest([...events, event], most);
    },
    visited(page) {
      pages = newest([...pages, page], most);
    },
    attributes: () => attributes,
    describe(named) {
      attributes = named;
    },
    tag(added) {
      tags = [...new Set([...tags, ...added])].slice(-MOST_TAGS);
    },
    untag(gone) {
      tags = tags.filter(tag => !gone.includes(tag));
    },
    take() {
      const named = Object.entries(attributes).map(([name, value]) => ({ name, value }));
      const body = {
        ...(named.length > 0 ? { attributes: named } : {}),
        ...(tags.length > 0 ? { addTags: [...tags] } : {}),
      };
      const story = {
        ...(events.length > 0 ? { events: [...events] } : {}),
        ...(pages.length > 0 ? { pages: [...pages] } : {}),
      };
      clear();
      return { story, body: Object.keys(body).length > 0 ? body : null };
    },
    clear,
  };
}

/** The newest that fit. */
function newest<T>(all: readonly T[], most: number): readonly T[] {
  let kept = most === 0 ? [] : all.slice(-most);
  while (kept.length > 1 && JSON.stringify(kept).length * MOST_BYTES > BYTES) kept = kept.slice(1);
  return kept;
}
