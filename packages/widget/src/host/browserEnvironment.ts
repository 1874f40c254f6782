import { type Environment, type HostPage, type TabsLike, webStorage } from '@handrail/core';

/** The environment of a page. Looks at globals only when called. */
export function browserEnvironment(): Partial<Environment> {
  return {
    storage: webStorage(() => window.localStorage, {
      below: webStorage(() => window.sessionStorage),
      listen: listenForChanges,
    }),
    page: readPage,
    onWake: listenForWake,
    onSleep: listenForSleep,
    tabs: readTabs(),
    languages: [document.documentElement.lang, ...navigator.languages].filter(tag => tag !== ''),
    device:
      Math.min(screen.width, screen.height) < 600
        ? 'phone'
        : matchMedia('(pointer: coarse)').matches
          ? 'tablet'
          : 'desktop',
  };
}

const MOST_HEADINGS = 5;

function readPage(): HostPage {
  const headings = Array.from(document.querySelectorAll('h1, h2'), heading => heading.textContent?.trim() ?? '')
    .filter(text => text !== '')
    .slice(0, MOST_HEADINGS);
  // Addresses of pages may carry secrets behind `?` and `#`; only the path is told.
  const url = location.origin + location.pathname;
  return { url, title: document.title, headings, ...(document.referrer ? { referrer: document.referrer } : {}) };
}

/** Old browsers and pages without a secure context have no locks: each tab then has a line of its own. */
function readTabs(): TabsLike | null {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks || !('BroadcastChannel' in window)) return null;
  return { openChannel: name => new BroadcastChannel(name), locks: locks as TabsLike['locks'] };
}

function listenForChanges(changed: (key: string | null, value: string | null) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => changed(key, newValue);
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

function listenForSleep(sleep: () => void): () => void {
  window.addEventListener('pagehide', sleep);
  return () => window.removeEventListener('pagehide', sleep);
}

function listenForWake(wake: () => void): () => void {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const events = ['online', 'offline', 'pageshow'] as const;
  for (const event of events) window.addEventListener(event, wake);
  document.addEventListener('visibilitychange', whenVisible);
  return () => {
    for (const event of events) window.removeEventListener(event, wake);
    document.removeEventListener('visibilitychange', whenVisible);
  };
}
