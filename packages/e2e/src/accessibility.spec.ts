import type { Agent } from '@handrail/core/agent';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, waiting } from './agent.js';
import { addAxe } from './axe.js';
import { checkState, NARROW } from './checkState.js';
import { openBrowser, openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import { type RunningServer, startServer } from './startServer.js';

let server: RunningServer;
let browser: Browser;
let agent: Agent;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  agent = await signIn(server.origin, server.signIn);
});
afterAll(async () => {
  agent?.destroy();
  await Promise.all([browser?.close(), server?.stop()]);
});

const product = () => `${server.origin}/products/ebike-volt.html`;
interface Tongue {
  readonly path: string;
  readonly query: string;
  readonly question: string;
}
const LANGUAGES: [string, Tongue][] = [
  ['en', { path: '/products/ebike-volt.html', query: 'battery', question: 'How long is the warranty on the frame?' }],
  ['ar', { path: '/ar/', query: 'battery', question: 'How long is the warranty on the frame?' }],
];

async function helpStates(page: Page, panel: Locator, { query, question }: Tongue): Promise<void> {
  await checkState(page, 'home');
  await panel.locator('input').pressSequentially(query);
  await panel.getByRole('option').first().waitFor();
  await checkState(page, 'results');
  await panel.locator('input').fill('xyzzy quux');
  await panel.locator('.body.empty').waitFor();
  await checkState(page, 'no result');
  await panel.locator('input').fill(query);
  await panel.getByRole('option').first().click();
  await panel.locator('.vote').waitFor();
  await panel.locator('.vote button').last().click();
  await panel.locator('.reasons').waitFor();
  await checkState(page, 'article');
  const back = panel.locator('.header .icon-button').first();
  await back.click();
  await back.click();
  await panel.locator('.door').first().click();
  await say(page, question);
  await panel.locator('.bot-turn .text').first().waitFor();
  await checkState(page, 'bot chat');
}

async function peopleStates(page: Page, panel: Locator): Promise<void> {
  await panel.locator('.talk-line button').click();
  await panel.locator('.queue-card').waitFor();
  await checkState(page, 'queue');
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await agent.reply(id, `Hello, **Mina** here: https://example.com/${'long'.repeat(60)}`);
  await panel.locator('.theirs').first().waitFor();
  await say(page, 'a'.repeat(400));
  await panel.locator('.mine').last().waitFor();
  agent.setTyping(id, true);
  await checkState(page, 'person chat');
  await agent.close(id);
  await panel.locator('.survey').waitFor();
  await checkState(page, 'survey');
  await panel.getByRole('radio').last().check();
  await checkState(page, 'survey with a score');
  await page.evaluate(() =>
    (window as unknown as { Handrail: (method: string, place: string) => void }).Handrail('open', 'contact'),
  );
  await panel.locator('.contact').waitFor();
  await panel.locator('.contact [type=submit]').click();
  await panel.locator('[aria-invalid]').first().waitFor();
  await checkState(page, 'contact form');
}

test.each(LANGUAGES)('%s: axe finds nothing in any state, wide and narrow, light and dark', async (locale, tongue) => {
  const { page, problems, context } = await openPage(browser, { locale, reducedMotion: 'reduce' });
  await page.goto(server.origin + tongue.path);
  await page.locator('button.launcher').click();
  const panel = panelOf(page);
  await panel.waitFor();
  await addAxe(page);
  await helpStates(page, panel, tongue);
  await peopleStates(page, panel);
  expect(problems).toEqual([]);
  await context.close();
});

/** The focused element, through shadow roots, in words. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return `${active?.tagName.toLowerCase()} ${active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? ''}`;
  });
}

async function tabTo(page: Page, wanted: RegExp, most: number): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    if (wanted.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab did not reach ${wanted} in ${most} presses; the focus is on: ${await focused(page)}`);
}

test('by keyboard alone: to the launcher, a search, an article, a vote, and out again', async () => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(product());
  await page.locator('button.launcher').waitFor();
  await tabTo(page, /^button Open help/, 60);
  await page.keyboard.press('Enter');
  await panelOf(page).waitFor();
  await expect.poll(() => focused(page)).toBe('h1 Northwind Bikes');
  await tabTo(page, /^input Search/, 5);
  await page.keyboard.type('battery');
  const options = panelOf(page).getByRole('option');
  await options.nth(1).waitFor();
  await expect.poll(() => panelOf(page).getByRole('combobox').inputValue()).toBe('battery');
  const pointed = async () => panelOf(page).getByRole('combobox').getAttribute('aria-activedescendant');
  const first = await pointed();
  await page.keyboard.press('ArrowDown');
  await expect.poll(pointed).not.toBe(first);
  await page.keyboard.press('Enter');
  await panelOf(page).getByText('Did this help?').waitFor();
  await tabTo(page, /^button Yes/, 60);
  await page.keyboard.press('Enter');
  await panelOf(page).getByText('Good to hear').waitFor();
  // The button is gone; the focus is not lost to the page.
  await expect.poll(() => focused(page)).toMatch(/^section /);
  await page.keyboard.press('Escape');
  await panelOf(page).waitFor({ state: 'hidden' });
  expect(await focused(page)).toBe('button Open help');
  expect(problems).toEqual([]);
  await context.close();
});

test('Escape shuts the menu first, then the panel', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(product());
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await say(page, 'hello');
  await panel.locator('.bot-turn').first().waitFor();
  await panel.getByRole('button', { name: 'More' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('button Download the transcript');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('button More');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  await context.close();
});

test('on phones the panel is modal and Tab stays inside', async () => {
  const { page, context } = await openPage(browser, { viewport: NARROW });
  await page.goto(product());
  const panel = await openPanel(page);
  expect(await panel.getAttribute('aria-modal')).toBe('true');
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press(presses % 5 === 4 ? 'Shift+Tab' : 'Tab');
    expect(await panel.evaluate(element => element.contains((element.getRootNode() as ShadowRoot).activeElement))).toBe(
      true,
    );
  }
  await context.close();
});

/** Keeps what the panel's live region says, from the first moment on. */
function recordLiveRegion(): void {
  const said: string[] = [];
  (window as unknown as { said: string[] }).said = said;
  const watch = setInterval(() => {
    const region = document.querySelector('handrail-host')?.shadowRoot?.querySelector('.sr[role=status]');
    if (!region) return;
    clearInterval(watch);
    const note = () => {
      if (region.textContent) said.push(region.textContent);
    };
    note();
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
  }, 2);
}

test('an incoming message is announced once, sender first; history and reconnects never', async () => {
  const { page, context } = await openPage(browser);
  await page.addInitScript(recordLiveRegion);
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.goto(product());
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.locator('.queue-card').waitFor();
  const id = await waiting(agent);
  await agent.take(id);
  await expect.poll(said).toEqual([expect.stringMatching(/^Assistant: /), 'Mina Holm joined']);
  await agent.reply(id, 'Which **order** is it?');
  await expect.poll(said).toHaveLength(3);
  await say(page, 'NB-104233');
  await panel.getByText(/^(Sent|Delivered|Read) /).waitFor();
  expect((await said())[2]).toMatch(/^Mina Holm: Which \W*order\W* is it\?$/);
  expect(await said()).toHaveLength(3);
  await context.setOffline(true);
  await page.waitForTimeout(300);
  await context.setOffline(false);
  await page.reload();
  await panel.getByText('NB-104233').waitFor();
  await page.waitForTimeout(300);
  expect(await said()).toEqual([]);
  await agent.reply(id, 'Thank you');
  await expect.poll(said).toEqual(['Mina Holm: Thank you']);
  await agent.close(id);
  await context.close();
});

test('with reduced motion nothing moves', async () => {
  const { page, context } = await openPage(browser, { reducedMotion: 'reduce' });
  await page.goto(product());
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await say(page, 'How long is the warranty?');
  await panel.locator('.bot-turn').first().waitFor();
  const moving = await page.locator('handrail-host').evaluate(host => {
    const all = [...(host.shadowRoot?.querySelectorAll('*') ?? [])];
    const seconds = (list: string) => Math.max(...list.split(',').map(Number.parseFloat));
    return all.flatMap(element => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
      const animates = animationName !== 'none' && seconds(animationDuration) > 0.01;
      return animates || seconds(transitionDuration) > 0.01 ? [element.className.toString()] : [];
    });
  });
  expect(moving).toEqual([]);
  await context.close();
});

test('an input method searches from Home and sends nothing by its own Enter', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(product());
  const panel = await openPanel(page);
  const keys = await context.newCDPSession(page);
  await panel.getByRole('textbox').click();
  await keys.send('Input.imeSetComposition', { text: 'batt', selectionStart: 4, selectionEnd: 4 });
  expect(await panel.getByRole('combobox').count()).toBe(0);
  await keys.send('Input.insertText', { text: 'battery' });
  await panel.getByRole('option').first().waitFor();
  expect(await panel.getByRole('combobox').inputValue()).toBe('battery');
  await context.close();
});
