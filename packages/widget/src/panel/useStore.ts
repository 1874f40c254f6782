import { useEffect, useState } from 'preact/hooks';

/** What is needed of a store. */
interface Listenable<T> {
  get(): T;
  subscribe(listener: (value: T) => void): () => void;
}

/** The store's value, drawn again when it changes. */
export function useStore<T>(store: Listenable<T>): T {
  const [value, set] = useState<T>(() => store.get());
  useEffect(() => store.subscribe(next => set(() => next)), [store]);
  return value;
}
