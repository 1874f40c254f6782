import { readFile } from 'node:fs/promises';
import type { Agent } from '@handrail/core/agent';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waiting } from './agent.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf } from './panel.js';

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

test('a long conversation opens at its end, and is read back a page at a time without a jump', async () => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(site);
  let panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  await agent.take(id);
  // Below the rate a person may write at.
  for (let part = 0; part < 3; part++) {
    await Promise.all(Array.from({ length: 45 }, (_, n) => agent.reply(id, `line ${part * 45 + n + 1}`)));
    if (part < 2) await new Promise(resolve => setTimeout(resolve, 8_000));
  }
  await panel.getByText('line 135', { exact: true }).waitFor();
  await page.reload();
  panel = panelOf(page);
  await panel.getByText('line 135', { exact: true }).waitFor();
  const shown = () => panel.locator('.theirs').count();
  await expect.poll(shown).toBe(50);
  expect(await panel.getByText('You asked for a person').count()).toBe(0);

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await panel.getByRole('button', { name: 'More' }).click();
      await panel.getByRole('menuitem', { name: 'Download the transcript' }).click();
    })(),
  ]);
  const transcript = await readFile(await saved.path(), 'utf8');
  expect([transcript.includes('line 1\n'), transcript.includes('line 135')]).toEqual([true, true]);
  await page.reload();
  panel = panelOf(page);
  await expect.poll(() => panel.locator('.theirs').count()).toBe(50);

  const body = panel.locator('.body');
  const first = panel.getByText('line 86', { exact: true });
  await body.evaluate(box => box.scrollTo({ top: 40 }));
  const before = (await first.boundingBox())?.y ?? 0;
  await expect.poll(shown).toBe(100);
  expect(Math.abs(((await first.boundingBox())?.y ?? 0) - before)).toBeLessThan(4);
  expect(await panel.locator('.new-pill').count()).toBe(0);
  await body.evaluate(box => box.scrollTo({ top: 40 }));
  await expect.poll(shown).toBe(135);
  await body.evaluate(box => box.scrollTo({ top: 0 }));
  await panel.getByText('You asked for a person').waitFor();
  const texts = await panel.locator('.theirs .bubble').allInnerTexts();
  expect(texts.map(text => text.trim())).toEqual(Array.from({ length: 135 }, (_, n) => `line ${n + 1}`));
  expect(problems).toEqual([]);
  await context.close();
}, 90_000);
