import { wrongArgument } from '../pageSays.js';
import type { MessageItem, TimelineItem } from '../timeline.js';
import type { Middleware, Outgoing } from './middleware.js';

/** Passes messages through the middleware, in its order. */
export interface MiddlewareRunner {
  /** What is to be sent; `null` when something stopped it. */
  send(message: Outgoing): Promise<Outgoing | null>;
  /** What is to be shown. */
  display(items: readonly TimelineItem[]): readonly TimelineItem[];
}

/** @param failed told of what throws: of a message that is shown, once */
export function createMiddlewareRunner(
  all: readonly Middleware[],
  failed: (error: unknown) => unknown,
): MiddlewareRunner {
  const told = new WeakMap<Middleware, Set<string>>();

  function failedAt(one: Middleware, message: string, error: unknown) {
    const known = told.get(one) ?? new Set();
    told.set(one, known);
    if (known.has(message)) return;
    known.add(message);
    failed(error);
  }

  function show(one: Middleware, item: MessageItem): MessageItem | null {
    try {
      const shown = one.beforeDisplay ? one.beforeDisplay(item) : item;
      if (shown === null) return null;
      if (typeof shown?.text !== 'string') throw wrongArgument('use: beforeDisplay', 'a message or null', shown);
      // The text is told by its tree: the old one would go on saying the old words.
      const { tree, ...rest } = shown;
      return shown.text !== item.text && tree === item.tree ? rest : shown;
    } catch (error) {
      failedAt(one, item.id, error);
      return item;
    }
  }

  return {
    async send(message) {
      let now: Outgoing | null = message;
      for (const one of [...all]) {
        try {
          const next: Outgoing | null = one.beforeSend ? await one.beforeSend(now) : now;
          if (next === null) return null;
          if (typeof next?.text !== 'string') throw wrongArgument('use: beforeSend', 'a message or null', next);
          now = { text: next.text, attachments: next.attachments ?? [] };
        } catch (error) {
          failed(error);
        }
      }
      return now;
    },
    display: items =>
      items.flatMap((item): TimelineItem[] => {
        if (item.kind !== 'message') return [item];
        let now: MessageItem | null = item;
        for (const one of all) now = now && show(one, now);
        return now ? [now] : [];
      }),
  };
}
