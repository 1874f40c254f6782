/** Apart from the keys of the client: who only dismissed a greeting has no conversation here. */
const key = (site: string) => `handrail:greetings:${site}`;

/** Ids of greetings the customer dismissed in this browser. */
export function readDismissed(site: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(site)) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

/** Remembers that the customer is done with a greeting: the newest 50. */
export function writeDismissed(site: string, id: string): void {
  try {
    const all = [...readDismissed(site).filter(one => one !== id), id].slice(-50);
    localStorage.setItem(key(site), JSON.stringify(all));
  } catch {
    // Storage refused: it is dismissed for this page.
  }
}
