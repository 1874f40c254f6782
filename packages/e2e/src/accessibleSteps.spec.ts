import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waiting } from './agent.js';
import { addAxe } from './axe.js';
import { checkState } from './checkState.js';
import { openPage } from './openBrowser.js';
import { ordersFlow } from './ordersFlow.js';
import { panelOf, say } from './panel.js';
import { startWorld, type World } from './startWorld.js';

let world: World;

beforeAll(async () => {
  world = await startWorld({ flow: ordersFlow(), teams: { care: ['mina'] } });
});
afterAll(() => world?.stop());

/** Languages, and the labels of the flow's choices in them; the flow speaks no Arabic. */
const LANGUAGES: [string, Readonly<Record<'rate' | 'photo' | 'csat' | 'ces', string>>][] = [
  ['en', { rate: 'Rate us', photo: 'A broken part', csat: 'My satisfaction', ces: 'My effort' }],
  ['ar', { rate: 'Rate us', photo: 'A broken part', csat: 'My satisfaction', ces: 'My effort' }],
  ['zh-Hans', { rate: '给我们评分', photo: '零件坏了', csat: '我的满意度', ces: '费了多少力' }],
];

async function openChat(locale: string) {
  const opened = await openPage(world.browser, { locale, reducedMotion: 'reduce', bypassCSP: true });
  await opened.page.goto(`${world.site}/?lang=${locale}`);
  await opened.page.locator('button.launcher').click();
  const panel = panelOf(opened.page);
  await panel.locator('.door').first().click();
  await panel.locator('.choices').waitFor();
  await addAxe(opened.page);
  return { ...opened, panel };
}

const scrolled = (panel: Locator) => panel.locator('.body').evaluate(body => body.scrollTop);

/** The log of a phone lying on its side, or with its keyboard open, goes up and down by keys alone. */
async function scrollByKeys(page: Page, panel: Locator): Promise<void> {
  await page.setViewportSize({ width: 320, height: 420 });
  const log = panel.getByRole('region');
  await log.focus();
  await page.keyboard.press('End');
  await expect.poll(() => scrolled(panel)).toBeGreaterThan(0);
  await page.keyboard.press('Home');
  await expect.poll(() => scrolled(panel)).toBe(0);
}

test.each(LANGUAGES)('%s: choices, a question for a file, a file that is refused', async (locale, { photo }) => {
  const { page, panel, problems, context } = await openChat(locale);
  await checkState(page, `${locale} choices`);
  await panel.getByRole('button', { name: photo }).click();
  const file = panel.locator('input[type=file]');
  await file.waitFor({ state: 'attached' });
  await checkState(page, `${locale} question for a file`);
  await scrollByKeys(page, panel);
  await file.setInputFiles({
    name: 'update.exe',
    mimeType: 'application/x-msdownload',
    buffer: Buffer.from('MZ\x90\0'),
  });
  await panel.locator('textarea').last().press('Enter');
  await panel.locator('.state.refused').waitFor();
  await checkState(page, `${locale} refused`);
  // The browser notes the refusal, and nothing else went wrong.
  expect(problems.filter(problem => !/status of 4\d\d/.test(problem))).toEqual([]);
  await context.close();
});

test.each(LANGUAGES)('%s: a score, the queue of a team, no connection', async (locale, { rate }) => {
  const { page, panel, context } = await openChat(locale);
  await panel.getByRole('button', { name: rate }).click();
  const scale = panel.locator('.scale');
  await scale.waitFor();
  await checkState(page, `${locale} scale`);
  await scale.getByRole('button').nth(3).click();
  await panel.locator('.queue-card').waitFor();
  await checkState(page, `${locale} queue of a team`);
  const id = await waiting(world.agent);
  await world.agent.take(id);
  await panel.locator('.rail.item').first().waitFor();
  await context.setOffline(true);
  await say(page, 'Are you there?');
  await panel.locator('.bar').waitFor({ timeout: 40_000 });
  await checkState(page, `${locale} offline`);
  await context.setOffline(false);
  await panel.locator('.bar').waitFor({ state: 'detached', timeout: 40_000 });
  await world.agent.close(id);
  await context.close();
});

test.each(LANGUAGES)(
  '%s: scores of satisfaction and effort, and what is typed after a choice is not lost',
  async (locale, labels) => {
    for (const [survey, count] of [
      ['csat', 5],
      ['ces', 7],
    ] as const) {
      const { page, panel, problems, context } = await openChat(locale);
      await panel.getByRole('button', { name: labels[survey] }).click();
      const scores = panel.locator('.scale fieldset button');
      await expect.poll(() => scores.count()).toBe(count);
      await page.keyboard.type('and now');
      expect(await panel.locator('textarea').last().inputValue()).toBe('and now');
      await checkState(page, `${locale} ${survey}`);
      expect(problems).toEqual([]);
      await context.close();
    }
  },
);
