import { launch, type Page, ProtocolError } from 'puppeteer-core';
import type { EnginePage, OpenEngine } from './engine.js';

/** No add-ons and no processes in reserve: a start takes a third less work. */
const LEAN = {
  'extensions.enabledScopes': 0,
  'extensions.webextensions.remote': false,
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
};

/** Starts Firefox without a window, by WebDriver BiDi; `HANDRAIL_FIREFOX` says where it is. */
export const openFirefox: OpenEngine = async ({ dark = false } = {}) => {
  const browser = await launch({
    browser: 'firefox',
    executablePath: process.env.HANDRAIL_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    defaultViewport: { width: 1280, height: 860 },
    // The preference of content, `0` for dark and `1` for light; Firefox has no command for it.
    extraPrefsFirefox: { ...LEAN, 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 },
  });
  const version = (await browser.version()).replace(/^.*\//, '');
  return {
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      return { ...pageOf(page), version, close: () => context.close() };
    },
    close: () => browser.close(),
  };
};

function pageOf(page: Page): Omit<EnginePage, 'version' | 'close'> {
  return {
    goto: async url => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: <A extends readonly unknown[], R>(work: (...args: A) => R, ...args: A) =>
      page.evaluate(work as unknown as (...args: unknown[]) => R, ...args) as Promise<R>,
    click: ({ x, y }) => page.mouse.click(x, y),
    type: text => page.keyboard.type(text),
    press: key => page.keyboard.press(key),
    resize: (width, height) => page.setViewport({ width, height }).catch(passUnknown),
    picture: () => page.screenshot(),
  };
}

/** Beside the size puppeteer sets an orientation, which Firefox before 144 does not know; the size is set all the same. */
function passUnknown(error: unknown): void {
  if (!(error instanceof ProtocolError && error.message.includes('unknown command'))) throw error;
}
