import { createScrollKeeper } from '@handrail/core/parts';
import { tick } from 'svelte';
import type { Action } from 'svelte/action';
import type { Readable } from 'svelte/store';
import { getHandrail } from './getHandrail.js';
import { getHandrailStores } from './getHandrailStores.js';

/** What `getScrollKeeper` gives. */
export interface ScrollParts {
  /** An action for the element that scrolls: `use:keep`. */
  readonly keep: Action<HTMLElement>;
  /** Lines that came below what is on the screen; a button to them shows while it is not 0. */
  readonly unseen: Readable<number>;
  readonly toEnd: () => void;
}

/**
 * While a component initialises: keeps a log at its end while one is there, in place while one reads further up, and reads earlier
 * pages when they are wanted.
 * @throws HandrailError `bad_request` where no client was given
 */
export function getScrollKeeper(): ScrollParts {
  const client = getHandrail();
  const { messages, typing, hasOlder } = getHandrailStores();
  const keeper = createScrollKeeper();
  let box: HTMLElement | null = null;
  const moveTo = (top: number | null) => {
    if (box && top !== null) box.scrollTop = top;
  };
  const changed = () => void tick().then(() => moveTo(keeper.changed(messages.get(), box?.scrollHeight ?? 0)));
  const scrolled = () => {
    if (box && keeper.scrolled(box) && hasOlder.get()) void client?.loadOlder().catch(() => {});
  };
  return {
    unseen: keeper.$unseen,
    keep(element) {
      box = element;
      const stops = [messages.subscribe(changed), typing.listen(changed)];
      element.addEventListener('scroll', scrolled);
      return {
        destroy() {
          for (const stop of stops) stop();
          element.removeEventListener('scroll', scrolled);
          box = null;
        },
      };
    },
    toEnd() {
      keeper.toEnd();
      moveTo(box?.scrollHeight ?? null);
    },
  };
}
