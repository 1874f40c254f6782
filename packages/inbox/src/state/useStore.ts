import type { ReadableAtom } from 'nanostores';
import { useLayoutEffect, useReducer } from 'preact/hooks';

/** The value of a store, and a new drawing whenever it changes. */
export function useStore<T>(store: ReadableAtom<T>): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // `subscribe` tells the value at once, which covers a change between drawing and this effect.
  const shown = store.get();
  useLayoutEffect(() => {
    let seen = shown;
    return store.subscribe(value => {
      if (Object.is(value, seen)) return;
      seen = value as T;
      redraw(0);
    });
  }, [store]);
  return shown;
}
