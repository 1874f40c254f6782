import { atom, onMount, type ReadableAtom } from 'nanostores';

/** Often enough that a wait in minutes is never wrong for long. */
const TICK_MS = 10_000;

/** The time, ticking while somebody looks. */
export function createClock(now: () => number = Date.now): ReadableAtom<number> {
  const $now = atom(now());
  onMount($now, () => {
    $now.set(now());
    const timer = setInterval(() => $now.set(now()), TICK_MS);
    return () => clearInterval(timer);
  });
  return $now;
}
