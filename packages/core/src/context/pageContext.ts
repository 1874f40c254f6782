import type { PageVisit, TrackedEvent } from '@handrail/protocol';
import type { HostPage } from '../environment.js';

/** Ids of articles that suit a page; an empty list shows none. */
export type Suggest = readonly string[] | ((page: HostPage | null) => readonly string[] | Promise<readonly string[]>);

/** What a page said of itself, in its memory only. */
export interface PageContext {
  /** Articles instead of those found for the page; `null` for the found ones. */
  suggest: Suggest | null;
  /** Another name for the page, as long as its own address is `at`. */
  named: { readonly at: string | undefined; readonly page: HostPage } | null;
  /** What the customer did and where they were, for the story of the next conversation. */
  events: readonly TrackedEvent[];
  pages: readonly PageVisit[];
  /** What the next conversation is filed under. */
  tags: readonly string[];
  attributes: Readonly<Record<string, string>>;
}

/** Nothing said yet. */
export const nothingSaid = (): PageContext => ({
  suggest: null,
  named: null,
  events: [],
  pages: [],
  tags: [],
  attributes: {},
});

/** The page the customer stands on, by the name the site's code gave it. */
export function namedPage({ named }: PageContext, real: HostPage | null): HostPage | null {
  return named && named.at === real?.url ? named.page : real;
}
