/** Pixels from the end within which one is at the end. */
const NEAR = 80;

/** For what is drawn later than its message: who was at the end of the log before it grew by this element stays there. */
export function keepEnd(grown: HTMLElement | null): void {
  const log = grown?.closest('.body');
  if (!grown || !log) return;
  const left = log.scrollHeight - log.scrollTop - log.clientHeight;
  if (left < grown.offsetHeight + NEAR) log.scrollTop = log.scrollHeight;
}
