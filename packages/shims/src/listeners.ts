import type { Calls, Shim } from './shim.js';

type Listener = (...told: unknown[]) => void;

/** Listeners of a vendor's events, by its names: heard by `on`, once by `once`, no more by `off`. */
export interface Listeners {
  on(event: string, listener: Listener): void;
  once(event: string, listener: Listener): void;
  /** Without a listener: all of the event. */
  off(event: string, listener?: Listener): void;
}

/**
 * @param events how each is heard; the entry returns its unsubscribe
 * @param spoken a subscription as it stands in the page, for warnings
 */
export function createListeners(shim: Shim, events: Calls, spoken: (event: string) => string): Listeners {
  const all = new Map<string, Map<Listener, () => void>>();

  function on(event: string, listener: Listener, heard = listener) {
    const stop = shim.answer(events, event, spoken(event), [heard]);
    if (typeof stop !== 'function') return;
    off(event, listener);
    all.set(event, (all.get(event) ?? new Map()).set(listener, stop as () => void));
  }

  function off(event: string, listener?: Listener) {
    const known = all.get(event);
    for (const [each, stop] of [...(known ?? [])]) {
      if (listener !== undefined && each !== listener) continue;
      stop();
      known?.delete(each);
    }
  }

  return {
    on: (event, listener) => on(event, listener),
    once(event, listener) {
      let done = false;
      on(event, listener, (...told) => {
        if (done) return;
        done = true;
        off(event, listener);
        listener(...told);
      });
    },
    off,
  };
}
