import type { Agent } from '@handrail/core/agent';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, until, waiting } from './agent.js';
import { ATTACKS, collectedAttacks } from './attackStrings.js';
import { attackedCardsFlow } from './cardsFlow.js';
import { openBrowser, openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import { type RunningServer, startServer } from './startServer.js';
import { forbidden, watchAttacks } from './watchAttacks.js';

let server: RunningServer;
let browser: Browser;
let agent: Agent;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  agent = await signIn(server.origin, server.signIn);
});
afterAll(async () => {
  agent?.destroy();
  await Promise.all([browser?.close(), server?.stop()]);
});

/** A page with a hostile title and no Content-Security-Policy, so that only the panel itself protects it. */
async function openShop() {
  const opened = await openPage(browser, { bypassCSP: true });
  const notes = await watchAttacks(opened.page, server.origin);
  await opened.page.goto(`${server.origin}/products/ebike-volt.html`);
  await opened.page.evaluate(title => {
    document.title = title;
    const heading = document.querySelector('h1');
    if (heading) heading.textContent = title;
  }, ATTACKS[1] ?? '');
  return { ...opened, notes };
}

/** The inbox with one conversation on screen. */
async function openInbox(id: string) {
  const opened = await openPage(browser, { bypassCSP: true });
  const notes = await watchAttacks(opened.page, server.origin);
  await opened.page.goto(`${server.origin}/inbox/#sign-in=${await server.signInFor('jonas')}`);
  await opened.page.getByRole('button', { name: /All open/ }).click();
  await opened.page.locator(`[data-conversation="${id}"]`).click();
  await opened.page.getByRole('log').waitFor();
  return { ...opened, notes };
}

async function texts(page: Page): Promise<string> {
  return page.locator('handrail-host').evaluate(host => host.shadowRoot?.textContent ?? '');
}

test('as searches', async () => {
  const { page, notes, context } = await openShop();
  const panel = await openPanel(page);
  await panel.getByRole('textbox').fill('battery');
  const field = panel.getByRole('combobox');
  for (const attack of ATTACKS) {
    await field.fill(attack);
    await page.waitForTimeout(15);
  }
  for (const attack of collectedAttacks(1_500).slice(0, 20)) await field.fill(attack);
  await field.fill('xyzzy <img src=x onerror=alert(1)>');
  await panel.locator('.body').first().waitFor();
  expect(await forbidden(page, 'handrail-host')).toEqual([]);
  await panel.getByRole('button', { name: /Ask (it|this question)/ }).click();
  await panel.locator('.bot-turn').first().waitFor();
  expect(await texts(page)).toContain('xyzzy <img src=x onerror=alert(1)>');
  expect(await forbidden(page, 'handrail-host')).toEqual([]);
  expect(notes).toEqual([]);
  await context.close();
});

test('as messages of both sides, in the panel and in the inbox', async () => {
  const { page, notes, context } = await openShop();
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await say(page, ATTACKS[0] ?? '');
  await panel.locator('.bot-turn').first().waitFor();
  await say(page, 'I want to talk to a person');
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();
  const inbox = await openInbox(id);

  const collected = collectedAttacks(7_000);
  for (const attack of [...ATTACKS, ...collected]) await agent.reply(id, attack);
  await agent.note(id, ATTACKS.join('\n\n'));
  await agent.reply(id, 'end of the replies');
  for (const attack of ATTACKS) await say(page, attack);
  for (const attack of collected.slice(0, 6)) await say(page, attack);
  await say(page, 'end of the messages');
  await panel.getByText('end of the replies').waitFor();
  await inbox.page.getByText('end of the messages').first().waitFor();
  await inbox.page.getByText('end of the replies').first().waitFor();
  const waits = () => panel.getByText(/^(Sending|Waiting for connection)$/).count();
  await expect.poll(waits, { timeout: 20_000 }).toBe(0);

  // What a customer writes is shown as the very characters.
  const mine = await panel.locator('.mine .bubble').allTextContents();
  for (const attack of ATTACKS.slice(0, 20)) expect(mine).toContain(attack);
  expect(await panel.getByText('Not sent').count()).toBe(0);
  expect(await texts(page)).not.toContain('Internal note');
  expect(await forbidden(page, 'handrail-host')).toEqual([]);
  expect(await forbidden(inbox.page, 'body')).toEqual([]);
  expect(notes).toEqual([]);
  expect(inbox.notes).toEqual([]);
  await Promise.all([context.close(), inbox.context.close()]);
});

test('as fields of the contact form', async () => {
  const { page, notes, context } = await openShop();
  await openPanel(page);
  await page.evaluate(() =>
    (window as unknown as { Handrail: (method: string, place: string) => void }).Handrail('open', 'contact'),
  );
  const panel = panelOf(page);
  await panel.getByLabel('E-mail').fill('"><img/src=x/onerror=alert(1)>@evil.example');
  await panel.getByLabel('Order number').fill(ATTACKS[2] ?? '');
  await panel.getByLabel('Message', { exact: true }).fill(ATTACKS.join('\n'));
  await panel.getByRole('button', { name: 'Send message' }).click();
  await panel.getByRole('heading', { name: 'We have your message' }).waitFor();
  expect(await forbidden(page, 'handrail-host')).toEqual([]);
  const record = await until('the message', () =>
    agent.$conversations.get().find(one => one.ownerReason === 'left_message'),
  );
  const inbox = await openInbox(record.id);
  await inbox.page.getByText('evil.example').first().waitFor();
  expect(await forbidden(inbox.page, 'body')).toEqual([]);
  expect(notes).toEqual([]);
  expect(inbox.notes).toEqual([]);
  await Promise.all([context.close(), inbox.context.close()]);
});

test('as every part of cards', async () => {
  const own = await startServer({ flow: attackedCardsFlow() });
  const { page, problems, context } = await openPage(browser, { bypassCSP: true });
  const notes = await watchAttacks(page, own.origin);
  await page.goto(`${own.origin}/products/ebike-volt.html`);
  await page.evaluate(attacks => {
    let from = 0;
    const handrail = (window as unknown as { Handrail: (...args: unknown[]) => unknown }).Handrail;
    handrail('registerTool', 'attack', {
      changes: false,
      run: () => {
        const some = Array.from({ length: 10 }, (_, at) => [`a${at}`, attacks[(from + at) % attacks.length]]);
        from += 10;
        return Object.fromEntries(some);
      },
    });
  }, ATTACKS);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  for (let at = 0; at < ATTACKS.length; at += 10) {
    const row = panel.locator('.carousel').nth(at / 10);
    await row.waitFor();
    expect(await row.locator('.card').count()).toBe(10);
    expect(await row.locator('.card h2').first().textContent()).toBe(ATTACKS[at]);
    expect(await forbidden(page, 'handrail-host')).toEqual([]);
    await row.locator('.card button').first().click();
  }
  expect(await panel.evaluate(element => element.scrollWidth - element.clientWidth)).toBe(0);
  expect(notes).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
  await own.stop();
});
