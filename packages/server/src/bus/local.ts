import type { Bus, BusMessage } from './bus.js';

/**
 * Carries messages inside one process, at once.
 * @param onError what a listener threw; the others still get the message
 */
export function createLocalBus(onError: (error: unknown) => void): Bus {
  const sites = new Map<string, Set<(message: BusMessage) => void>>();
  return {
    publish(site, message) {
      for (const listener of [...(sites.get(site) ?? [])]) {
        try {
          listener(message);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(site, listener) {
      const listeners = sites.get(site) ?? new Set();
      sites.set(site, listeners.add(listener));
      return () => void listeners.delete(listener);
    },
    close: async () => sites.clear(),
  };
}
