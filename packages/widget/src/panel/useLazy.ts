import { useEffect, useState } from 'preact/hooks';

/**
 * The views of a file, fetched when they are first wanted; `null` until they are there.
 * @param again whatever changes when a file that could not be had is worth asking for once more
 */
export function useLazy<V>(wanted: boolean, load: () => Promise<V>, again?: unknown): V | null {
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
  }, [wanted, views, load, again]);
  return views;
}
