import type { Store } from '../store/store.js';
import type { Metrics } from './createMetrics.js';

/**
 * The same store, whose appends are counted and timed.
 * @param now seconds of a clock that only goes forward
 */
export function observeStore(store: Store, metrics: Pick<Metrics, 'appended'>, now: () => number): Store {
  return {
    ...store,
    async append(draft) {
      const began = now();
      const got = await store.append(draft);
      const result = got.ok ? (got.repeated ? 'repeated' : 'ok') : got.refusal.code;
      metrics.appended(draft.kind, draft.sender.kind, result, now() - began);
      return got;
    },
  };
}
