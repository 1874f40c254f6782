import { useEffect, useState } from 'preact/hooks';

/** The views of a file, fetched when they are first wanted; `null` until they are there. */
export function useLazy<V>(wanted: boolean, load: () => Promise<V>): V | null {
  const [views, set] = useState<V | null>(null);
  useEffect(() => {
    if (!wanted || views) return;
    let gone = false;
    load().then(
      loaded => {
        if (!gone) set(() => loaded);
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [wanted, views, load]);
  return views;
}
