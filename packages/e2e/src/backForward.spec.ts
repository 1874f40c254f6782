import { launch } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { startWorld, type World } from './startWorld.js';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

/** Runs in the page, before its scripts: counts its sockets, and how often it came back from the cache. */
function watchPage(): void {
  const sockets: WebSocket[] = [];
  const Original = WebSocket;
  window.WebSocket = class extends Original {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      sockets.push(this);
    }
  };
  const watched = { sockets, restored: 0, openWhenRestored: -1 };
  Object.assign(window, { watched });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    watched.restored += 1;
    watched.openWhenRestored = sockets.filter(socket => socket.readyState === WebSocket.OPEN).length;
  });
}

/** Runs in the page: presses the button of the panel. */
function askForPerson(): void {
  const buttons = document.querySelector('handrail-host')?.shadowRoot?.querySelectorAll<HTMLElement>('.panel button');
  const wanted = [...(buttons ?? [])].find(button => button.textContent?.includes('Talk to a person'));
  if (!wanted) throw new Error('expected a button to talk to a person, got none');
  wanted.click();
}

interface Watched {
  readonly watched: { sockets: WebSocket[]; restored: number; openWhenRestored: number };
}

test('the browser’s back-forward cache: the panel stands open, the draft is there, the socket was closed and is back', async () => {
  const { site, agent } = world;
  // Playwright turns this cache off and cannot follow a page into it; Puppeteer can.
  const browser = await launch({
    executablePath: process.env.HANDRAIL_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    defaultViewport: { width: 1280, height: 860 },
  });
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', error => problems.push(String(error)));
    await page.evaluateOnNewDocument(watchPage);
    await page.goto(site);
    await page.locator('handrail-host >>> .launcher').click();
    await page.waitForSelector('handrail-host >>> .panel');
    await page.evaluate(askForPerson);
    const id = await waiting(agent);
    await agent.take(id);
    await page.locator('handrail-host >>> .panel ::-p-text(Mina Holm joined)').wait();
    const field = await page.locator('handrail-host >>> textarea[data-composer]').waitHandle();
    await field.type('half a sentence');
    const look = () =>
      page.evaluate(() => {
        const { sockets, restored, openWhenRestored } = (window as unknown as Watched).watched;
        const root = document.querySelector('handrail-host')?.shadowRoot;
        return {
          restored,
          openWhenRestored,
          open: sockets.filter(socket => socket.readyState === WebSocket.OPEN).length,
          isPanelOpen: root?.querySelector('[role=dialog]')?.checkVisibility(),
          draft: root?.querySelector<HTMLTextAreaElement>('textarea[data-composer]')?.value,
          hosts: document.querySelectorAll('handrail-host').length,
        };
      });
    expect(await look()).toMatchObject({ restored: 0, open: 1, isPanelOpen: true, draft: 'half a sentence' });

    await page.goto('about:blank');
    await agent.reply(id, 'while you were away');
    await page.goBack();
    await until('a new socket', async () => (await look()).open === 1);
    expect(await look()).toEqual({
      restored: 1,
      openWhenRestored: 0,
      open: 1,
      isPanelOpen: true,
      draft: 'half a sentence',
      hosts: 1,
    });
    await page.locator('handrail-host >>> .panel ::-p-text(while you were away)').wait();
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
  }
});
