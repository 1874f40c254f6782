import type { Agent } from '@handrail/core/agent';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, waiting } from './agent.js';
import { buildPage, pages } from './buildPage.js';
import { countSockets } from './countSockets.js';
import { openBrowser, openPage } from './openBrowser.js';
import { serveFolder } from './serveFolder.js';
import { type RunningServer, startServer } from './startServer.js';

let server: RunningServer;
let site: Awaited<ReturnType<typeof serveFolder>>;
let built: Awaited<ReturnType<typeof buildPage>>;
let browser: Browser;
let agents: Readonly<Record<string, Agent>> = {};

/** Two sites beside the demo's, and who answers there. */
const ALSO = { parts: 'pia', rental: 'ria' };

beforeAll(async () => {
  site = await serveFolder(pages);
  [server, browser] = await Promise.all([startServer({ origins: [site.origin], also: ALSO }), openBrowser()]);
  built = await buildPage({ 'index.html': HTML, 'main.js': mainOf(server.origin) });
  const [demo, parts, rental] = await Promise.all([
    signIn(server.origin, server.signIn),
    ...Object.values(ALSO).map(async id => signIn(server.origin, await server.signInFor(id))),
  ]);
  agents = { demo, parts, rental } as Readonly<Record<string, Agent>>;
}, 60_000);
afterAll(async () => {
  for (const agent of Object.values(agents)) agent.destroy();
  built?.remove();
  site?.server.close();
  await Promise.all([browser?.close(), server?.stop()]);
});

const HTML = `<!doctype html><html lang="en"><head><title>Three</title><link rel="icon" href="data:,">
<style>#place { margin-inline-start: 432px; inline-size: 400px; block-size: 600px; }</style></head>
<body><div id="place"></div><script type="module" src="main.js"></script></body></html>`;

/** Two widgets over the page, on either side, and one in an element of it. */
const mainOf = (origin: string) => `import { createWidget } from '@handrail/widget';

const make = (site, config, more) => createWidget({ server: '${origin}', assets: '${origin}/w/', site, config: { locales: ['en'], ...config }, ...more });
window.widgets = {
  demo: make('demo', { name: 'Shop' }),
  parts: make('parts', { name: 'Parts', launcher: { side: 'start' } }),
  rental: make('rental', { name: 'Rental' }, { target: '#place' }),
};`;

type Calls = Readonly<Record<string, { open(): Promise<void>; destroy(): void }>>;
const openWidget = (page: Page, name: string) =>
  page.evaluate(one => (window as unknown as { widgets: Calls }).widgets[one]?.open(), name);
const destroy = (page: Page, name: string) =>
  page.evaluate(one => (window as unknown as { widgets: Calls }).widgets[one]?.destroy(), name);

/** What the live region beside a panel says. */
const spoken = (panel: Locator) => panel.locator('xpath=following-sibling::p[@role="status"]').textContent();

/** Gets a person of the site into a widget's chat. */
async function reachPerson(page: Page, panel: Locator, name: string): Promise<string> {
  await openWidget(page, name);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  const id = await waiting(agents[name] as Agent);
  await agents[name]?.take(id);
  await panel
    .getByText(/ joined$/)
    .first()
    .waitFor();
  return id;
}

test('three widgets on one page, one of them inline, know nothing of each other', async () => {
  const { page, problems, context } = await openPage(browser);
  const open = countSockets(page);
  await page.goto(`${site.origin}/${built.path}`);
  const panels = {
    demo: page.getByRole('dialog', { name: 'Shop' }),
    parts: page.getByRole('dialog', { name: 'Parts' }),
    rental: page.getByRole('region', { name: 'Rental' }),
  };
  await panels.rental.waitFor();
  expect(await page.locator('handrail-host').count()).toBe(3);
  const launchers = page.locator('button.launcher:visible');
  expect(await launchers.count()).toBe(2);
  const [right, left] = await Promise.all([launchers.nth(0).boundingBox(), launchers.nth(1).boundingBox()]);
  expect((right?.x ?? 0) - (left?.x ?? 0)).toBeGreaterThan(600);

  const ids: Record<string, string> = {};
  for (const [name, panel] of Object.entries(panels)) ids[name] = await reachPerson(page, panel, name);
  expect(new Set(Object.values(ids)).size).toBe(3);
  await expect.poll(open).toBe(3);

  for (const [name, panel] of Object.entries(panels)) await panel.locator('textarea').last().fill(`draft of ${name}`);
  await agents.demo?.reply(ids.demo as string, 'for the shop');
  await panels.demo.getByText('for the shop', { exact: true }).waitFor();
  await expect.poll(() => spoken(panels.demo)).toContain('for the shop');
  for (const name of ['parts', 'rental'] as const) {
    expect(await panels[name].getByText('for the shop').count()).toBe(0);
    expect(await spoken(panels[name])).not.toContain('for the shop');
  }
  for (const [name, panel] of Object.entries(panels))
    expect(await panel.locator('textarea').last().inputValue()).toBe(`draft of ${name}`);
  const sites = await page.evaluate(() => Object.keys(localStorage).map(key => key.split(':').slice(0, 2).join(':')));
  expect(new Set(sites)).toEqual(new Set(['handrail:demo', 'handrail:parts', 'handrail:rental']));

  // Esc closes the panel that has the focus, and gives the focus to its own launcher.
  await panels.parts.locator('textarea').last().focus();
  await page.keyboard.press('Escape');
  await panels.parts.waitFor({ state: 'hidden' });
  expect(await panels.demo.isVisible()).toBe(true);
  const focused = await page.evaluate(() => {
    const host = document.activeElement;
    return [...document.querySelectorAll('handrail-host')].indexOf(host as Element);
  });
  expect(focused).toBe(
    await page.evaluate(() =>
      [...document.querySelectorAll('handrail-host')].findIndex(host =>
        host.shadowRoot?.querySelector('.launcher.start'),
      ),
    ),
  );

  await destroy(page, 'demo');
  await expect.poll(() => page.locator('handrail-host').count()).toBe(2);
  await expect.poll(open).toBe(2);
  await openWidget(page, 'parts');
  for (const name of ['parts', 'rental'] as const) {
    await agents[name]?.reply(ids[name] as string, `still in ${name}`);
    await panels[name].getByText(`still in ${name}`, { exact: true }).waitFor();
    expect(await panels[name].locator('textarea').last().inputValue()).toBe(`draft of ${name}`);
  }
  expect(problems).toEqual([]);
  await context.close();
});
