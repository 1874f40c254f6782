import { mkdirSync } from 'node:fs';
import type { Agent } from '@handrail/core/agent';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, waiting } from './agent.js';
import { clipped } from './clipped.js';
import { openBrowser, openPage } from './openBrowser.js';
import { panelOf, say } from './panel.js';
import { speakPseudo } from './pseudo.js';
import { type RunningServer, startServer } from './startServer.js';

const LOCALES = 'en de fr es pt-BR it nl pl tr ru uk ar he fa hi id vi th ja ko zh-Hans zh-Hant'.split(' ');
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 860 };
/** Languages walked to the end, conversation and forms included: long words, right to left, no spaces. */
const WITH_PEOPLE = ['en', 'de', 'ar', 'th', 'ja', 'zh-Hans'];
/** A folder to put pictures of every state into, to be looked at; none: no pictures. */
const PICTURES = process.env.HANDRAIL_PICTURES;

let server: RunningServer;
let browser: Browser;
let agent: Agent;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ locales: LOCALES }), openBrowser()]);
  agent = await signIn(server.origin, server.signIn);
});
afterAll(async () => {
  agent?.destroy();
  await Promise.all([browser?.close(), server?.stop()]);
});

type Look = (state: string) => Promise<void>;

function lookAt(page: Page, name: string): Look {
  return async state => {
    await page.setViewportSize(NARROW);
    expect.soft(await clipped(page), `${name}, ${state}, 320 px`).toEqual([]);
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: `${PICTURES}/${name}-${state}-320.png` });
    await page.setViewportSize(WIDE);
    await page.screenshot({
      path: `${PICTURES}/${name}-${state}-wide.png`,
      clip: { x: 840, y: 60, width: 440, height: 800 },
    });
  };
}

async function helpStates(page: Page, panel: Locator, look: Look): Promise<void> {
  await look('home');
  await panel.locator('input').fill('xyzzy quux');
  await panel.locator('.body.empty').waitFor();
  await look('no-result');
  await panel
    .locator('input')
    .fill((await page.locator('handrail-host .handrail').getAttribute('lang'))?.startsWith('zh') ? '电池' : 'battery');
  await panel.getByRole('option').first().waitFor();
  await look('results');
  await panel.getByRole('option').first().click();
  await panel.locator('.vote').waitFor();
  await panel.locator('.vote button').last().click();
  await panel.locator('.reasons').waitFor();
  await panel.locator('.reasons').scrollIntoViewIfNeeded();
  await look('reasons');
  const back = panel.locator('.header .icon-button').first();
  await back.click();
  await back.click();
  await panel.locator('.door').first().click();
  await say(page, 'How long is the warranty on the frame?');
  await panel.locator('.bot-turn .vote-line, .bot-turn .text').first().waitFor();
  await look('bot');
}

async function peopleStates(page: Page, panel: Locator, look: Look): Promise<void> {
  await panel.locator('.talk-line button').click();
  await panel.locator('.queue-card').waitFor();
  await look('queue');
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await agent.reply(id, 'Hello, Mina here.');
  await panel.locator('.theirs').first().waitFor();
  await say(page, 'Thank you');
  await panel.locator('.mine').last().waitFor();
  agent.setTyping(id, true);
  await look('person');
  await agent.close(id);
  await panel.locator('.survey').waitFor();
  await panel.getByRole('radio').last().check();
  await look('survey');
  await page.evaluate(() =>
    (window as unknown as { Handrail: (method: string, place: string) => void }).Handrail('open', 'contact'),
  );
  await panel.locator('.contact').waitFor();
  await panel.locator('.contact [type=submit]').click();
  await panel.locator('[aria-invalid]').first().waitFor();
  await look('contact');
}

async function walk(
  name: string,
  locale: string,
  prepare: (page: Page) => Promise<void>,
  people = true,
): Promise<void> {
  const { page, problems, context } = await openPage(browser, { locale, reducedMotion: 'reduce', viewport: NARROW });
  await prepare(page);
  await page.goto(`${server.origin}/products/ebike-volt.html`);
  await page.evaluate(tag => {
    (window as unknown as { Handrail: (method: string, tag: string) => void }).Handrail('setLocale', tag);
  }, locale);
  await page.locator('button.launcher').click();
  const panel = panelOf(page);
  await panel.waitFor();
  await expect.poll(() => panel.evaluate(element => element.parentElement?.lang)).toBe(locale);
  const look = lookAt(page, name);
  await helpStates(page, panel, look);
  if (people) await peopleStates(page, panel, look);
  expect(problems).toEqual([]);
  await context.close();
}

test('texts with accents, 40 % longer than English, have room in every state at 320 px', () =>
  walk('pseudo', 'en', speakPseudo));

test.each(LOCALES.filter(locale => locale !== 'en'))('%s has room at 320 px', locale =>
  walk(locale, locale, async () => {}, WITH_PEOPLE.includes(locale)),
);
