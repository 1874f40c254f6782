import type { Store } from '../store/store.js';
import type { Metrics } from './createMetrics.js';

/**
 * The same store, whose appends are counted and timed.
 * @param now seconds of a clock that only goes forward
 */
export function observeStore(store: Store, metrics: Pick<Metrics, 'appended'>, now: () => number): Store {
  return {
    ...store,
    append(draft) {
      const began = now();
      return store.append(draft).then(got => {
        const result = got.ok ? (got.repeated ? 'repeated' : 'ok') : got.refusal.code;
        metrics.appended(draft.kind, draft.sender.kind, result, now() - began);
        return got;
      });
    },
  };
}
