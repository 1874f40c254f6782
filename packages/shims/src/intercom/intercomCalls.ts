import type { PlaceName } from '@handrail/widget';
import { plain } from '../plain.js';
import type { Calls, Shim } from '../shim.js';
import { type IntercomSettings, keepSettings } from './settings.js';

const SPACES: Readonly<Record<string, PlaceName>> = { home: 'home', messages: 'chat', help: 'help' };
const NO_TOURS = 'Handrail has no tours, surveys on demand, checklists or news.';

/** What `Intercom(name, …)` does, by name; a text says why nothing is done. */
export function intercomCalls(shim: Shim) {
  const settings = keepSettings(shim);
  const waiting: (() => void)[] = [];
  let booted = false;

  const write = (text?: unknown) => shim.call('newConversation', text ? { text: String(text) } : {});
  const other = (what: string) => () => {
    shim.call('open', 'chat');
    shim.warn(`${what} of Intercom are not here; the chat opens.`);
  };

  return {
    boot(given?: IntercomSettings) {
      settings.apply({ ...(shim.page.intercomSettings as IntercomSettings | undefined), ...given });
      booted = true;
      for (const run of waiting.splice(0)) run();
    },
    ready(run: () => void) {
      if (booted) run();
      else waiting.push(run);
    },
    shutdown() {
      booted = false;
      settings.forget();
    },
    update: (given?: IntercomSettings) =>
      settings.apply(given ?? (shim.page.intercomSettings as IntercomSettings | undefined)),
    reattach_activator: () => undefined,
    show: () => shim.call('open'),
    hide: () => shim.call('close'),
    showSpace(space: string) {
      shim.call('open', SPACES[space] ?? 'home');
      if (!SPACES[space]) shim.warn(`there is no space "${space}"; home opens.`);
    },
    showMessages: () => shim.call('open', 'chat'),
    showNewMessage: write,
    startConversation: write,
    trackEvent: (name: string, data?: unknown) => shim.call('track', name, plain(data)),
    showArticle: (id: unknown) => shim.call('openArticle', String(id)),
    showConversation: other('conversations'),
    showTicket: other('tickets'),
    onUserEmailSupplied: (listener: () => void) => void shim.on('form:submitted', () => listener()),
    onShow: (listener: () => void) => void shim.on('open', () => listener()),
    onHide: (listener: () => void) => void shim.on('close', () => listener()),
    onUnreadCountChange: (listener: (count: number) => void) =>
      void shim.on('unread', ({ data }) => listener(data.count)),
    hideNotifications: 'Messages show as a number on the button only.',
    getVisitorId: 'Anonymous visitors have no id before their first message, and pages never see it.',
    showNews: NO_TOURS,
    startTour: NO_TOURS,
    startSurvey: NO_TOURS,
    startChecklist: NO_TOURS,
  } satisfies Calls;
}
