import type { Agent } from '@handrail/core/agent';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import type { RunningServer } from './startServer.js';
import { startWorld, type World } from './startWorld.js';

let world: World;
let site: string;
let browser: Browser;
let server: RunningServer;
let agent: Agent;

beforeAll(async () => {
  world = await startWorld();
  ({ server, site, browser, agent } = world);
});
afterAll(() => world?.stop());

const bubbles = (texts: string[]) => texts.map(text => text.trim());

test('reload, a cut connection and kill -9 leave each message once, in order, on both sides', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(site);
  let panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();

  await say(page, 'one');
  await agent.reply(id, 'two');
  await panel.getByText('two', { exact: true }).waitFor();

  await page.reload();
  panel = panelOf(page);
  await panel.getByText('two', { exact: true }).waitFor();

  await context.setOffline(true);
  await server.kill();
  await say(page, 'three, written without a server');
  await panel.getByText('Waiting for connection').waitFor();
  await page.evaluate(() => {});
  await server.restart();
  await context.setOffline(false);
  await until('the agent is back', () => agent.$connection.get().state === 'online', 30_000);
  await panel.getByText('Waiting for connection').waitFor({ state: 'detached', timeout: 40_000 });
  await agent.reply(id, 'four');
  await panel.getByText('four', { exact: true }).waitFor();

  // Killed while both write: what was acknowledged is there once, what was not arrives once.
  const writing = Array.from({ length: 10 }, (_, n) => agent.reply(id, `five ${n}`));
  await say(page, 'six, while it dies');
  await server.kill();
  await server.restart();
  await Promise.all(writing);
  await panel.getByText('five 9', { exact: true }).waitFor({ timeout: 40_000 });
  await expect.poll(() => panel.getByText('Waiting for connection').count(), { timeout: 40_000 }).toBe(0);

  const shown = bubbles(await panel.locator('.bubble').allInnerTexts()).map(text => text.replace(/^Mina Holm:\s*/, ''));
  const log = await until('the same log', () => {
    const events = agent.$thread.get()?.events ?? [];
    const texts = events
      .filter(event => event.kind === 'message')
      .map(event => (event.kind === 'message' ? event.body.text : ''));
    return texts.length === shown.length ? { events, texts } : null;
  });
  expect(log.events.map(event => event.seq)).toEqual(log.events.map((_, place) => place + 1));
  expect(new Set(log.texts).size).toBe(log.texts.length);
  expect(shown).toEqual(log.texts);
  expect(log.texts).toEqual(
    expect.arrayContaining(['one', 'two', 'three, written without a server', 'four', 'six, while it dies']),
  );
  expect(log.texts.filter(text => text.startsWith('five'))).toEqual(Array.from({ length: 10 }, (_, n) => `five ${n}`));
  await context.close();
});

test('a draft survives a reload', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await say(page, 'hello');
  await panel.locator('.bot-turn').first().waitFor();
  await panel.locator('textarea').fill('half a sent');
  await page.reload();
  await panelOf(page).locator('textarea').waitFor();
  expect(await panelOf(page).locator('textarea').inputValue()).toBe('half a sent');
  expect(await panelOf(page).locator('.mine').first().innerText()).toContain('hello');
  await context.close();
});
