import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, until } from './agent.js';
import { addAxe, axe } from './axe.js';
import { openPage } from './openBrowser.js';
import { ordersFlow } from './ordersFlow.js';
import { openPanel, say } from './panel.js';
import { type Site, startSite } from './startWorld.js';

let site: Site;

/** Pixels of the log below what is seen. */
const toEnd = (panel: Locator) =>
  panel.locator('.body').evaluate(body => body.scrollHeight - body.scrollTop - body.clientHeight);

beforeAll(async () => {
  site = await startSite({ flow: ordersFlow(), teams: { care: ['jonas'] } });
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

test('a score below seven goes to a team first: its agent hears of it, the others do not', async () => {
  const [jonas, inbox] = [
    await signIn(site.server.origin, await site.server.signInFor('jonas')),
    await openPage(site.browser),
  ];
  await inbox.page.goto(`${site.server.origin}/inbox/#sign-in=${await site.server.signInFor('mina')}`);
  await inbox.page.getByRole('heading', { name: 'Mine' }).waitFor();
  const customer = await openPage(site.browser, {
    bypassCSP: true,
    // What fades in has no contrast yet.
    reducedMotion: 'reduce',
    viewport: { width: 320, height: 640 },
  });
  await customer.page.goto(site.site);
  const panel = await openPanel(customer.page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await panel.getByRole('button', { name: 'Rate us' }).click();
  const scale = panel.getByRole('group', { name: 'Would you recommend us to a friend?' });
  await scale.waitFor();
  await expect.poll(() => toEnd(panel)).toBeLessThan(2);
  await addAxe(customer.page);
  expect(await axe(customer.page, 'handrail-host')).toEqual([]);
  const pictures = process.env.HANDRAIL_PICTURES;
  if (pictures) await customer.page.screenshot({ path: `${pictures}/scale.png` });
  await scale.getByRole('button', { name: '3', exact: true }).press('Enter');
  await panel.getByText('Thank you').waitFor();
  await panel.getByText('You are next').waitFor();

  const { page } = inbox;
  await page.getByRole('button', { name: /Unassigned/ }).click();
  await page.getByText('For Team care first').first().waitFor();
  // Nobody else is called: no number in the title.
  expect(await page.title()).not.toMatch(/^\(/);
  const id = jonas.$conversations.get()[0]?.id ?? '';
  expect([jonas.$conversations.get()[0]?.team, jonas.$desk.get().get(id)?.team]).toEqual(['care', 'first']);
  if (pictures) await page.screenshot({ path: `${pictures}/team.png` });
  await jonas.take(id);
  await jonas.handTo(id, 'care');
  jonas.setAvailable(false);
  // Nobody of the team takes conversations any more: everybody is asked.
  await page.getByText('For Team care', { exact: true }).first().waitFor();
  await page.waitForFunction(() => document.title.startsWith('(1)'));
  await page.locator('[data-conversation]').first().click();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByRole('button', { name: 'More' }).click();
  if (pictures) await page.screenshot({ path: `${pictures}/handTo.png` });
  await page.getByRole('button', { name: 'Hand to Team care' }).click();
  await page.getByText(/^Waits for a person|^Has just asked/).waitFor();
  // The score stands in the story, and the page told it with the outcome.
  await page.getByRole('complementary', { name: 'The story' }).getByText('3', { exact: true }).waitFor();
  jonas.destroy();
  await customer.page.close();
  expect([...customer.problems, ...inbox.problems]).toEqual([]);
  await Promise.all([customer.context.close(), inbox.context.close()]);
});

test('a flow asks for a photo: sent while the bot answers, and there for the person who comes later', async () => {
  const { page, problems, context } = await openPage(site.browser);
  await page.goto(site.site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  const attach = panel.getByLabel('Attach a file');
  await panel.getByText('What is it about?').waitFor();
  expect(await attach.count()).toBe(0);
  await panel.getByRole('button', { name: 'A broken part' }).click();
  await panel.getByText('Please send a photo of it.').waitFor();
  await attach.waitFor({ state: 'attached' });
  // What the server does not take is no answer.
  const program = { name: 'update.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ\x90\0') };
  await panel.locator('input[type=file]').setInputFiles(program);
  await panel.getByRole('button', { name: 'Send message' }).click();
  await panel.locator('.state.refused').waitFor();
  expect(await panel.getByText('update.exe is with us').count()).toBe(0);
  const picture = { name: 'chain.png', mimeType: 'image/png', buffer: await page.screenshot() };
  await panel.locator('input[type=file]').setInputFiles(picture);
  await panel.getByRole('button', { name: 'Send message' }).click();
  await panel.getByText('Thanks, chain.png is with us.').waitFor();
  await panel.locator('img').first().waitFor();
  await expect.poll(() => toEnd(panel)).toBeLessThan(2);
  expect(await attach.count()).toBe(0);
  if (process.env.HANDRAIL_PICTURES) await page.screenshot({ path: `${process.env.HANDRAIL_PICTURES}/photo.png` });
  await panel.locator('.talk-line').getByRole('button', { name: 'Talk to a person' }).click();
  const agent = await signIn(site.server.origin, await site.server.signInFor('jonas'));
  const record = await until('the conversation', () =>
    agent.$conversations.get().find(one => one.owner === 'queue' && one.preview !== undefined),
  );
  agent.open(record.id);
  const sent = await until('the photo', () =>
    agent.$thread.get()?.events.find(event => event.kind === 'message' && event.body.attachments),
  );
  expect(sent).toMatchObject({ sender: { kind: 'visitor' }, body: { attachments: [{ type: 'image/png' }] } });
  agent.destroy();
  // The browser notes the refusal, and nothing else went wrong.
  expect(problems.filter(problem => !/status of 4\d\d/.test(problem))).toEqual([]);
  await context.close();
});
