import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, until, waiting } from './agent.js';
import { openBrowser, openPage } from './openBrowser.js';
import { panelOf } from './panel.js';
import { serveFolder } from './serveFolder.js';
import { type RunningServer, startServer } from './startServer.js';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));
const run = promisify(execFile);
let browser: Browser;
const stops: (() => unknown)[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  await Promise.all([
    run(process.execPath, ['build.mjs'], { cwd: `${examples}static` }),
    run('npm', ['run', 'build', '--silent'], { cwd: `${examples}headless` }),
  ]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  for (const stop of stops) await stop();
});

test('static: search, articles, the bot, and a message by mail, with no server at all', async () => {
  const { origin, server } = await serveFolder(`${examples}static/dist`);
  stops.push(() => server.close());
  const { page, problems, context } = await openPage(browser);
  const requests: string[] = [];
  page.on('request', request => requests.push(request.url()));
  await page.goto(`${origin}/`);
  await page.getByRole('button', { name: 'How long is the frame warranty?' }).click();
  const panel = panelOf(page);
  await panel.locator('.bot-turn').first().waitFor();
  await panel.getByRole('button', { name: 'Back' }).click();
  await panel.getByRole('textbox', { name: 'Search for answers' }).pressSequentially('refund');
  await panel.getByRole('option').first().click();
  await panel.getByText('Did this help?').waitFor();
  await panel.getByRole('button', { name: 'Back' }).click();
  await panel.getByRole('button', { name: 'Talk to a person' }).click();
  await panel.getByRole('heading', { name: 'Leave a message' }).waitFor();
  await panel.getByLabel('E-mail').fill('ana@example.com');
  await panel.getByLabel('Message', { exact: true }).fill('Please call me');
  await page.evaluate(() => {
    // Mail programs do not open in a test; the address is what counts.
    addEventListener(
      'click',
      event => {
        const link = event.composedPath()[0] as HTMLAnchorElement;
        if (link.href?.startsWith('mailto:')) (window as { mailed?: string }).mailed = link.href;
      },
      true,
    );
  });
  await panel.getByRole('button', { name: 'Send message' }).click();
  await panel.getByRole('heading', { name: 'Your mail program opens with the message.' }).waitFor();
  expect(await page.evaluate(() => (window as { mailed?: string }).mailed)).toMatch(
    /^mailto:help@northwind\.example\?subject=Please%20call%20me/,
  );
  expect(requests.filter(url => url.startsWith('http') && !url.startsWith(origin))).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test('headless: a Node script searches, asks, gets a person and talks', async () => {
  const server: RunningServer = await startServer();
  stops.push(server.stop);
  const agent = await signIn(server.origin, server.signIn);
  stops.push(agent.destroy);
  const script = spawn(process.execPath, [
    `${examples}headless/dist/node/chat.js`,
    server.origin,
    'demo',
    'How do I reset my password?',
  ]);
  let printed = '';
  for (const stream of [script.stdout, script.stderr]) stream.on('data', text => (printed += text));
  const ended = new Promise<number | null>(resolve => script.once('exit', resolve));
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await until('the script says hello', () =>
    agent.$messages.get().find(item => item.kind === 'message' && item.text === 'Hello from a script'),
  );
  await agent.reply(id, 'Hello, script');
  expect(await ended).toBe(0);
  expect(printed).toContain('found: ');
  expect(printed).toMatch(/^bot: /m);
  expect(printed).toContain('Mina Holm is here');
  await until('the echo', () =>
    agent.$messages.get().find(item => item.kind === 'message' && item.text === 'You said: Hello, script'),
  );
  expect(printed).not.toContain('!');
});

test('headless: a page of its own, without the widget', async () => {
  const { origin, server: files } = await serveFolder(`${examples}headless/dist`);
  stops.push(() => files.close());
  const server = await startServer({ origins: [origin] });
  stops.push(server.stop);
  const agent = await signIn(server.origin, server.signIn);
  stops.push(agent.destroy);
  const { page, problems, context } = await openPage(browser);
  await page.goto(`${origin}/?server=${encodeURIComponent(server.origin)}`);
  await page.getByLabel('Search').fill('refund');
  await page.locator('#results li').first().waitFor();
  await page.getByLabel('Message').fill('How do I reset my password?');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('#log li', { hasText: 'bot:' }).first().waitFor();
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await page.getByText('You are talking to: queue').waitFor();
  const id = await waiting(agent);
  await agent.take(id);
  await page.getByText('You are talking to: human').waitFor();
  await agent.reply(id, 'Here I am');
  await page.getByText('Here I am').waitFor();
  expect(await page.locator('handrail-host').count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});
