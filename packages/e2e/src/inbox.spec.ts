import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import { type RunningServer, startServer } from './startServer.js';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

const story = (inbox: Page) => inbox.getByRole('complementary', { name: 'The story' });
const log = (inbox: Page) => inbox.getByRole('log');

/** Searches, reads, asks the bot, says no, and asks for a person. */
async function askForPerson(page: Page): Promise<void> {
  await page.goto(`${server.origin}/products/ebike-volt.html`);
  const panel = await openPanel(page);
  await panel.getByRole('textbox', { name: 'Search for answers' }).pressSequentially('refund');
  await panel.getByRole('option').first().waitFor();
  await panel.getByRole('combobox').press('Enter');
  await panel.getByText('Did this help?').waitFor();
  await panel.getByRole('button', { name: 'Back' }).click();
  await panel.getByRole('button', { name: 'Back' }).click();
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await say(page, 'How long is the warranty on the frame?');
  await panel.locator('.helped').getByRole('button', { name: 'No', exact: true }).click();
  await panel.locator('.talk-line').getByRole('button', { name: 'Talk to a person' }).click();
  await panel.getByText('In the queue').waitFor();
}

test('a link signs in once; a used code says so; a reload stays signed in', async () => {
  const address = `${server.origin}/inbox/#sign-in=${await server.signInFor('jonas')}`;
  const { page, problems, context } = await openPage(browser);
  await page.goto(address);
  await page.getByRole('heading', { name: 'Mine' }).waitFor();
  // The code does not stay in the address, where histories and screenshots would keep it.
  expect(page.url()).not.toContain('sign-in');
  await page.reload();
  await page.getByRole('heading', { name: 'Mine' }).waitFor();
  expect(problems).toEqual([]);

  const other = await openPage(browser);
  await other.page.goto(address);
  await other.page.getByRole('alert').getByText('This code was used before').waitFor();
  await other.page.getByRole('heading', { name: 'Sign in to the inbox' }).waitFor();
  await other.page.getByLabel('Sign-in link or code').fill('not a code');
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await other.page.getByText('That is not a sign-in link or code').waitFor();
  await other.page.getByLabel('Sign-in link or code').fill(await server.signInFor('jonas'));
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await other.page.getByRole('heading', { name: 'Mine' }).waitFor();
  await Promise.all([context.close(), other.context.close()]);
});

test('from the live queue to the score, by hand on both sides', async () => {
  const inboxPage = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  const inbox = inboxPage.page;
  await inbox.goto(`${server.origin}/inbox/#sign-in=${server.signIn}`);
  await inbox.getByRole('button', { name: /Unassigned/ }).click();
  await inbox.getByText('Nobody is waiting.').waitFor();

  const customer = await openPage(browser);
  const { page } = customer;
  await askForPerson(page);
  const panel = panelOf(page);

  // The queue is live, and so is the title.
  const row = inbox.locator('[data-conversation]').first();
  await row.waitFor();
  await expect.poll(() => inbox.title()).toMatch(/^\(1\)/);
  await row.click();

  // The story: the page, the search, the article, the bot's part and the vote.
  await story(inbox).getByText('E-bike Volt').first().waitFor();
  await story(inbox).getByText('refund', { exact: true }).waitFor();
  await story(inbox)
    .getByText(/^opened /)
    .waitFor();
  await story(inbox).getByText('The bot’s answer did not help').waitFor();
  await story(inbox).getByText('Asked for a person').waitFor();
  await log(inbox)
    .getByText(/The bot’s part, \d+ turns/)
    .waitFor();
  await log(inbox).getByText('How long is the warranty on the frame?').waitFor();
  await log(inbox).getByText('Did not help').waitFor();

  await inbox.getByRole('button', { name: 'Accept', exact: true }).click();
  await panel.getByText('Mina Holm joined').waitFor();
  await inbox.getByText('You answer').first().waitFor();

  // Typing and reading, both ways.
  const reply = inbox.getByRole('textbox', { name: 'Write a reply' });
  await reply.pressSequentially('Hello, which ');
  await panel.getByText('Mina Holm is typing').waitFor({ state: 'attached' });
  await reply.fill('Hello, which **order** is it?');
  await reply.press('Enter');
  await panel.locator('.theirs strong').getByText('order').waitFor();
  await log(inbox)
    .getByText(/^Read /)
    .waitFor();
  await panel.locator('textarea').pressSequentially('It is ');
  await log(inbox)
    .getByText(/is typing/)
    .waitFor();
  await say(page, 'It is NB-104233');
  await log(inbox).getByText('It is NB-104233').waitFor();
  await panel.getByText(/^Read /).waitFor();

  // A note stays inside.
  await inbox.getByRole('button', { name: 'Note', exact: true }).click();
  await inbox.getByRole('textbox', { name: 'Write a note for your team' }).fill('Check the warehouse');
  await inbox.getByRole('button', { name: 'Add note' }).click();
  await log(inbox).getByText('Check the warehouse').waitFor();
  await inbox.getByRole('button', { name: 'Reply', exact: true }).click();
  await reply.fill('It goes out today.');
  await reply.press('Enter');
  await panel.getByText('It goes out today.').waitFor();
  expect(await page.locator('handrail-host').evaluate(host => host.shadowRoot?.textContent)).not.toContain('warehouse');

  await inbox.getByRole('button', { name: 'Close', exact: true }).first().click();
  await inbox.getByText('This conversation is closed.').waitFor();
  await panel.getByRole('heading', { name: 'How was Mina Holm’s help?' }).waitFor();
  await panel.getByRole('radio', { name: 'Great' }).check();
  await panel.getByLabel(/Anything to add/).fill('Fast and kind.');
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await story(inbox).getByText('Fast and kind.').waitFor();
  await story(inbox).getByRole('heading', { name: 'Rating' }).waitFor();

  await inbox.reload();
  await log(inbox).getByText('It is NB-104233').waitFor();
  await story(inbox).getByText('Fast and kind.').waitFor();
  expect(inboxPage.problems).toEqual([]);
  expect(customer.problems).toEqual([]);
  await Promise.all([inboxPage.context.close(), customer.context.close()]);
});
