/** What a page notes about itself while it loads; runs inside the page, before its own scripts. */
export function watchPage(): void {
  const notes = { longTasks: [] as number[], shift: 0 };
  Object.assign(globalThis, { benchNotes: notes });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) notes.longTasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) notes.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Notes of `watchPage`, and all that the page stored; runs inside the page. */
export async function readNotes(): Promise<{ longTasks: number[]; shift: number; stored: number }> {
  const { benchNotes } = globalThis as unknown as { benchNotes: { longTasks: number[]; shift: number } };
  const cookies = document.cookie === '' ? 0 : document.cookie.split(';').length;
  const databases = (await indexedDB.databases()).length + (await caches.keys()).length;
  return { ...benchNotes, stored: localStorage.length + sessionStorage.length + cookies + databases };
}
