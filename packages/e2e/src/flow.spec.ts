import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from './openBrowser.js';
import { openPanel, say } from './panel.js';
import { type Site, startSite } from './startWorld.js';

let site: Site;

beforeAll(async () => {
  site = await startSite({ flow: fileURLToPath(new URL('../../flow/flows/orders.json', import.meta.url)) });
});
afterAll(() => site?.stop());

test("a site's own flow: choices, a question in the middle of one, an answer in a sentence, an action that fails", async () => {
  const { page, problems, context } = await openPage(site.browser);
  await page.goto(site.site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  // The flow speaks first.
  await panel.getByText('What is it about?').waitFor();
  await panel.getByRole('button', { name: 'An order' }).click();
  await panel.getByText('Which order?').waitFor();
  await say(page, 'how long is the warranty on the frame?');
  await panel.getByText('Back to where we were.').waitFor();
  expect(await panel.getByText('Which order?').count()).toBe(2);
  expect(
    await panel
      .locator('.bot-turn')
      .getByText(/five years|warranty/i)
      .count(),
  ).toBeGreaterThan(0);
  if (process.env.HANDRAIL_PICTURES) await page.screenshot({ path: `${process.env.HANDRAIL_PICTURES}/flow.png` });
  await say(page, "it's AB-1234, thanks");
  // The site has no such action: the bot says so and points at people.
  await panel.getByText(/Something went wrong/).waitFor();
  await panel.getByRole('button', { name: 'Talk to a person' }).first().waitFor();
  // The browser notes the refusal, and nothing else went wrong.
  expect(problems.filter(problem => !/status of 404/.test(problem))).toEqual([]);
  await context.close();
});
