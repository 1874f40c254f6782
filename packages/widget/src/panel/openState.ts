/** The panel as it stood when the page was left. */
export interface OpenState {
  readonly view: 'home' | 'chat';
}

const key = (site: string) => `handrail:${site}:open`;

/** Whether this browser has a conversation with the site. Looks only; stores nothing. */
export const wasUsedBefore = (site: string): boolean => keeps(site, /^(state$|outbox:)/);

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

/** The panel was open in this tab when the page was left; `null` otherwise. */
export function readOpenState(site: string): OpenState | null {
  try {
    const view = sessionStorage.getItem(key(site));
    return view === 'chat' || view === 'home' ? { view } : null;
  } catch {
    return null;
  }
}

/** Remembers it for the next page of this tab; only for somebody who has a conversation. */
export function writeOpenState(site: string, state: OpenState | null): void {
  try {
    if (state && wasUsedBefore(site)) sessionStorage.setItem(key(site), state.view);
    else sessionStorage.removeItem(key(site));
  } catch {
    // Storage refused: the next page starts closed.
  }
}
