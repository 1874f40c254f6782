import type { Agent } from '@handrail/core/agent';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waiting } from './agent.js';
import { countSockets } from './countSockets.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';

import { startWorld, type World } from './startWorld.js';

let world: World;
let site: string;
let browser: Browser;
let agent: Agent;

beforeAll(async () => {
  world = await startWorld();
  ({ site, browser, agent } = world);
});
afterAll(() => world?.stop());

async function secondTab(context: BrowserContext) {
  const page = await context.newPage();
  const sockets = countSockets(page);
  await page.goto(site);
  return { page, sockets };
}

test('two tabs of one browser: one socket, the same conversation, and the second goes on when the first is closed', async () => {
  const { page: first, context, problems } = await openPage(browser);
  const firstSockets = countSockets(first);
  await first.goto(site);
  const panel = await openPanel(first);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();

  const { page: second, sockets: secondSockets } = await secondTab(context);
  await openPanel(second);
  await panelOf(second).getByRole('region', { name: 'Your conversation' }).getByRole('button').click();
  await panelOf(second).getByText('Mina Holm joined').waitFor();
  expect([firstSockets(), secondSockets()]).toEqual([1, 0]);

  await say(second, 'written in the second tab');
  await panel.getByText('written in the second tab', { exact: true }).waitFor();
  await agent.reply(id, 'heard in both');
  for (const page of [first, second]) await panelOf(page).getByText('heard in both', { exact: true }).waitFor();

  await panelOf(second).locator('textarea').last().fill('half a senten');
  await expect.poll(() => panel.locator('textarea').last().inputValue()).toBe('half a senten');
  await panelOf(second).locator('textarea').last().fill('');

  await first.close();
  await expect.poll(secondSockets, { timeout: 10_000 }).toBe(1);
  await agent.reply(id, 'still there?');
  await panelOf(second).getByText('still there?', { exact: true }).waitFor();
  await say(second, 'yes');
  await expect
    .poll(
      () =>
        agent.$thread
          .get()
          ?.events.filter(event => event.kind === 'message')
          .at(-1)?.body,
    )
    .toMatchObject({ text: 'yes' });
  expect(problems).toEqual([]);
  await context.close();
});

test('a page left and come back to is where it was, with a new connection', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  await page.goto(`${site}/other`);
  await agent.take(id);
  await agent.reply(id, 'while you were away');
  await page.goBack();
  if (!(await panelOf(page).isVisible())) await openPanel(page);
  await panelOf(page).getByText('while you were away', { exact: true }).waitFor();
  await context.close();
});
