import type { TabsLike } from '../tabs/tabs.js';

/** Runs something while no other tab runs its own. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A refresh is good once: two tabs that showed the same one would end the sign-in of both. Where tabs have no locks they
 * take the chance.
 */
export function inTurn(tabs: TabsLike | null, name: string): InTurn {
  return async <T>(work: () => Promise<T>): Promise<T> => {
    let begun: Promise<T> | null = null;
    const begin = () => {
      begun ??= work();
      return begun;
    };
    // The lock is given back whatever became of the work.
    const hold = () =>
      begin().then(
        () => {},
        () => {},
      );
    await tabs?.locks.request(name, {}, hold).catch(() => {});
    return begin();
  };
}
