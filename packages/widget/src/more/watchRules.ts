import { wasUsedBefore } from '../panel/openState.js';
import type { WidgetParts } from '../widgetParts.js';
import type { Greeting } from './greeting.js';
import { showMessage } from './showMessage.js';

/** What is known of the page the customer stands on. */
export interface Seen {
  readonly path: string;
  readonly address: string;
  /** Seconds on this page. */
  readonly seconds: number;
  /** The furthest scrolled, in percent of the page. */
  readonly scroll: number;
  /** The pointer left towards the browser's bar. */
  readonly exit: boolean;
  readonly returning: boolean;
  /** Names given to `track`. */
  readonly events: ReadonlySet<string>;
}

/** Whether all conditions of a greeting hold; one without conditions is not shown by itself. */
export function isDue({ when }: Pick<Greeting, 'when'>, seen: Seen): boolean {
  if (!when) return false;
  const { url, seconds = 0, scroll = 0, exit = false, returning, event } = when;
  return (
    (url === undefined || fits(url, url.includes('://') ? seen.address : seen.path)) &&
    seen.seconds >= seconds &&
    seen.scroll >= scroll &&
    (!exit || seen.exit) &&
    (returning === undefined || returning === seen.returning) &&
    (event === undefined || seen.events.has(event))
  );
}

/** `*` stands for anything. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}

const TICK_MS = 500;

/** Looks twice a second, while the page is on the screen, whether a greeting of the settings is due. */
export function watchRules(parts: WidgetParts): void {
  const waiting = new Set(parts.options.config.messages?.filter(({ when }) => when));
  const returning = wasUsedBefore(parts.options.site ?? 'static');
  let path = '';
  let [ticks, scroll, exit] = [0, 0, false];

  const look = () => {
    const { scrollingElement } = document;
    const height = scrollingElement?.scrollHeight ?? 1;
    scroll = Math.max(scroll, ((window.scrollY + window.innerHeight) / height) * 100);
  };
  const leave = (event: MouseEvent) => {
    exit ||= event.relatedTarget === null && event.clientY <= 0;
  };
  const tick = () => {
    if (document.hidden) return;
    // Another page of a single-page application is another page.
    if (path !== location.pathname) [path, ticks, scroll, exit] = [location.pathname, 0, 0, false];
    else ticks += 1;
    if (scroll === 0 && ticks > 0) look();
    const seconds = (ticks * TICK_MS) / 1000;
    const address = location.origin + path;
    const seen = { path, address, seconds, scroll, exit, returning, events: parts.tracked };
    for (const greeting of waiting) {
      if (!isDue(greeting, seen)) continue;
      waiting.delete(greeting);
      void showMessage(parts, greeting.id);
      break;
    }
    if (waiting.size === 0) stop();
  };

  const timer = setInterval(tick, TICK_MS);
  window.addEventListener('scroll', look, { passive: true });
  document.addEventListener('mouseout', leave);
  const stop = () => {
    clearInterval(timer);
    window.removeEventListener('scroll', look);
    document.removeEventListener('mouseout', leave);
  };
  parts.ends.push(stop);
  tick();
}
