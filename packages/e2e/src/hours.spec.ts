import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, until } from './agent.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import type { RunningServer } from './startServer.js';
import { type Site, startSite } from './startWorld.js';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Open on one day only: two days from now. */
function hoursInTwoDays() {
  const day = DAYS[(new Date().getUTCDay() + 2) % 7] ?? 'mon';
  return { zone: 'UTC', [day]: ['09:00-18:00'] };
}

let world: Site;
let site: string;
let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  world = await startSite({ hours: hoursInTwoDays() });
  ({ server, site, browser } = world);
});
afterAll(() => world?.stop());

test('outside hours: says when somebody is back, keeps the text over a reload, and the message reaches the inbox', async () => {
  // An agent at the desk does not make it open.
  const agent = await signIn(server.origin, server.signIn);
  const { page, problems, context } = await openPage(browser, { timezoneId: 'Europe/Berlin' });
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByText(/^Back \w+day/).waitFor();
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await say(page, 'My motor cuts out on every hill');
  await panel.locator('.bot-turn').first().waitFor();
  await say(page, '人工客服');
  await panel.getByText(/Nobody is here right now. We are back \w+day/).waitFor();
  await page.reload();
  const again = panelOf(page);
  await again.getByText('My motor cuts out on every hill').first().waitFor();
  await say(page, 'talk to a person');
  const message = again.getByLabel('Message', { exact: true });
  await message.waitFor();
  expect(await message.inputValue()).toContain('My motor cuts out on every hill');
  await again.getByLabel('E-mail').fill('ana@example.com');
  await again.getByRole('button', { name: 'Send message' }).click();
  await again.getByRole('heading', { name: 'We have your message' }).waitFor();
  const record = await until('the message', () =>
    agent.$conversations.get().find(one => one.email === 'ana@example.com' && one.owner === 'queue'),
  );
  expect(record.ownerReason).toBe('left_message');
  expect(problems).toEqual([]);
  agent.destroy();
  await context.close();
});
