import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { readNotes, watchPage } from './watchPage.js';

/** What one load of a page cost, in a browser that never saw it. */
export interface PageLoad {
  readonly requests: number;
  /** Bytes over the wire, with headers. */
  readonly bytes: number;
  /** Milliseconds of script, compiling included. */
  readonly scriptMs: number;
  /** Tasks of 50 ms and more. */
  readonly longTasks: number;
  /** Milliseconds of the longest of them; 0 without one. */
  readonly longestMs: number;
  /** Cumulative layout shift. */
  readonly shift: number;
  /** Entries in local and session storage, cookies, databases, caches. */
  readonly stored: number;
  readonly sockets: number;
}

/** How long after `load` the page is watched, in milliseconds. */
const WATCH_MS = 1500;

/**
 * Opens an address and touches nothing.
 * @param slowdown of the processor, as in the browser's developer tools
 */
export async function measureLoad(browser: Browser, url: string, slowdown: number): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    let [requests, bytes, sockets] = [0, 0, 0];
    page.on('websocket', () => {
      sockets += 1;
    });
    devtools.on('Network.requestWillBeSent', ({ request }) => {
      if (request.url.startsWith('http')) requests += 1;
    });
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await Promise.all([
      devtools.send('Network.enable'),
      devtools.send('Performance.enable'),
      devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown }),
      page.addInitScript(watchPage),
    ]);
    await page.goto(url, { waitUntil: 'load' });
    await sleep(WATCH_MS);
    const { metrics } = await devtools.send('Performance.getMetrics');
    const script = metrics.find(metric => metric.name === 'ScriptDuration')?.value ?? Number.NaN;
    const { longTasks, shift, stored } = await page.evaluate(readNotes);
    const longestMs = Math.max(0, ...longTasks);
    return { requests, bytes, scriptMs: script * 1000, longTasks: longTasks.length, longestMs, shift, stored, sockets };
  } finally {
    await context.close();
  }
}
