import type { HandrailEvent, HandrailEvents } from '@handrail/core';
import type { Widget } from '@handrail/widget';

/** A widget that writes down what it is told. */
export interface FakeWidget {
  readonly widget: Widget;
  /** Method and arguments of each call, in order; listeners left out. */
  readonly calls: unknown[][];
  /** `isOpen` and `getUnreadCount` follow what is told. */
  emit<K extends keyof HandrailEvents>(type: K, data: HandrailEvents[K]): void;
}

/** Its names are the real face's: a method that is renamed there breaks this. */
export function fakeWidget(): FakeWidget {
  const calls: unknown[][] = [];
  const listeners = new Map<string, Set<(event: unknown) => void>>();
  let open = false;
  let unread = 0;
  const note =
    (name: keyof Widget) =>
    async (...args: unknown[]) =>
      void calls.push([name, ...args]);
  const noteNow =
    (name: keyof Widget) =>
    (...args: unknown[]) =>
      void calls.push([name, ...args]);
  const later = [
    ...['ready', 'open', 'toggle', 'navigate', 'search', 'openArticle', 'ask', 'newConversation', 'openConversation'],
    ...['sendMessage', 'endConversation', 'requestHuman', 'showMessage', 'update', 'setAttributes', 'prefill'],
    ...['track', 'page', 'suggest', 'setConversationAttributes', 'addTags', 'removeTags', 'setConsent', 'rate'],
    ...['submitSurvey', 'setLocale', 'setTheme', 'identify', 'logout'],
  ] as (keyof Widget)[];
  const now = ['close', 'show', 'hide', 'destroy'] as const;
  const widget = {
    ...Object.fromEntries(later.map(name => [name, note(name)])),
    ...Object.fromEntries(now.map(name => [name, noteNow(name)])),
    isOpen: () => open,
    getUnreadCount: () => unread,
    on(type: string, listener: (event: unknown) => void) {
      const all = listeners.get(type) ?? new Set();
      listeners.set(type, all.add(listener));
      return () => void all.delete(listener);
    },
    registerTool: () => () => {},
    use: () => () => {},
  } as unknown as Widget;
  return {
    widget,
    calls,
    emit(type, data) {
      if (type === 'open' || type === 'close') open = type === 'open';
      if (data && 'count' in data) unread = data.count as number;
      const event = { id: 'e1', at: 1, type, instanceId: 'i1', data } as HandrailEvent<typeof type>;
      for (const listener of listeners.get(type) ?? []) listener(event);
    },
  };
}
