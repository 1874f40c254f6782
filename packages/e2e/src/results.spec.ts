import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { addAxe, axe } from './axe.js';
import { openPage } from './openBrowser.js';
import { openPanel, say } from './panel.js';
import { startWorld, type World } from './startWorld.js';

let world: World;
let site: string;
let browser: Browser;

beforeAll(async () => {
  world = await startWorld();
  ({ site, browser } = world);
});
afterAll(() => world?.stop());

const today = () => new Date().toISOString().slice(0, 10);
const figures = async (): Promise<Readonly<Record<string, string | number>>> => {
  const { sessions, figures: all } = await world.agent.report(today(), today());
  return { sessions, ...Object.fromEntries(all.map(({ key, part, whole }) => [key, `${part}/${whole}`])) };
};

test('a conversation the bot solves costs one request and no socket', async () => {
  const { page, context, problems } = await openPage(browser);
  const asked: string[] = [];
  let sockets = 0;
  page.on('websocket', () => {
    sockets += 1;
  });
  page.on('request', request => {
    if (request.url().includes('/api/') && request.method() !== 'OPTIONS')
      asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await say(page, 'How do I reset my password?');
  await panel.getByText('Did this help?').waitFor();
  await panel.getByRole('button', { name: 'Yes', exact: true }).click();
  await panel
    .getByText(/glad|Good to hear|Great/i)
    .first()
    .waitFor();
  await page.goto('about:blank');
  await until('the report', async () => (await figures()).sessions === 1);
  expect(asked.filter(path => path.startsWith('POST'))).toEqual(['POST /api/v1/outcomes']);
  expect(sockets).toBe(0);
  expect(await figures()).toMatchObject({ confirmed_resolution: '1/1', containment: '1/1', deflection: '1/1' });
  expect(problems).toEqual([]);
  await context.close();
});

test('a conversation with a person is in the figures, and an admin sees them with their formulas', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('You are next').waitFor();
  const id = await waiting(world.agent);
  await world.agent.take(id);
  await world.agent.reply(id, 'Hello.');
  await world.agent.close(id);
  await panel.getByRole('radio', { name: 'Great' }).check();
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await panel.getByText('Thank you').waitFor();
  await until('the score', async () => (await figures()).csat === '1/1');
  expect(await figures()).toMatchObject({ deflection: '1/2', queue_abandonment: '0/1', csat_response: '1/1' });
  await context.close();

  const inbox = await openPage(browser, { bypassCSP: true });
  await inbox.page.goto(`${world.server.origin}/inbox/#sign-in=${await world.server.signInFor('mina')}`);
  await inbox.page.getByRole('button', { name: 'Results' }).click();
  const card = inbox.page.locator('.figure', { hasText: 'Deflection' });
  await card.getByText('50%').waitFor();
  expect(await card.innerText()).toContain(
    'Resolved by themselves ÷ (resolved by themselves + handoffs + messages left)',
  );
  await addAxe(inbox.page);
  expect(await axe(inbox.page, '.desk-main')).toEqual([]);
  expect(inbox.problems).toEqual([]);
  await inbox.context.close();
});
