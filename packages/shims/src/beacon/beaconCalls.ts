import type { PlaceName } from '@handrail/widget';
import type { About } from '../said.js';
import type { Calls, Shim } from '../shim.js';

const NO_MESSAGES = 'Handrail tells pages nothing of its greetings.';

/** Screens of Beacon, and the place that is nearest. */
const SCREENS: Readonly<Record<string, PlaceName>> = {
  '/': 'home',
  '/answers/': 'help',
  '/docs/search/': 'help',
  '/ask/': 'contact',
  '/ask/message/': 'contact',
  '/ask/chat/': 'chat',
  '/previous-messages/': 'chat',
};

/** What `Beacon(name, …)` does, by name; a text says why nothing is done. `on`, `once` and `off` have their own table. */
export function beaconCalls(shim: Shim) {
  let hidden = false;
  const hide = (next: boolean) => {
    if (next !== hidden) shim.call(next ? 'hide' : 'show');
    hidden = next;
  };

  function config(given: { display?: { style?: string }; beaconId?: string }) {
    const { display, beaconId: _, ...other } = given;
    const { style, ...look } = display ?? {};
    if (style) hide(style === 'manual');
    const names = Object.keys({ ...other, ...look });
    if (names.length > 0) shim.warn(`settings of Beacon are not read: ${names.join(', ')}.`);
  }

  return {
    init(given?: string | Parameters<typeof config>[0]) {
      hide(false);
      if (typeof given === 'object') config(given);
    },
    destroy: () => hide(true),
    open: () => shim.call('open'),
    close: () => shim.call('close'),
    toggle: () => shim.call('toggle'),
    search: (query: string) => shim.call('search', query),
    'ask-question': (question: string) => shim.call('ask', question),
    article: (id: unknown) => shim.call('openArticle', String(id)),
    navigate(route: string) {
      const { pathname, searchParams } = new URL(route, 'https://beacon.invalid');
      const query = searchParams.get('query');
      const screen = pathname.replace(/\/?$/, '/');
      if (screen === '/docs/search/' && query) return shim.call('search', query);
      if (!SCREENS[screen]) shim.warn(`there is no screen "${route}"; home opens.`);
      return shim.call('open', SCREENS[screen] ?? 'home');
    },
    identify({ signature: _, ...about }: { email?: string; signature?: string }) {
      shim.identify(about.email, about);
    },
    logout: () => shim.logout(),
    config,
    event({ type, url }: { type?: string; url?: string } = {}) {
      if (type === 'page-viewed' && url) shim.call('page', url);
    },
    info() {
      shim.warn("Beacon('info') knows only `status.isOpened` here.");
      return { status: { isOpened: shim.call('isOpen') === true }, visitor: {} };
    },
    suggest(given: readonly unknown[] = []) {
      const ids = given.filter(one => typeof one === 'string');
      if (ids.length < given.length) shim.warn('links are not suggested, articles only.');
      shim.call('suggest', ids.length > 0 ? ids : null);
    },
    prefill({ subject, text, ...fields }: { subject?: string; text?: string }) {
      const lines = [subject, text].filter(Boolean);
      shim.said.form(lines.length > 0 ? { ...fields, text: lines.join('\n') } : fields);
    },
    reset: () => shim.said.clearForm(),
    'session-data': (data: About) => shim.said.attributes(data),
    // Beacon counts in seconds.
    'show-message': (id: unknown, { delay = 0, force = false }: { delay?: number; force?: boolean } = {}) =>
      shim.call('showMessage', String(id), { delay: delay * 1000, force }),
  } satisfies Calls;
}

/** How an event is heard, by Beacon's name; the unsubscribe is returned. */
export function beaconEvents(shim: Shim) {
  return {
    ready(listener: () => void) {
      listener();
      return () => undefined;
    },
    'article-viewed': (listener: (article: object) => void) =>
      shim.on('article:view', ({ data }) => listener({ id: data.id })),
    search: (listener: (search: object) => void) => shim.on('search', ({ data }) => listener({ query: data.query })),
    'email-sent': (listener: () => void) => shim.on('form:submitted', () => listener()),
    'chat-started': (listener: () => void) => shim.on('handoff:requested', () => listener()),
    'chat-ended': (listener: () => void) => shim.on('conversation:end', () => listener()),
    open: (listener: () => void) => shim.on('open', () => listener()),
    close: (listener: () => void) => shim.on('close', () => listener()),
    'message-triggered': NO_MESSAGES,
    'message-clicked': NO_MESSAGES,
    'message-closed': NO_MESSAGES,
  } satisfies Calls;
}
