import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../agent.js';
import { freePort } from '../startServer.js';
import type { OpenEngine } from './engine.js';
import { startDisplay } from './startDisplay.js';
import { startProcess } from './startProcess.js';
import { startSession } from './webDriver.js';
import { webDriverPage } from './webDriverPage.js';

/**
 * Starts the driver of WebKitGTK on a screen of its own; `HANDRAIL_WEBKIT` says where it is. It has one page at a time, each
 * in a browser of its own.
 */
export const openWebKit: OpenEngine = async ({ dark = false } = {}) => {
  const display = await startDisplay(1400, 1000);
  const home = mkdtempSync(join(tmpdir(), 'handrail-webkit-'));
  const port = await freePort();
  const driver = await startProcess(process.env.HANDRAIL_WEBKIT ?? '/usr/bin/WebKitWebDriver', [`--port=${port}`], {
    DISPLAY: display.name,
    GDK_BACKEND: 'x11',
    GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita',
    HOME: home,
  });
  const close = async () => {
    await driver.stop();
    await display.stop();
    rmSync(home, { recursive: true, force: true });
  };
  const address = `http://127.0.0.1:${port}`;
  await until('the driver of WebKitGTK', () =>
    fetch(`${address}/status`).then(
      answer => answer.ok,
      () => false,
    ),
  ).catch(async error => {
    await close();
    throw error;
  });
  return {
    async open() {
      const session = await startSession(address);
      const page = webDriverPage(session);
      await page.resize(1280, 860);
      return page;
    },
    close,
  };
};
