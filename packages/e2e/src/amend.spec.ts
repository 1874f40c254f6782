import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waiting } from './agent.js';
import { ATTACKS } from './attackStrings.js';
import { addAxe, axe } from './axe.js';
import { checkState } from './checkState.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf } from './panel.js';
import { startWorld, type World } from './startWorld.js';
import { forbidden, watchAttacks } from './watchAttacks.js';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const PICTURES = process.env.HANDRAIL_PICTURES;

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
}

/** A customer with Mina in the conversation. */
async function withMina(locale = 'en', at = `${world.site}/?lang=${locale}`) {
  const opened = await openPage(world.browser, { locale, reducedMotion: 'reduce', bypassCSP: true });
  const { page } = opened;
  const notes = await watchAttacks(page, world.server.origin);
  await page.goto(at);
  await page.locator('button.launcher').click();
  const panel = panelOf(page);
  await panel.locator('.door').nth(1).click();
  await panel.locator('.queue-card').waitFor();
  const id = await waiting(world.agent);
  world.agent.open(id);
  await world.agent.take(id);
  await panel
    .getByText(/Mina Holm/)
    .first()
    .waitFor();
  return { ...opened, panel, id, notes };
}

/** Mina's inbox with the conversation on screen. */
async function inboxOf(id: string, more: { locale?: string; colorScheme?: 'dark' } = {}) {
  const opened = await openPage(world.browser, { reducedMotion: 'reduce', bypassCSP: true, ...more });
  const { page } = opened;
  await page.goto(`${world.server.origin}/inbox/#sign-in=${await world.server.signInFor('mina')}`);
  await page.locator(`[data-conversation="${id}"]`).click();
  await page.getByRole('log').waitFor();
  return opened;
}

/** The live region of the panel, as often as it changed. */
function heardOf(panel: Locator): Promise<string[]> {
  return panel.page().evaluate(() => {
    const region = document.querySelector('handrail-host')?.shadowRoot?.querySelector('[role=status]');
    const heard: string[] = [];
    new MutationObserver(() => heard.push(region?.textContent ?? '')).observe(region as Node, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    (globalThis as unknown as { heard: string[] }).heard = heard;
    return heard;
  });
}

const textsOf = (page: Page) => page.locator('handrail-host').evaluate(host => host.shadowRoot?.textContent ?? '');

async function openConversation(page: Page): Promise<void> {
  await panelOf(page).getByRole('region', { name: 'Your conversation' }).getByRole('button').click();
}

test('an agent edits and deletes by menu and by keyboard; the customer sees it live, in a second tab and after a reload', async () => {
  const { page, panel, id, context } = await withMina();
  await world.agent.reply(id, 'It leaves on Tusday.');
  await world.agent.reply(id, 'The code of the door is 4711.');
  await panel.getByText('4711').waitFor();
  const second = await context.newPage();
  await second.goto(`${world.site}/?lang=en`);
  await openPanel(second);
  await openConversation(second);
  await panelOf(second).getByText('4711').waitFor();
  const inbox = await inboxOf(id);
  const log = inbox.page.getByRole('log');
  await heardOf(panel);

  const line = log.getByRole('listitem').filter({ hasText: 'Tusday' });
  await line.hover();
  await line.getByRole('button', { name: 'Message options' }).click();
  await addAxe(inbox.page);
  expect(await axe(inbox.page, '.conversation')).toEqual([]);
  await picture(inbox.page, 'inbox-menu');
  await line.getByRole('button', { name: 'Edit', exact: true }).click();
  const field = log.getByRole('textbox', { name: 'Edit the message' });
  expect(await field.inputValue()).toBe('It leaves on Tusday.');
  expect(await axe(inbox.page, '.conversation')).toEqual([]);
  await picture(inbox.page, 'inbox-edit');
  await field.fill('It leaves on **Tuesday**.');
  await field.press('Enter');
  for (const one of [panel, panelOf(second)]) {
    await one.getByText('It leaves on Tuesday.').waitFor();
    await one.getByText('Edited', { exact: true }).waitFor();
  }
  await log.getByText(/^edited/).waitFor();

  await inbox.page.getByRole('textbox', { name: 'Write a reply' }).press('ArrowUp');
  const again = log.getByRole('textbox', { name: 'Edit the message' });
  expect(await again.inputValue()).toBe('The code of the door is 4711.');
  await again.press('Escape');
  expect(await inbox.page.evaluate(() => document.activeElement?.hasAttribute('data-composer'))).toBe(true);

  const secret = log.getByRole('listitem').filter({ hasText: '4711' });
  await secret.getByRole('button', { name: 'Message options' }).focus();
  await inbox.page.keyboard.press('Enter');
  await inbox.page.keyboard.press('Tab');
  await inbox.page.keyboard.press('Tab');
  await inbox.page.keyboard.press('Enter');
  const dialog = inbox.page.getByRole('dialog', { name: 'Delete this message?' });
  await dialog.waitFor();
  expect(await axe(inbox.page, '.conversation')).toEqual([]);
  await picture(inbox.page, 'inbox-delete');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  for (const one of [panel, panelOf(second), log]) await one.getByText('Message deleted').waitFor();
  expect(await inbox.page.evaluate(() => document.activeElement?.hasAttribute('data-composer'))).toBe(true);
  for (const one of [page, second]) expect(await textsOf(one)).not.toMatch(/4711|Tusday/);
  // A screen reader hears nothing of either.
  expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
  await picture(inbox.page, 'inbox-done');

  const sent: string[] = [];
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => sent.push(String(payload))));
  await second.close();
  await page.reload();
  await panel.getByText('Message deleted').waitFor();
  await panel.getByText('It leaves on Tuesday.').waitFor();
  await expect.poll(() => sent.join('')).toContain('"deleted":');
  expect(`${sent.join('')}${await textsOf(page)}`).not.toMatch(/4711|Tusday/);
  await Promise.all([context.close(), inbox.context.close()]);
});

test('attack strings in edits stay text, in the panel and in the inbox', async () => {
  const { page, panel, id, notes, context } = await withMina('en', `${world.server.origin}/products/ebike-volt.html`);
  const inbox = await inboxOf(id);
  const inboxNotes = await watchAttacks(inbox.page, world.server.origin);
  await world.agent.reply(id, 'to be edited');
  await panel.getByText('to be edited').waitFor();
  const message = world.agent.$thread.get()?.events.findLast(event => event.kind === 'message')?.id ?? '';
  for (const attack of [...ATTACKS, ATTACKS.join('\n\n')]) {
    await world.agent.edit(id, message, `${attack}\n\nend of the edit`);
    await panel.getByText('end of the edit').waitFor();
    expect(await forbidden(page, 'handrail-host')).toEqual([]);
  }
  await world.agent.edit(id, message, `${ATTACKS.join('\n\n')}\n\nlast of all`);
  for (const one of [panel, inbox.page.getByRole('log')]) await one.getByText('last of all').waitFor();
  expect(await forbidden(page, 'handrail-host')).toEqual([]);
  expect(await forbidden(inbox.page, 'body')).toEqual([]);
  expect([...notes, ...inboxNotes]).toEqual([]);
  await Promise.all([context.close(), inbox.context.close()]);
});

test.each(['en', 'ar', 'zh-Hans'])('%s: amended messages pass axe, wide and narrow, light and dark', async locale => {
  const { page, panel, id, context } = await withMina(locale);
  await world.agent.reply(id, 'It leaves tomorrow, and arrives on the day after. You will get a link to follow it.');
  const first = world.agent.$thread.get()?.events.findLast(event => event.kind === 'message')?.id ?? '';
  await world.agent.reply(id, 'Not for you.');
  const last = world.agent.$thread.get()?.events.findLast(event => event.kind === 'message')?.id ?? '';
  await world.agent.edit(id, first, 'It leaves on **Tuesday**, and arrives on the day after.');
  await world.agent.remove(id, last);
  await panel.locator('.gone').waitFor();
  await addAxe(page);
  await checkState(page, `${locale} amended`);
  const inbox = await inboxOf(id, { locale });
  for (const [name, width, scheme] of [
    ['wide', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['narrow', 320, 'light'],
  ] as const) {
    await inbox.page.emulateMedia({ colorScheme: scheme });
    await inbox.page.setViewportSize({ width, height: 720 });
    await inbox.page.locator('.bubble.gone').waitFor();
    await picture(inbox.page, `inbox-${locale}-${name}`);
  }
  await inbox.page.locator('.message-menu button').first().click();
  await addAxe(inbox.page);
  expect(await axe(inbox.page, '.conversation')).toEqual([]);
  await picture(inbox.page, `inbox-${locale}-narrow-menu`);
  await inbox.page.locator('.message-menu .menu-item').first().click();
  await inbox.page.locator('.edit-message textarea').waitFor();
  await picture(inbox.page, `inbox-${locale}-narrow-edit`);
  await Promise.all([context.close(), inbox.context.close()]);
});
