import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import type { RunningServer } from './startServer.js';
import { type Site, startSite } from './startWorld.js';

let world: Site;
let site: string;
let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  world = await startSite();
  ({ server, site, browser } = world);
});
afterAll(() => world?.stop());

test('before the customer acts: one request, nothing stored, no socket', async () => {
  const { page, problems, context } = await openPage(browser);
  const requests: string[] = [];
  const sockets: string[] = [];
  page.on('request', request => requests.push(request.url()));
  page.on('websocket', socket => sockets.push(socket.url()));
  await page.goto(site);
  await page.getByRole('button', { name: 'Open help' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(requests.filter(url => url.startsWith(server.origin) && !url.endsWith('mark.svg'))).toEqual([
    `${server.origin}/w/demo.js`,
  ]);
  expect(sockets).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(await context.cookies()).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test('search while typing, the matching section, a vote, and back to the same place', async () => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('textbox', { name: 'Search for answers' }).pressSequentially('frame size');
  const options = panel.getByRole('option');
  await options.first().waitFor();
  expect(await panel.locator('mark').count()).toBeGreaterThan(0);
  await panel.getByRole('combobox').press('ArrowDown');
  await panel.getByRole('combobox').press('ArrowUp');
  await panel.getByRole('combobox').press('Enter');
  await panel.getByRole('heading', { level: 2 }).first().waitFor();
  await panel.getByText('Did this help?').scrollIntoViewIfNeeded();
  await panel.getByRole('button', { name: 'No', exact: true }).click();
  await panel.getByRole('button', { name: 'Out of date' }).click();
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await panel.getByText('We read every note').waitFor();
  await panel.getByRole('button', { name: 'Back' }).click();
  expect(await panel.getByRole('combobox').inputValue()).toBe('frame size');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

test('no result is not the end', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('textbox', { name: 'Search for answers' }).pressSequentially('xylophone quux');
  await panel.getByRole('heading', { name: 'Nothing on that yet' }).waitFor();
  await panel.getByRole('button', { name: 'Ask it' }).waitFor();
  await panel.getByRole('button', { name: 'Talk to a person' }).waitFor();
  await context.close();
});

test('the bot quotes its source; no, then rephrase once, then a person is offered', async () => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await say(page, 'How long is the warranty on the frame?');
  await panel.getByText('Did this help?').waitFor();
  expect(await panel.locator('.source').first().innerText()).toMatch(/warranty/i);
  expect(await panel.getByText('automated').count()).toBeGreaterThan(0);
  await panel.getByRole('button', { name: 'No', exact: true }).click();
  await expect.poll(() => panel.locator('.bot-turn').count()).toBeGreaterThan(2);
  await say(page, 'qwertz bnmlkj');
  await panel.locator('.choices-row').getByRole('button', { name: 'Talk to a person' }).waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

test('articles draw tables, callouts, images and links under the strictest policy', async () => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(site);
  await openPanel(page);
  await page.evaluate(() =>
    (window as unknown as { Handrail: (m: string, id: string) => void }).Handrail('openArticle', 'battery-charging'),
  );
  const article = panelOf(page).getByRole('article');
  await article.locator('table').first().waitFor();
  await article.getByRole('note').first().waitFor();
  await article.locator('img').first().scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      article
        .locator('img')
        .first()
        .evaluate(image => (image as HTMLImageElement).naturalWidth),
    )
    .toBeGreaterThan(0);
  await article.locator('button.ref').first().click();
  await expect.poll(() => panelOf(page).getByRole('heading', { level: 1 }).innerText()).not.toMatch(/Charge/);
  expect(problems).toEqual([]);
  await context.close();
});

test('an article folds and leads to its footnotes and back, by keyboard', async () => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(site);
  await openPanel(page);
  await page.evaluate(() =>
    (window as unknown as { Handrail: (m: string, id: string) => void }).Handrail('openArticle', 'ebike-errors'),
  );
  const article = panelOf(page).getByRole('article');
  const key = article.getByText('Mode', { exact: true });
  const summary = article.locator('summary');
  await summary.waitFor();
  expect(await key.isVisible()).toBe(false);
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => key.isVisible()).toBe(true);
  const mark = article.getByRole('button', { name: 'Footnote 1', exact: true });
  await mark.focus();
  await page.keyboard.press('Enter');
  const hasFocus = (selector: string) => article.locator(selector).evaluate(element => element.matches(':focus'));
  await expect.poll(() => hasFocus('[data-note="1"]')).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => hasFocus('.note-mark')).toBe(true);
  expect(problems).toEqual([]);
  await context.close();
});

test('Chinese: search inside words, the bot, and a clear request for a person', async () => {
  const { page, problems, context } = await openPage(browser, { locale: 'zh-CN' });
  await page.goto(`${site}/?lang=zh-Hans`);
  const panel = await openPanel(page, '打开帮助');
  await panel.getByRole('textbox', { name: '搜索答案' }).fill('电池充电');
  await panel.getByRole('option').first().waitFor();
  expect(await panel.locator('mark').first().innerText()).toMatch(/电池|充电/);
  await panel.getByRole('button', { name: '直接问这个问题' }).click();
  await panel.getByText('自动回复').first().waitFor();
  await say(page, '人工客服');
  // Nobody is signed in: the form opens, with what was said.
  await panel.getByRole('heading', { name: '留言' }).waitFor();
  expect(await panel.getByLabel('留言内容').inputValue()).toContain('电池充电');
  expect(problems).toEqual([]);
  await context.close();
});

test('Arabic: the panel mirrors', async () => {
  const { page, problems, context } = await openPage(browser, { locale: 'ar' });
  await page.goto(`${site}/?lang=ar`);
  const panel = await openPanel(page, 'فتح المساعدة');
  expect(await panel.evaluate(element => getComputedStyle(element).direction)).toBe('rtl');
  const box = await panel.boundingBox();
  expect(box?.x).toBeLessThan(100);
  expect(problems).toEqual([]);
  await context.close();
});
