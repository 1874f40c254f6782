import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waiting } from './agent.js';
import { addAxe, axe } from './axe.js';
import { openPage } from './openBrowser.js';
import { openPanel, say } from './panel.js';
import { startWorld, type World } from './startWorld.js';

const PICTURES = process.env.HANDRAIL_PICTURES;
const MINE = '看https://shop.example/orders/NB-204815?from=mail，谢谢。写信到ana@shop.example谢谢';
const THEIRS = 'Read (https://shop.example/w_(b)), **then** write to help@shop.example.';
const ATTACK = 'javascript:alert(1) https://shop.example@evil.example/ data:text/html,x //evil.example/x';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const hrefs = (page: Page, inside: string) =>
  page.locator(`${inside} a`).evaluateAll(links => links.map(link => link.getAttribute('href')));
const picture = async (page: Page, name: string) => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/links-${name}.png` });
};

test('addresses of both sides are links, in the panel and in the inbox', async () => {
  const { browser, site, agent, server } = world;
  const { page, problems, context } = await openPage(browser, { bypassCSP: true });
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  await agent.take(id);
  await say(page, MINE);
  await say(page, ATTACK);
  await agent.reply(id, THEIRS);
  const mine = ['https://shop.example/orders/NB-204815?from=mail', 'mailto:ana@shop.example'];
  const theirs = ['https://shop.example/w_(b)', 'mailto:help@shop.example'];
  await expect.poll(() => hrefs(page, '.mine .bubble')).toEqual(mine);
  await expect.poll(() => hrefs(page, '.theirs .bubble')).toEqual(theirs);
  expect(await panel.locator('.mine .bubble').allTextContents()).toEqual([MINE, ATTACK]);

  const link = panel.getByRole('link', { name: mine[0] ?? '' });
  await link.focus();
  expect(await link.evaluate(element => element.matches(':focus-visible'))).toBe(true);
  const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
  expect(await opened.evaluate(() => window.opener)).toBeNull();
  await opened.close();
  await addAxe(page);
  expect(await axe(page, 'handrail-host')).toEqual([]);
  await picture(page, 'panel-wide');
  await page.setViewportSize({ width: 320, height: 640 });
  const sideways = await panel.locator('.body').evaluate(body => body.scrollWidth - body.clientWidth);
  expect(sideways).toBe(0);
  await picture(page, 'panel-320');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axe(page, 'handrail-host')).toEqual([]);
  await picture(page, 'panel-dark');
  expect(problems).toEqual([]);

  const inbox = await openPage(browser, { bypassCSP: true });
  await inbox.page.goto(`${server.origin}/inbox/#sign-in=${await server.signInFor('jonas')}`);
  await inbox.page.getByRole('button', { name: /All open/ }).click();
  await inbox.page.locator(`[data-conversation="${id}"]`).click();
  await expect.poll(() => hrefs(inbox.page, '.message.visitor')).toEqual(mine);
  await expect.poll(() => hrefs(inbox.page, '.message.agent')).toEqual(theirs);
  await addAxe(inbox.page);
  expect(await axe(inbox.page, '.desk-main')).toEqual([]);
  await picture(inbox.page, 'inbox-wide');
  await Promise.all([context.close(), inbox.context.close()]);
});
