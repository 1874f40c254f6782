import { readFileSync, writeFileSync } from 'node:fs';
import type { Agent } from '@handrail/core/agent';
import type { Locator, Page } from 'playwright-core';
import { waiting } from '../agent.js';
import { ordersFlow } from '../ordersFlow.js';
import { panelOf, say } from '../panel.js';

/** Draws the state the panel is in now, under its name. */
export type Take = (state: string) => Promise<void>;

/** A greeting that comes at once, for `greeting`. */
export const GREETING = [{ id: 'size', text: 'Not sure about the frame size? Ask us.', when: { seconds: 0 } }];

/** The flow of orders, which also offers its form and a question for a day as choices; the file's path. */
export function sheetFlow(): string {
  const file = ordersFlow();
  const flow = JSON.parse(readFileSync(file, 'utf8'));
  flow.steps.topic.choices.push({ value: 'claim', label: 'sheet.form', next: 'claim' });
  flow.steps.topic.choices.push({ value: 'day', label: 'sheet.day', next: 'day' });
  flow.steps.day = { type: 'form', text: 'claim.since', next: 'question' };
  flow.steps.day.fields = [{ variable: 'since', label: 'claim.since', input: 'date', required: true }];
  flow.texts['sheet.form'] = { en: 'Form', 'zh-Hans': '表单' };
  flow.texts['sheet.day'] = { en: 'Day', 'zh-Hans': '日期' };
  writeFileSync(file, JSON.stringify(flow));
  return file;
}

const back = (panel: Locator) => panel.locator('.header .icon-button').first().click();

/** What is searched and asked; the demo has articles in English and Chinese. */
export interface Words {
  readonly query: string;
  readonly question: string;
}

/** Greeting, loading, Home, results, no result, article, and search that fails. */
export async function helpStates(page: Page, { query }: Words, take: Take): Promise<void> {
  const panel = panelOf(page);
  await page.locator('handrail-host .greeting').waitFor();
  await take('greeting');
  const held = await hold(page);
  await page.locator('button.launcher').click();
  await panel.waitFor();
  await panel.locator('input').fill(query);
  await panel.locator('.searching').waitFor();
  await take('loading');
  held.release();
  await panel.getByRole('option').first().waitFor();
  await take('results');
  await panel.locator('input').fill('xyzzy quux');
  await panel.locator('.body.empty').waitFor();
  await take('no result');
  await panel.locator('input').fill(query);
  await panel.getByRole('option').first().click();
  await panel.locator('.vote').waitFor();
  await take('article');
  await back(panel);
  await back(panel);
  await take('home');
}

/** Keeps the articles' files on their way until they are let go. */
async function hold(page: Page): Promise<{ release(): void }> {
  let release = () => {};
  const released = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route(/\/(help|knowledge|k)\//, async route => {
    await released;
    await route.continue().catch(() => {});
  });
  return { release: () => release() };
}

/** The chat, empty, with an answer, in the queue, with a person, without network, at its end; then the contact form. */
export async function chatStates(page: Page, agent: Agent, { question }: Words, take: Take): Promise<void> {
  const panel = panelOf(page);
  await panel.locator('.door').first().click();
  await panel.locator('textarea').last().waitFor();
  await take('empty');
  await say(page, question);
  await panel.locator('.bot-turn .quote').first().waitFor();
  await take('chat bot');
  await panel.locator('.talk-line button').click();
  await panel.locator('.queue-card').waitFor();
  await take('queue');
  const id = await waiting(agent);
  await agent.take(id);
  await agent.reply(id, 'Hello, **Mina** here. Which order is it about?');
  await panel.locator('.theirs').first().waitFor();
  await take('person');
  await page.context().setOffline(true);
  await say(page, 'NB-104233');
  await panel.locator('.bar').waitFor({ timeout: 40_000 });
  await take('offline');
  await page.context().setOffline(false);
  await panel.locator('.bar').waitFor({ state: 'detached', timeout: 40_000 });
  await agent.close(id);
  await panel.locator('.survey').waitFor();
  await take('survey');
  await back(panel);
  await take('past conversations');
  await page.evaluate(() =>
    (window as unknown as { Handrail: (method: string, place: string) => void }).Handrail('open', 'contact'),
  );
  await panel.locator('.contact [type=submit]').click();
  await panel.locator('[aria-invalid]').first().waitFor();
  await take('contact');
}

/** An article whose file the server does not give. */
export async function errorState(page: Page, take: Take): Promise<void> {
  await page.route(/\/(help|knowledge|k)\//, route => route.abort());
  await page.locator('button.launcher').click();
  const panel = panelOf(page);
  await panel.locator('input').fill('battery');
  await panel.locator('.body.empty, [role=alert]').first().waitFor({ timeout: 40_000 });
  await take('error');
}

/** What the flow asks: choices, a form, a day. */
export async function flowStates(page: Page, take: Take): Promise<void> {
  const panel = panelOf(page);
  await page.locator('button.launcher').click();
  for (const [place, state] of [[-2, 'form'] as const, [-1, 'date'] as const]) {
    await panel.locator('.door').first().click();
    const choices = panel.locator('.choices').last();
    await choices.waitFor();
    if (state === 'form') await take('choices');
    await choices.locator('.pill').nth(place).click();
    await panel.locator('.bot-turn form').last().waitFor();
    await take(state);
    await page.evaluate(() =>
      (window as unknown as { Handrail: (method: string) => void }).Handrail('endConversation'),
    );
    await back(panel);
  }
}
