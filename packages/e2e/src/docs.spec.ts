import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAxe, axe } from './axe.js';
import { openBrowser, openPage } from './openBrowser.js';
import { openPanel } from './panel.js';
import { type RunningServer, startServer } from './startServer.js';

const build = fileURLToPath(new URL('../../dev/src/buildDocs.mjs', import.meta.url));
const NARROW = { width: 320, height: 640 };
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [build]);
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

/** A page as it is once the widget is there. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${server.origin}/docs/${path}`);
  await page.getByRole('button', { name: 'Open help' }).waitFor();
}

test('Handrail searches its own documentation, under a strict policy and from this server alone', async () => {
  const { page, problems, context } = await openPage(browser);
  const elsewhere: string[] = [];
  page.on('request', request => {
    if (!request.url().startsWith(server.origin) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  await visit(page, '');
  const panel = await openPanel(page);
  await panel.getByRole('textbox', { name: 'Search for answers' }).pressSequentially('content security policy');
  await panel
    .getByRole('option', { name: /Content Security Policy/ })
    .first()
    .click();
  await panel.getByRole('heading', { name: 'A strict page' }).waitFor();
  // The site goes from page to page by itself; the panel stays.
  await page.locator('main').getByRole('link', { name: 'Theming' }).click();
  await page.getByRole('heading', { name: 'Theming', level: 1 }).waitFor();
  await panel.getByRole('heading', { name: 'A strict page' }).waitFor();
  expect(elsewhere).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test.each(['', 'errors/bad_request', 'api/element', 'playground'])(
  '/docs/%s: axe finds nothing, light and dark; at 320 px nothing scrolls sideways',
  async path => {
    const { page, problems, context } = await openPage(browser);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await visit(page, path);
      await addAxe(page);
      expect.soft(await axe(page, 'html'), colorScheme).toEqual([]);
    }
    await page.setViewportSize(NARROW);
    expect.soft(await axe(page, 'html'), '320 px').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
    expect(problems).toEqual([]);
    await context.close();
  },
);

test('the button above the page opens the panel, and a switch of the page reaches it', async () => {
  const { page, problems, context } = await openPage(browser, { colorScheme: 'light' });
  await visit(page, 'install');
  await page.getByRole('switch').first().click();
  await page.getByRole('button', { name: 'Search and ask' }).click();
  await page.locator('.handrail.dark .panel').waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

test('the playground dresses the widget on the page, says its contrasts and what to paste', async () => {
  const { page, problems, context } = await openPage(browser, { colorScheme: 'light' });
  await visit(page, 'playground');
  const place = page.getByRole('region', { name: 'Playground' });
  await openPanel(page);
  const panel = page.locator('.handrail .panel');
  const left = async () => (await page.locator('button.launcher').boundingBox())?.x ?? Number.NaN;

  await place.getByLabel('Accent').fill('#ffdd00');
  const light = place.getByRole('row', { name: /^Light/ });
  // The yellow cannot be read on white; what the widget made of it is what the table says.
  const [told] = await light.getByRole('cell').allTextContents();
  expect(told).not.toBe('#ffdd00');
  await expect
    .poll(() => panel.evaluate(element => getComputedStyle(element).getPropertyValue('--hr-accent')))
    .toBe(told);
  for (const cell of (await light.getByRole('cell').allTextContents()).slice(1, 3))
    expect(Number.parseFloat(cell)).toBeGreaterThanOrEqual(4.5);
  await place.getByText('data-accent="#ffdd00"').waitFor();

  await place.getByLabel('Theme').focus();
  await place.getByLabel('Theme').selectOption('dark');
  await page.locator('.handrail.dark .panel').waitFor();
  expect(await left()).toBeGreaterThan(640);
  await place.getByLabel('Corner of the page').focus();
  await place.getByLabel('Corner of the page').selectOption('start');
  await expect.poll(left).toBeLessThan(640);
  // Whoever chooses goes on choosing, though the panel was opened anew.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');

  await place.getByLabel('Corners').selectOption('square');
  await place.getByText('border-radius: 2px').waitFor();
  await expect.poll(() => panel.evaluate(element => getComputedStyle(element).borderRadius)).toBe('2px');
  await place.getByLabel('Language').selectOption('ar');
  await page.locator('.handrail[lang="ar"] .panel').waitFor();
  // The panel mirrors inside, and stays over its launcher, which keeps to the page's direction.
  await expect.poll(async () => (await panel.boundingBox())?.x).toBeLessThan(100);
  expect(await page.locator('handrail-host').count()).toBe(1);

  // By keyboard: the panel may lie over the link.
  await page.locator('main').getByRole('link', { name: 'Theming' }).first().press('Enter');
  await page.getByRole('heading', { name: 'Theming', level: 1 }).waitFor();
  await page.locator('.handrail:not(.dark) .panel').waitFor();
  expect(await panel.evaluate(element => getComputedStyle(element).borderRadius)).not.toBe('2px');
  expect(problems).toEqual([]);
  await context.close();
});
