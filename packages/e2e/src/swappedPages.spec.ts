import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Agent } from '@handrail/core/agent';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { signIn, waiting } from './agent.js';
import { openBrowser, openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import { type ServedExamples, serveExamples } from './serveExamples.js';
import { type RunningServer, startServer } from './startServer.js';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));
const run = promisify(execFile);

let browser: Browser;
let server: RunningServer;
let files: ServedExamples;
let agent: Agent;

beforeAll(async () => {
  files = await serveExamples(examples, ['react-router']);
  [server, browser] = await Promise.all([
    startServer({ origins: [files.origin] }),
    openBrowser(),
    run('npm', ['run', 'build', '--silent'], { cwd: `${examples}react-router` }),
  ]);
  files.use(server.origin);
  agent = await signIn(server.origin, server.signIn);
}, 120_000);
afterEach(async () => {
  // What one example left open is not for the next one's agent.
  for (const { id, status } of agent.$conversations.get()) if (status === 'open') await agent.close(id);
});
afterAll(async () => {
  agent?.destroy();
  await Promise.all([browser?.close(), server?.stop(), files?.stop()]);
});

/** Elements a page of the test marks, to know them again. */
interface Marked {
  isSame?: boolean;
}

/** Sockets the page opened since it was loaded, also those that were closed again. */
function sockets(page: Page): () => number {
  let opened = 0;
  page.on('websocket', () => {
    opened += 1;
  });
  return () => opened;
}

/** Marks the page and the widget's element. */
const mark = (page: Page) =>
  page.evaluate(() => {
    Object.assign(window, { isSame: true });
    Object.assign(document.querySelector('handrail-host') ?? {}, { isSame: true });
  });

/** What is marked, and how many widgets there are. */
const found = (page: Page) =>
  page.evaluate(() => ({
    page: (window as Marked).isSame,
    widgets: [...document.querySelectorAll('handrail-host')].map(host => (host as Marked).isSame),
  }));

const PAGES = [
  ['turbo', 'index.html'],
  ['htmx', 'index.html'],
  ['view-transitions', 'index.html'],
  ['react-router', ''],
] as const;

test.each(PAGES)('%s: the same widget, socket and draft while pages take each other’s place', async (name, path) => {
  const { page, problems, context } = await openPage(browser);
  const opened = sockets(page);
  await page.goto(`${files.origin}/${name}/${path}`);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Talk to a person' }).click();
  const id = await waiting(agent);
  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();
  await panel.locator('textarea').last().fill('half a sentence');
  await mark(page);
  for (const [link, title] of [
    ['To the cart', 'Your cart'],
    ['To the bikes', 'Bikes'],
  ] as const) {
    await page.getByRole('link', { name: link }).click();
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    expect(await panel.locator('textarea').last().inputValue()).toBe('half a sentence');
  }
  await agent.reply(id, 'Here I am');
  await panel.getByText('Here I am', { exact: true }).waitFor();
  await say(page, 'a whole sentence');
  await panel.getByText('a whole sentence', { exact: true }).waitFor();
  expect(await panelOf(page).locator('.theirs', { hasText: 'Here I am' }).count()).toBe(1);
  expect(await panelOf(page).locator('.mine', { hasText: 'a whole sentence' }).count()).toBe(1);
  expect(await found(page)).toEqual({ page: true, widgets: [true] });
  expect(opened()).toBe(1);
  expect(problems).toEqual([]);
  await context.close();
});

test('view-transitions: what persists is the same element, and the way back is a swap, too', async () => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(`${files.origin}/view-transitions/index.html`);
  await page.locator('#saved').evaluate(saved => Object.assign(saved, { isSame: true }));
  await openPanel(page);
  await mark(page);
  await page.getByRole('link', { name: 'To the cart' }).click();
  await page.getByRole('heading', { name: 'Your cart' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Bikes', exact: true }).waitFor();
  await panelOf(page).waitFor();
  expect(await page.locator('#saved').evaluate(saved => (saved as Marked).isSame)).toBe(true);
  expect(await found(page)).toEqual({ page: true, widgets: [true] });
  expect(problems).toEqual([]);
  await context.close();
});
