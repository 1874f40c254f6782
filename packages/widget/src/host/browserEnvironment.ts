import { type Environment, type HostPage, webStorage } from '@handrail/core';

/** The environment of a page. Looks at globals only when called. */
export function browserEnvironment(): Partial<Environment> {
  return {
    storage: webStorage(() => window.localStorage),
    page: readPage,
    onWake: listenForWake,
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

function listenForWake(wake: () => void): () => void {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') wake();
  };
  window.addEventListener('online', wake);
  window.addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', whenVisible);
  return () => {
    window.removeEventListener('online', wake);
    window.removeEventListener('pageshow', wake);
    document.removeEventListener('visibilitychange', whenVisible);
  };
}
