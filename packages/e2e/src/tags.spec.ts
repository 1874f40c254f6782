import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { addAxe, axe } from './axe.js';
import { openPage } from './openBrowser.js';
import { openPanel } from './panel.js';
import { startWorld, type World } from './startWorld.js';

let world: World;
let id: string;
/** Of a browser that is signed in. */
let storageState: Awaited<ReturnType<BrowserContext['storageState']>>;
const pictures = process.env.HANDRAIL_PICTURES;
const frames: string[] = [];

beforeAll(async () => {
  world = await startWorld();
  const { page } = await openPage(world.browser);
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => void frames.push(String(payload))));
  await page.goto(world.site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('You are next').waitFor();
  id = await waiting(world.agent);
});
afterAll(() => world?.stop());

const tags = () => world.agent.$conversations.get().find(one => one.id === id)?.tags;
const field = (inbox: Page) => inbox.locator('[data-tag-input]');

test('added by keyboard with those in use offered, listed by tag, taken off, and never told to the customer', async () => {
  await world.agent.take(id);
  const { page: inbox, problems, context } = await openPage(world.browser, { viewport: { width: 1440, height: 900 } });
  await inbox.goto(`${world.server.origin}/inbox/#sign-in=${await world.server.signInFor('mina')}`);
  await inbox.locator(`[data-conversation="${id}"]`).click();
  await field(inbox).waitFor();
  await inbox.keyboard.press('t');
  await inbox.keyboard.type('difficult');
  await inbox.keyboard.press('Enter');
  await inbox.keyboard.type('warranty, ');
  await inbox.getByRole('button', { name: 'Remove the tag warranty' }).waitFor();
  await expect.poll(tags).toEqual(['difficult', 'warranty']);
  await inbox.getByRole('button', { name: 'Remove the tag warranty' }).click();
  await inbox.getByRole('button', { name: 'Remove the tag warranty' }).waitFor({ state: 'detached' });
  await inbox.getByRole('combobox', { name: 'Show by tag' }).selectOption('difficult');
  expect(await inbox.locator('[data-conversation]').count()).toBe(1);
  await world.agent.reply(id, 'Hello there.');
  await until('the reply', () => frames.some(frame => frame.includes('Hello there.')));
  expect(frames.join('')).not.toMatch(/difficult|warranty/);
  expect(problems).toEqual([]);
  storageState = await context.storageState();
  await context.close();
});

test.each(['en', 'ar', 'zh-Hans'])('%s: wide, on a phone, in the dark', async lang => {
  await world.agent.addTags(id, ['returns', 'gold customer', 'waits for the workshop', 'E-bike']);
  for (const [name, options] of [
    ['wide', { viewport: { width: 1440, height: 900 } }],
    ['phone', { viewport: { width: 320, height: 640 } }],
    ['dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' }],
  ] as const) {
    const { page, context } = await openPage(world.browser, {
      ...options,
      locale: lang,
      storageState,
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    await page.goto(`${world.server.origin}/inbox/`);
    const row = page.locator(`[data-conversation="${id}"]`);
    await row.waitFor();
    await addAxe(page);
    if (pictures) await page.screenshot({ path: `${pictures}/tags-${lang}-${name}-list.png` });
    expect(await axe(page, '.queue')).toEqual([]);
    await row.click();
    await page.keyboard.press('t');
    await expect.poll(() => field(page).evaluate(node => node === document.activeElement)).toBe(true);
    if (pictures) await page.screenshot({ path: `${pictures}/tags-${lang}-${name}.png` });
    expect(await axe(page, '.story')).toEqual([]);
    const box = await field(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= (page.viewportSize()?.width ?? 0)).toBe(true);
    await context.close();
  }
});
