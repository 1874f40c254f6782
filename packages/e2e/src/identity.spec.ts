import type { Agent } from '@handrail/core/agent';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { countSockets } from './countSockets.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import { type SigningShop, startSigningShop } from './signingShop.js';
import { startWorld, type World } from './startWorld.js';

let world: World;
let shop: SigningShop;
let browser: Browser;
let agent: Agent;

beforeAll(async () => {
  shop = await startSigningShop();
  world = await startWorld({ pages: shop, identity: shop.identity });
  ({ browser, agent } = world);
});
afterAll(() => world?.stop());

/** Runs one of the shop's own functions in its page, and waits for it. */
const inPage = (page: Page, call: string) => page.evaluate(`Promise.resolve(${call})`);

/** Everything a browser keeps of the widget. */
const keptIn = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));

async function tabOf(context: BrowserContext, search = '') {
  const page = await context.newPage();
  const sockets = countSockets(page);
  await page.goto(shop.origin + search);
  return { page, sockets };
}

/** A customer nobody knows yet, in a chat with Mina. */
async function anonymousWithMina() {
  const opened = await openPage(browser);
  const sockets = countSockets(opened.page);
  await opened.page.goto(shop.origin);
  const panel = await openPanel(opened.page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();
  await say(opened.page, 'an anonymous question');
  await agent.reply(id, 'Who are you?');
  await panel.getByText('Who are you?', { exact: true }).waitFor();
  return { ...opened, panel, id, sockets };
}

const recordOf = (id: string) => agent.$conversations.get().find(one => one.id === id);

test('an anonymous question, then a sign-in: the same conversation on two devices; signing out in one tab ends both and leaves nothing', async () => {
  const { page: first, context, panel, id, sockets, problems } = await anonymousWithMina();
  const stranger = recordOf(id)?.visitor;
  await inPage(first, "signIn('ana')");
  const record = await until('a known customer', () => (recordOf(id)?.identified ? recordOf(id) : null));
  expect(record.identified).toEqual({ id: 'ana', name: 'Ana Costa' });
  expect(record.visitor).not.toBe(stranger);
  await agent.reply(id, 'Hello Ana');
  await panel.getByText('Hello Ana', { exact: true }).waitFor();
  await say(first, 'from the desk');

  const phone = await browser.newContext();
  const { page: away } = await tabOf(phone, '?user=ana');
  await openPanel(away);
  await panelOf(away).getByRole('region', { name: 'Your conversation' }).getByRole('button').click();
  for (const text of ['an anonymous question', 'Hello Ana', 'from the desk'])
    await panelOf(away).getByText(text, { exact: true }).waitFor();
  await say(away, 'from the phone');
  await panel.getByText('from the phone', { exact: true }).waitFor();

  const { page: second, sockets: secondSockets } = await tabOf(context);
  await openPanel(second);
  await panelOf(second).getByRole('region', { name: 'Your conversation' }).getByRole('button').click();
  await panelOf(second).getByText('from the phone', { exact: true }).waitFor();
  const file = { name: 'receipt.txt', mimeType: 'text/plain', buffer: Buffer.from('paid') };
  await panel.locator('input[type=file]').first().setInputFiles(file);
  await panel.getByRole('button', { name: /^Send/ }).click();
  await panelOf(second).getByText('receipt.txt').waitFor();
  await panelOf(second).locator('textarea').last().fill('half a sentence');

  expect((await keptIn(first)).local).toContain('handrail:demo:identity');
  await inPage(second, 'signOut()');
  await expect.poll(() => sockets() + secondSockets(), { timeout: 10_000 }).toBe(0);
  for (const page of [first, second]) {
    await expect.poll(() => keptIn(page)).toEqual({ local: [], session: [], databases: [] });
    await expect.poll(() => panelOf(page).getByText('Hello Ana', { exact: true }).count()).toBe(0);
  }
  await agent.reply(id, 'Still there?');
  await panelOf(away).getByText('Still there?', { exact: true }).waitFor();
  expect(await panelOf(first).getByText('Still there?', { exact: true }).count()).toBe(0);
  expect(problems).toEqual([]);
  expect(shop.asked).toEqual(['ana:identify', 'ana:identify']);
  await Promise.all([context.close(), phone.close()]);
});

test('the next person at the same browser sees nothing of the one before', async () => {
  const { page, context, panel, id } = await anonymousWithMina();
  await inPage(page, "signIn('ana')");
  await until('a known customer', () => recordOf(id)?.identified);
  await inPage(page, "signIn('ben')");
  await expect.poll(() => panel.getByText('Who are you?', { exact: true }).count()).toBe(0);
  await page.goto(`${shop.origin}?user=ben`);
  if (!(await panelOf(page).isVisible())) await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  const next = await waiting(agent);
  await expect.poll(() => recordOf(next)?.identified?.name).toBe('Ben Okoye');
  expect(recordOf(next)?.visitor).not.toBe(recordOf(id)?.visitor);
  expect(await panel.getByText('Who are you?', { exact: true }).count()).toBe(0);
  await agent.close(next).catch(() => {});
  await context.close();
});

test('a page that names its customer fetches and stores nothing by that', async () => {
  const { page, context } = await openPage(browser);
  const requests: string[] = [];
  page.on('request', request => requests.push(new URL(request.url()).pathname));
  await page.goto(`${shop.origin}?user=ana`);
  await page.getByRole('button', { name: 'Open help' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(requests.filter(path => path !== '/images/mark.svg')).toEqual(['/', '/w/demo.js']);
  expect(await keptIn(page)).toEqual({ local: [], session: [], databases: [] });
  await context.close();
});
