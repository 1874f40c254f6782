import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { openPage } from './openBrowser.js';
import { openPanel, say } from './panel.js';
import { startWorld, type World } from './startWorld.js';

interface ShopApi {
  readonly origin: string;
  stop(): Promise<void>;
}

const shop = fileURLToPath(new URL('../../../examples/shop/', import.meta.url));
const TOKEN = 'a secret of the shop';
let api: ShopApi;
let site: World;

beforeAll(async () => {
  const { startShopApi } = await import(`${shop}api/shopApi.mjs`);
  api = await startShopApi({ port: 0, token: TOKEN });
  const text = readFileSync(`${shop}handrail.json`, 'utf8').replaceAll('http://localhost:4401', api.origin);
  const actions = JSON.parse(text.replaceAll('only-for-the-demo', TOKEN)).sites[0].actions;
  site = await startWorld({ flow: `${shop}flows/shop.json`, actions, teams: { orders: ['jonas'] } });
});
afterAll(async () => {
  await site?.stop();
  await api?.stop();
});

const picture = (name: string) =>
  process.env.HANDRAIL_PICTURES ? { path: `${process.env.HANDRAIL_PICTURES}/${name}.png` } : null;

async function openChat(language = 'en-GB', viewport = { width: 1280, height: 860 }) {
  const opened = await openPage(site.browser, { locale: language, viewport });
  const sent: string[] = [];
  opened.page.on('request', request => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await opened.page.goto(language === 'zh-CN' ? `${site.site}/?lang=zh-Hans` : site.site);
  return { ...opened, sent };
}

const answers = (panel: Locator) => panel.locator('.bot-turn');

test('an order is looked up: the bot speaks first, asks twice, and shows what the shop says; the secret stays', async () => {
  const { page, problems, context, sent } = await openChat();
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await panel.getByText('What can I help with?').waitFor();
  await panel.getByRole('button', { name: 'Where is my order?' }).click();
  await panel.getByText(/What is your order number/).waitFor();
  await say(page, 'it is nb-204815 I think');
  await panel.getByText(/e-mail address you ordered with/).waitFor();
  await say(page, 'lea@example.com');
  await panel.getByText('It is on its way.').waitFor();
  const card = panel.getByRole('region', { name: 'Order NB-204815' });
  await card.waitFor();
  expect(await card.innerText()).toMatch(/Expected\s*2026-12-01[\s\S]*Tracking\s*JD014600003812/);
  const shot = picture('action-card');
  if (shot) await page.screenshot(shot);
  expect(sent.filter(one => one.includes('/api/v1/actions'))).toHaveLength(1);
  expect(sent.join('\n')).not.toContain(TOKEN);
  // Anything else is answered from the articles, as before.
  await say(page, 'how long does shipping take?');
  await panel.locator('.quote').first().waitFor();
  // Whoever takes over need not ask for the number again.
  await say(page, 'I want to talk to a person');
  await panel.getByText('In the queue').waitFor();
  site.agent.open(await waiting(site.agent));
  const started = await until('the story', () =>
    site.agent.$thread.get()?.events.find(event => event.kind === 'started'),
  );
  expect(started.kind === 'started' && started.body.story.answers).toEqual(
    expect.arrayContaining([
      { name: 'order', value: 'NB-204815' },
      { name: 'email', value: 'lea@example.com' },
      { name: 'status', value: 'shipped' },
    ]),
  );
  expect(problems).toEqual([]);
  await context.close();
});

test('an order nobody has is asked for again; a label is made only after a yes, with its link', async () => {
  const { page, problems, context, sent } = await openChat('en-GB', { width: 320, height: 700 });
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await panel.getByText('What can I help with?').waitFor();
  // In their own words instead of a button.
  await say(page, 'I need a return label!');
  await panel.getByText(/What is your order number/).waitFor();
  await say(page, 'NB-000000');
  await panel.getByText(/e-mail address/).waitFor();
  await say(page, 'lea@example.com');
  await panel.getByText(/I find no order/).waitFor();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await answers(panel)
    .getByText(/What is your order number/)
    .nth(1)
    .waitFor();
  await say(page, 'NB-204790');
  await answers(panel)
    .getByText(/e-mail address/)
    .nth(1)
    .waitFor();
  await say(page, 'lea@example.com');
  await panel.getByText(/Make a return label for order/).waitFor();
  expect(sent.filter(one => one.includes('return-label'))).toEqual([]);
  await say(page, 'yes please');
  const link = panel.getByRole('link', { name: /Open and print/ });
  await link.waitFor();
  expect(await panel.getByText('Back to where we were.').count()).toBe(0);
  const shot = picture('action-label-320');
  if (shot) await page.screenshot(shot);
  const label = await fetch((await link.getAttribute('href')) ?? '');
  expect([label.status, await label.text()]).toEqual([200, expect.stringContaining('R-204790')]);
  expect(problems).toEqual([]);
  await context.close();
});

test('a no makes nothing; a shop that is down is said so, with a person offered', async () => {
  const { page, problems, context, sent } = await openChat('zh-CN');
  const panel = await openPanel(page, '打开帮助');
  await panel.getByRole('button', { name: '提个问题' }).click();
  await panel.getByText('请问您需要什么帮助？').waitFor();
  await panel.getByRole('button', { name: '退货标签' }).click();
  await say(page, 'NB-204815');
  await panel.getByText('下单时用的邮箱是哪个？').waitFor();
  await say(page, '邮箱是 lea@example.com');
  await panel.getByText(/要为订单 NB-204815 生成退货标签吗/).waitFor();
  await say(page, '不用了');
  await panel.getByText('还有其他问题吗？请直接问。').waitFor();
  expect(sent.filter(one => one.includes('return-label'))).toEqual([]);
  const shot = picture('action-zh');
  if (shot) await page.screenshot(shot);
  await api.stop();
  await say(page, '查订单');
  await answers(panel)
    .getByText(/您的订单号是多少/)
    .nth(1)
    .waitFor();
  await say(page, 'NB-204815');
  await answers(panel).getByText('下单时用的邮箱是哪个？').nth(1).waitFor();
  await say(page, 'lea@example.com');
  await panel.locator('.choices-row .button.primary').waitFor();
  // The browser notes the refused request, and nothing else went wrong.
  expect(problems.filter(problem => !/status of 500/.test(problem))).toEqual([]);
  await context.close();
});

test('a tool of the page wins over the server, and does what changes something only after a yes', async () => {
  const { page, problems, context, sent } = await openChat();
  await page.evaluate(() => {
    const calls: unknown[] = [];
    Object.assign(window, { calls });
    const handrail = (window as unknown as { Handrail: (...args: unknown[]) => unknown }).Handrail;
    handrail('registerTool', 'order-status', {
      changes: false,
      run: (input: unknown) => {
        calls.push(input);
        return { status: 'packing', due: 'tomorrow' };
      },
    });
  });
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await panel.getByRole('button', { name: 'Where is my order?' }).click();
  await panel.getByText(/What is your order number/).waitFor();
  await say(page, 'NB-204815');
  await panel.getByText(/e-mail address/).waitFor();
  await say(page, 'lea@example.com');
  await panel.getByText(/We are packing it/).waitFor();
  expect(await page.evaluate(() => (window as unknown as { calls: unknown }).calls)).toEqual([
    { order: 'NB-204815', email: 'lea@example.com' },
  ]);
  expect(sent.filter(one => one.includes('/api/v1/actions'))).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});
