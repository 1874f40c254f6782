/** Looks again until it holds. Rejects with `what` when it does not within `ms`. */
export async function until(what: string, holds: () => boolean, ms = 120_000): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Waited ${ms} ms for: ${what}.`);
    await pause(10);
  }
}

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
