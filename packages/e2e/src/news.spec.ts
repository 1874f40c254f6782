import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { addAxe, axe } from './axe.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import { startWorld, type World } from './startWorld.js';

let world: World;
const pictures = process.env.HANDRAIL_PICTURES;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

/** Counts the notes the page plays instead of playing them. */
async function countNotes(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const host = window as unknown as { notes: number };
    host.notes = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...given) {
      host.notes += 1;
      return start.apply(this, given);
    };
  });
  return () => page.evaluate(() => (window as unknown as { notes: number }).notes);
}

async function withMina(page: Page): Promise<string> {
  await openPanel(page);
  await panelOf(page).getByRole('button', { name: 'Ask a question' }).click();
  await say(page, 'I want to talk to a person');
  const id = await waiting(world.agent);
  await world.agent.take(id);
  await panelOf(page).getByText('Mina Holm joined').waitFor();
  return id;
}

const hide = (page: Page, hidden: boolean) =>
  page.evaluate(value => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

test('a person writes while the customer looks elsewhere: badge, title, a sound for who chose one, and the line where reading stopped', async () => {
  const { page, problems, context } = await openPage(world.browser);
  const notes = await countNotes(page);
  await page.goto(world.site);
  const title = await page.title();
  const panel = panelOf(page);
  const id = await withMina(page);
  await world.agent.reply(id, 'One moment, please.');
  await panel.getByText('One moment').waitFor();
  expect(await panel.getByText('1 new message').count()).toBe(0);

  await panel.getByRole('button', { name: 'More', exact: true }).press('Enter');
  const choice = panel.getByRole('menuitemcheckbox', { name: 'Sound for new messages' });
  const isFocused = (item: Locator) => expect.poll(() => item.evaluate(one => one.matches(':focus'))).toBe(true);
  await isFocused(panel.getByRole('menuitem').first());
  await page.keyboard.press('ArrowUp');
  await isFocused(choice);
  expect(await choice.getAttribute('aria-checked')).toBe('false');
  await page.keyboard.press('Enter');
  await expect.poll(() => choice.getAttribute('aria-checked')).toBe('true');
  await expect.poll(notes).toBe(2);
  await addAxe(page);
  expect(await axe(page, 'handrail-host')).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/sound-choice.png` });
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Close', exact: true }).click();

  await hide(page, true);
  await world.agent.reply(id, 'Here it is: your parcel is in Bremen.');
  await world.agent.reply(id, 'It arrives tomorrow.');
  await until('the count', async () => (await page.title()) === `(2) ${title}`);
  await until('the sound', async () => (await notes()) === 4);
  await hide(page, false);
  expect(await page.title()).toBe(title);
  await page.getByRole('button', { name: /2 unread/ }).click();
  const line = panel.getByText('2 new messages');
  await line.waitFor();
  expect(await line.evaluate(one => one.nextElementSibling?.textContent)).toContain('your parcel is in Bremen');
  if (pictures) await page.screenshot({ path: `${pictures}/unread-line.png` });
  await world.agent.reply(id, 'Anything else?');
  await panel.getByText('Anything else?').waitFor();
  expect(await panel.getByText('2 new messages').count()).toBe(1);
  expect(await notes()).toBe(4);
  expect(problems).toEqual([]);
  await world.agent.close(id);
  await context.close();
});

test('an address opens a place, on load and later, and the page’s history is its own', async () => {
  const { page, problems, context } = await openPage(world.browser);
  await page.goto(`${world.site}/#handrail=search/battery`);
  const panel = panelOf(page);
  await panel.getByRole('option').first().waitFor();
  expect(await panel.getByRole('combobox').inputValue()).toBe('battery');
  const length = await page.evaluate(() => history.length);
  await page.evaluate(() => {
    location.hash = '#handrail=chat';
  });
  await panel.locator('textarea').waitFor();
  await page.evaluate(() => {
    location.hash = '#handrail=contact';
  });
  await panel.getByRole('textbox', { name: /mail/i }).waitFor();
  expect(await page.evaluate(() => history.length)).toBe(length + 2);
  expect(new URL(page.url()).hash).toBe('#handrail=contact');
  await page.evaluate(() => {
    location.hash = '#handrail=article/there-is-none';
  });
  await panel.getByText('not here any more').waitFor();
  if (pictures) await page.screenshot({ path: `${pictures}/link-to-nothing.png` });
  expect(problems).toEqual([]);
  await context.close();
});

test('other addresses fetch nothing', async () => {
  const { page, context } = await openPage(world.browser);
  const asked: string[] = [];
  page.on('request', request => request.resourceType() === 'script' && asked.push(request.url()));
  await page.goto(`${world.site}/#section-2`);
  await page.locator('handrail-host .launcher').waitFor();
  const before = asked.length;
  await page.evaluate(() => {
    location.hash = '#another';
  });
  await page.waitForTimeout(300);
  expect(asked.slice(before)).toEqual([]);
  await context.close();
});
