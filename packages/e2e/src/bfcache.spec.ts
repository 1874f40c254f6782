import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, waiting } from './agent.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf } from './panel.js';
import { type Site, startSite } from './startWorld.js';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await startSite();
  browser = await chromium.launch({
    executablePath: process.env.HANDRAIL_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
afterAll(() => Promise.all([browser?.close(), site?.stop()]));

/** Connections of the server: the agent's and the customer's. Browsers tell nothing of sockets of a page that sleeps. */
const connections = async () =>
  Number(/^handrail_connections (\d+)$/m.exec(await (await fetch(`${site.server.origin}/metrics`)).text())?.[1]);

test('a page the browser kept alive comes back as it was: panel open, draft there, one new socket', async () => {
  const agent = await signIn(site.server.origin, site.server.signIn);
  const { page, problems, context } = await openPage(browser);
  await page.goto(site.site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();
  await panel.locator('textarea').fill('half a sen');
  await page.evaluate(() => {
    const host = window as unknown as { kept: boolean };
    host.kept = false;
    addEventListener('pageshow', event => {
      host.kept = event.persisted;
    });
  });
  expect(await connections()).toBe(2);
  await page.goto(`${site.site}/other`);
  await agent.reply(id, 'while you were away');
  await page.goBack({ waitUntil: 'commit' });
  await expect.poll(() => page.evaluate(() => (window as unknown as { kept?: boolean }).kept)).toBe(true);
  expect(await panelOf(page).isVisible()).toBe(true);
  expect(await panelOf(page).locator('textarea').inputValue()).toBe('half a sen');
  await panelOf(page).getByText('while you were away', { exact: true }).waitFor();
  await expect.poll(connections).toBe(2);
  expect(problems).toEqual([]);
  agent.destroy();
  await context.close();
});
