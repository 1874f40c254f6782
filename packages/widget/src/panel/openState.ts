/** The panel as it stood when the page was left. */
export interface OpenState {
  readonly view: 'home' | 'chat';
}

const key = (site: string) => `handrail:${site}:open`;

/** Whether this browser has a conversation with the site. Looks only; stores nothing. */
export function wasUsedBefore(site: string): boolean {
  try {
    const [state, outbox] = [`handrail:${site}:state`, `handrail:${site}:outbox:`];
    return Object.keys(localStorage).some(key => key === state || key.startsWith(outbox));
  } catch {
    return false;
  }
}

/** Whether anything of a customer is kept here: also one who was named and has no conversation yet. */
export function isKnownHere(site: string): boolean {
  try {
    return Object.keys(localStorage).some(key => key.startsWith(`handrail:${site}:`));
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
