/**
 * Runs inside the page, before its own scripts: looks at every frame whether launcher and field can be seen, and waits
 * until what can be seen was drawn.
 */
export function watchParts({ launcher, field }: { launcher: readonly string[]; field: readonly string[] }): void {
  const find = (path: readonly string[]) => {
    let place: ParentNode | null | undefined = document;
    for (const selector of path.slice(0, -1)) place = place?.querySelector(selector)?.shadowRoot;
    return place?.querySelector<HTMLInputElement>(path.at(-1) ?? '');
  };
  const stands = (path: readonly string[]) => {
    const element = find(path);
    if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.disabled)
      return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0;
  };
  const drawn = (path: readonly string[]) =>
    new Promise<number>(resolve => {
      const look = () => {
        if (!stands(path)) return void requestAnimationFrame(look);
        // A message posted before a frame is drawn is read after it.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now()));
        port1.start();
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
  const clicked = new Promise<number>(resolve => {
    addEventListener('click', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
  });
  const benchLauncher = drawn(launcher);
  const benchUsable = clicked.then(async at => (await drawn(field)) - at);
  Object.assign(globalThis, { benchLauncher, benchUsable });
}

/** When the launcher was drawn, in milliseconds since the page was asked for; runs inside the page. */
export function launcherTime(): Promise<number> {
  return (globalThis as unknown as { benchLauncher: Promise<number> }).benchLauncher;
}

/** How many milliseconds after the click the field was drawn; runs inside the page. */
export function usableTime(): Promise<number> {
  return (globalThis as unknown as { benchUsable: Promise<number> }).benchUsable;
}
