import type { HostPage } from '../environment.js';
import type { ToldContext } from './collectContext.js';

/** Ids of articles that suit a page; an empty list shows none. */
export type Suggest = readonly string[] | ((page: HostPage | null) => readonly string[] | Promise<readonly string[]>);

/** What a page said of itself, in its memory only. */
export interface PageContext {
  /** Ids of articles instead of those found for the page; `null` for the found ones. */
  suggest: (() => Promise<readonly string[] | null>) | null;
  /** Another name for the page, as long as its own address is `at`. */
  named: { readonly at: string | undefined; readonly page: HostPage } | null;
  /** For the next conversation; `null` before anything was told. */
  told: ToldContext | null;
}

/** The page the customer stands on, by the name the site's code gave it. */
export function namedPage({ named }: PageContext, real: HostPage | null): HostPage | null {
  return named && named.at === real?.url ? named.page : real;
}
