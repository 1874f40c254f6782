import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext } from 'playwright-core';

/**
 * Milliseconds from the click on the launcher until the panel is on the screen. The panel's files are in the browser's
 * cache from an earlier page; this page has not read them: pointing at the launcher and pressing it are one movement.
 */
export async function measureOpening(browser: Browser, url: string, slowdown: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  try {
    await openOnce(context, url, 1);
    return await openOnce(context, url, slowdown);
  } finally {
    await context.close();
  }
}

async function openOnce(context: BrowserContext, url: string, slowdown: number): Promise<number> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(url, { waitUntil: 'load' });
  const launcher = page.getByRole('button', { name: 'Open help' });
  await launcher.waitFor();
  const box = await launcher.boundingBox();
  if (!box) throw new Error(`${url}: expected a launcher on the screen, got none`);
  await sleep(500);
  await page.evaluate(watchClick);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  // A panel that never comes ends the bench after this, instead of holding it up.
  await page.getByRole('dialog').waitFor({ timeout: 15_000 });
  const milliseconds = await page.evaluate(readOpening);
  await page.close();
  return milliseconds;
}

/** Runs inside the page: from the click on, looks at every frame whether the panel stands, and waits until it was drawn. */
function watchClick(): void {
  const stands = () =>
    [...document.querySelectorAll('*')].some(element =>
      element.shadowRoot?.querySelector('[role="dialog"]')?.checkVisibility(),
    );
  const benchOpening = new Promise<number>(resolve => {
    const look = (clickedAt: number) => {
      if (!stands()) return void requestAnimationFrame(() => look(clickedAt));
      // A message posted before a frame is drawn is read after it.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now() - clickedAt));
      port1.start();
      port2.postMessage(null);
    };
    document.addEventListener('click', ({ timeStamp }) => requestAnimationFrame(() => look(timeStamp)), true);
  });
  Object.assign(globalThis, { benchOpening });
}

/** Milliseconds that `watchClick` took; runs inside the page. */
function readOpening(): Promise<number> {
  return (globalThis as unknown as { benchOpening: Promise<number> }).benchOpening;
}
