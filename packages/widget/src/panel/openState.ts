/** Place of the panel when the page was left. */
export type OpenView = 'home' | 'chat';

const key = (site: string) => `handrail:${site}:open`;

/** Whether this browser has a conversation with the site. Looks only; stores nothing. */
export const wasUsedBefore = (site: string): boolean => keeps(site, /^(state|outbox)/);

/** Whether anything of a customer is kept here: also one who was named and has no conversation yet. */
export const isKnownHere = (site: string): boolean => keeps(site, /./);

function keeps(site: string, what: RegExp): boolean {
  try {
    const start = `handrail:${site}:`;
    return Object.keys(localStorage).some(key => key.startsWith(start) && what.test(key.slice(start.length)));
  } catch {
    return false;
  }
}

/** Where the panel was open in this tab when the page was left; `null` where it was not. */
export function readOpenView(site: string): OpenView | null {
  try {
    const view = sessionStorage.getItem(key(site));
    return view === 'chat' || view === 'home' ? view : null;
  } catch {
    return null;
  }
}

/** Remembers it for the next page of this tab; only for somebody who has a conversation. */
export function writeOpenView(site: string, view: OpenView | null): void {
  try {
    if (view && wasUsedBefore(site)) sessionStorage.setItem(key(site), view);
    else sessionStorage.removeItem(key(site));
  } catch {
    // Storage refused: the next page starts closed.
  }
}
