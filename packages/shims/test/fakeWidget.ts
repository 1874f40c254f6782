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

/** Typed by the real face: a method that is renamed there breaks this. */
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
  const widget: Widget = {
    open: note('open'),
    close: noteNow('close'),
    toggle: note('toggle'),
    show: noteNow('show'),
    hide: noteNow('hide'),
    navigate: note('navigate'),
    search: note('search'),
    openArticle: note('openArticle'),
    ask: note('ask'),
    newConversation: note('newConversation'),
    isOpen: () => open,
    getUnreadCount: () => unread,
    requestHuman: note('requestHuman'),
    setAttributes: note('setAttributes'),
    prefill: note('prefill'),
    setLocale: note('setLocale'),
    setTheme: note('setTheme'),
    identify: note('identify'),
    logout: note('logout'),
    on(type, listener) {
      const all = listeners.get(type) ?? new Set();
      listeners.set(type, all.add(listener));
      return () => void all.delete(listener);
    },
    registerTool: () => () => {},
    destroy: noteNow('destroy'),
  };
  return {
    widget,
    calls,
    emit(type, data) {
      if (type === 'open' || type === 'close') open = type === 'open';
      if (data && 'count' in data) unread = data.count;
      const event = { id: 'e1', at: 1, type, instanceId: 'i1', data } as HandrailEvent<typeof type>;
      for (const listener of listeners.get(type) ?? []) listener(event);
    },
  };
}
