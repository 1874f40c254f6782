import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Subject } from './peers.js';
import { readNotes, watchPage } from './watchPage.js';
import { launcherTime, usableTime, watchParts } from './watchParts.js';

/** What a visitor with an empty cache pays for a widget: first by looking at the page, then by opening the widget. */
export interface Visit {
  /** Requests and bytes over the wire, headers and the page's own included, before the visitor does anything. */
  readonly requests: number;
  readonly bytes: number;
  /** The same bytes once a customer can write. */
  readonly bytesUsable: number;
  /** Requests to any host but this machine, in the whole visit; none is answered. */
  readonly foreign: number;
  /** Milliseconds the main thread was at work, before the visitor does anything. */
  readonly mainMs: number;
  readonly mainUsableMs: number;
  /** Milliseconds of the longest task of the visit; 0 when none took 50. */
  readonly longestMs: number;
  /** Milliseconds from asking for the page until the launcher is drawn. */
  readonly launcherMs: number;
  /** Milliseconds from the click until the field is drawn; NaN when there is nothing to click. */
  readonly usableMs: number;
  /** Bytes of JavaScript objects alive once a customer can write. */
  readonly heap: number;
}

/** How long after the launcher stands, and after the field, the page is watched, in milliseconds. */
const WATCH_MS = 1500;

/** @param slowdown of the processor, as in the browser's developer tools */
export async function measureVisit(browser: Browser, url: string, subject: Subject, slowdown: number): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  // A part that never comes ends the bench after this, instead of holding it up.
  context.setDefaultTimeout(20_000);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const wire = watchWire(devtools);
    await Promise.all([
      ...['Network', 'Performance', 'HeapProfiler'].map(domain =>
        devtools.send(`${domain}.enable` as 'Network.enable'),
      ),
      devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown }),
      page.addInitScript(watchPage),
      page.addInitScript(watchParts, { launcher: subject.launcher ?? subject.field, field: subject.field }),
    ]);
    await page.goto(url, { waitUntil: 'load' });
    const launcherMs = await within(page.evaluate(launcherTime), `${subject.name}: the launcher`);
    await sleep(WATCH_MS);
    const { requests, bytes } = wire;
    const mainMs = await mainTime(devtools);
    const usableMs = subject.launcher ? await click(page, subject) : Number.NaN;
    if (subject.launcher) await sleep(WATCH_MS);
    const mainUsableMs = await mainTime(devtools);
    const { longTasks } = await page.evaluate(readNotes);
    await devtools.send('HeapProfiler.collectGarbage');
    const heap = await metric(devtools, 'JSHeapUsedSize');
    const longestMs = Math.max(0, ...longTasks);
    const { foreign, bytes: bytesUsable } = wire;
    return { requests, bytes, bytesUsable, foreign, mainMs, mainUsableMs, longestMs, launcherMs, usableMs, heap };
  } finally {
    await context.close();
  }
}

/** Counts what goes over the wire from now on. */
function watchWire(devtools: CDPSession): { requests: number; bytes: number; foreign: number } {
  const wire = { requests: 0, bytes: 0, foreign: 0 };
  devtools.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('http')) return;
    wire.requests += 1;
    if (new URL(request.url).hostname !== 'localhost') wire.foreign += 1;
  });
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wire.bytes += encodedDataLength;
  });
  return wire;
}

async function click(page: Page, subject: Subject): Promise<number> {
  // Playwright looks into open shadow roots by itself.
  const box = await page.locator((subject.launcher ?? []).join(' ')).boundingBox();
  if (!box) throw new Error(`${subject.name}: expected a launcher on the screen, got none`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  return within(page.evaluate(usableTime), `${subject.name}: the field to write into`);
}

async function within(time: Promise<number>, what: string): Promise<number> {
  const ended = new AbortController();
  const late = sleep(20_000, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`${what}: expected on the screen within 20 s`);
  });
  try {
    return await Promise.race([time, late]);
  } finally {
    ended.abort();
    late.catch(() => {});
  }
}

const mainTime = async (devtools: CDPSession) => (await metric(devtools, 'TaskDuration')) * 1000;

async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(one => one.name === name)?.value ?? Number.NaN;
}
