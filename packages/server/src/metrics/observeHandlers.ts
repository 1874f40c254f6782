import type { Handlers } from '../gateway/dispatch.js';
import type { Metrics } from './createMetrics.js';

/** The same handlers; each frame is counted by its kind before it is handled. */
export function observeHandlers(handlers: Handlers, metrics: Pick<Metrics, 'frameReceived'>): Handlers {
  const observed = Object.entries(handlers).map(([kind, handle]) => [
    kind,
    (...given: Parameters<typeof handle>) => {
      metrics.frameReceived(kind);
      return (handle as (...given: unknown[]) => unknown)(...given);
    },
  ]);
  return Object.fromEntries(observed) as Handlers;
}
