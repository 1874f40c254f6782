import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Agent } from '@handrail/core/agent';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { signIn, until, waiting } from './agent.js';
import { openBrowser, openPage } from './openBrowser.js';
import { openPanel, panelOf } from './panel.js';
import { type ServedExamples, serveExamples } from './serveExamples.js';
import { freePort, type RunningServer, startServer } from './startServer.js';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));
const run = promisify(execFile);
const BUILT = ['static', 'headless', 'react', 'react-router', 'vue', 'svelte'];

let browser: Browser;
let server: RunningServer;
let files: ServedExamples;
let agent: Agent;
/** Ports of the examples that serve themselves, allowed before they run. */
let port: { readonly csp: number; readonly identity: number };
let keys: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  files = await serveExamples(examples, BUILT);
  port = { csp: await freePort(), identity: await freePort() };
  keys = mkdtempSync(join(tmpdir(), 'handrail-keys-'));
  const made = await run(process.execPath, [`${examples}identity/keys.mjs`], { cwd: keys });
  const own = Object.values(port).map(number => `http://localhost:${number}`);
  [server, browser] = await Promise.all([
    startServer({ origins: [files.origin, ...own], ...JSON.parse(made.stdout) }),
    openBrowser(),
    ...BUILT.map(name => run('npm', ['run', 'build', '--silent'], { cwd: `${examples}${name}` })),
  ]);
  files.use(server.origin);
  agent = await signIn(server.origin, server.signIn);
}, 120_000);
afterEach(async () => {
  for (const child of children.splice(0)) child.kill();
  // What one example left open is not for the next one's agent.
  for (const { id, status } of agent.$conversations.get()) if (status === 'open') await agent.close(id);
});
afterAll(async () => {
  agent?.destroy();
  await Promise.all([browser?.close(), server?.stop(), files?.stop()]);
  if (keys) rmSync(keys, { recursive: true, force: true });
});

/** Starts a program of an example; resolves with what it printed once that is `ready`. */
async function start(path: string, args: readonly string[], ready: RegExp, given: object = {}): Promise<() => string> {
  const child = spawn(process.execPath, [`${examples}${path}`, ...args], {
    cwd: keys,
    env: { ...process.env, HANDRAIL_SERVER: server.origin, ...given },
  });
  children.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (printed += text));
  await until(`${path} is ready`, () => {
    if (child.exitCode !== null) throw new Error(`${path} ended with ${child.exitCode}:\n${printed}`);
    return ready.test(printed);
  });
  return () => printed;
}

/** Opens the widget, and an article by a search. */
async function findArticle(page: Page): Promise<void> {
  const panel = await openPanel(page);
  await panel.getByRole('textbox', { name: 'Search for answers' }).pressSequentially('refund');
  await panel.getByRole('option').first().click();
  await panel.getByText('Did this help?').waitFor();
}

test('static: search, articles, the bot, and a message by mail, with no server at all', async () => {
  const { page, problems, context } = await openPage(browser);
  const requests: string[] = [];
  page.on('request', request => requests.push(request.url()));
  await page.goto(`${files.origin}/static/`);
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
  expect(requests.filter(url => url.startsWith('http') && !url.startsWith(files.origin))).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test('headless: a Node script searches, asks, gets a person and talks', async () => {
  const script = spawn(process.execPath, [
    `${examples}headless/dist/node/chat.js`,
    server.origin,
    'demo',
    'How do I reset my password?',
  ]);
  children.push(script);
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
  const { page, problems, context } = await openPage(browser);
  await page.goto(`${files.origin}/headless/`);
  const search = page.getByRole('combobox', { name: 'Search' });
  await search.fill('refund');
  await page.getByRole('option', { selected: true }).waitFor();
  await search.press('Enter');
  await page.getByText('Open: ').waitFor();
  await search.press('Escape');
  expect([await search.inputValue(), await search.getAttribute('aria-expanded')]).toEqual(['', 'false']);
  await page.getByRole('textbox', { name: 'Message' }).fill('How do I reset my password?');
  await page.getByRole('textbox', { name: 'Message' }).press('Enter');
  const source = page.locator('#log li button').first();
  const label = (await source.textContent()) ?? '';
  await source.click();
  await page.getByText(`Open: ${label}`, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await page.getByText('You are talking to: queue').waitFor();
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await page.getByText('You are talking to: human').waitFor();
  await agent.reply(id, 'Here I am');
  await page.locator('#log li', { hasText: 'Here I am' }).waitFor();
  await page.getByRole('status').filter({ hasText: 'Mina Holm: Here I am' }).waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill('half a sentence');
  await page.getByRole('button', { name: 'Leave a message' }).click();
  expect(await page.getByLabel('What is it about?').inputValue()).toContain('half a sentence');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.getByRole('alert').getByText('Where can we answer you?').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('email');
  await page.keyboard.type('ana@mail.example');
  await page.getByLabel('What is it about?').fill('Please write to me');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.getByText('We have it, and answer by e-mail.').waitFor();
  await until('the form', () =>
    agent.$threads
      .get()
      .get(id)
      ?.events.some(event => event.kind === 'form' && event.body.contact.text === 'Please write to me'),
  );
  expect(await page.locator('handrail-host').count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

test.each(['react', 'vue', 'svelte'])('%s: a screen of its own, from the bot to a person', async name => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(`${files.origin}/${name}/`);
  await page.getByText('You are talking to the bot.').waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill('How do I reset my password?');
  await page.getByRole('textbox', { name: 'Message' }).press('Enter');
  await page.locator('li', { hasText: 'bot:' }).first().waitFor();
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('');
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await page.getByText('a person is on the way').waitFor();
  const id = await waiting(agent);
  await agent.take(id);
  await page.getByText('You are talking to a person.').waitFor();
  agent.setTyping(id, true);
  await page.getByText('Mina Holm is writing').waitFor();
  await agent.reply(id, 'Here I am');
  await page.locator('li', { hasText: 'Mina Holm: Here I am' }).waitFor();
  await page.getByRole('status').filter({ hasText: 'Mina Holm: Here I am' }).waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill('half a sentence');
  await page.reload();
  await page.locator('li', { hasText: 'Mina Holm: Here I am' }).waitFor();
  expect(await page.locator('.spoken').textContent()).toBe('');
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('half a sentence');
  expect(problems).toEqual([]);
  await context.close();
});

test.each(['script-tag', 'wordpress'])('%s: the one line brings launcher, panel and an answer', async name => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(`${files.origin}/${name}/`);
  await findArticle(page);
  expect(problems).toEqual([]);
  await context.close();
});

test('strict-csp: not one violation, from the launcher to the queue', async () => {
  await start('strict-csp/serve.mjs', [], /localhost/, { PORT: String(port.csp) });
  const { page, problems, context } = await openPage(browser);
  const response = await page.goto(`http://localhost:${port.csp}/`);
  const policy = (await response?.headerValue('content-security-policy')) ?? '';
  expect(policy).toContain("'strict-dynamic'");
  expect(policy).not.toContain('unsafe');
  await page.evaluate(() => {
    const seen: string[] = [];
    (window as { seen?: string[] }).seen = seen;
    addEventListener('securitypolicyviolation', event => seen.push(event.violatedDirective));
  });
  await findArticle(page);
  await panelOf(page).getByRole('button', { name: 'Back' }).click();
  await panelOf(page).getByRole('button', { name: 'Talk to a person' }).click();
  await agent.take(await waiting(agent));
  expect(await page.evaluate(() => (window as { seen?: string[] }).seen)).toEqual([]);
  expect(problems).toEqual([]);
  await context.close();
});

test('bot: a program takes who waits, answers what it knows and gives back what it does not', async () => {
  agent.setAvailable(false);
  const code = await server.signInFor('jonas');
  const printed = await start('bot/bot.mjs', [server.origin, code], /ready as Jonas Weber/);
  const { page, problems, context } = await openPage(browser);
  await page.goto(`${files.origin}/react/`);
  const write = async (text: string) => {
    await page.getByRole('textbox', { name: 'Message' }).fill(text);
    await page.getByRole('button', { name: 'Send' }).click();
  };
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  // The live region says it, too.
  const said = (text: string) => page.getByRole('listitem').filter({ hasText: text }).first().waitFor();
  await said('Hello, I am a program.');
  await write('When do you open?');
  await said('We are open from');
  await write('My fork is bent');
  await said('That is beyond me.');
  await page.getByText('You are talking to the bot.').waitFor();
  agent.setAvailable(true);
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await agent.take(await waiting(agent));
  await page.getByText('You are talking to a person.').waitFor();
  expect(printed()).toBe('ready as Jonas Weber\n');
  expect(problems).toEqual([]);
  await context.close();
});

test('identity: the people who answer see who it is, and a sign-out forgets it', async () => {
  await start('identity/server.mjs', [], /localhost/, { PORT: String(port.identity) });
  const { page, problems, context } = await openPage(browser);
  await page.goto(`http://localhost:${port.identity}/`);
  await page.getByRole('link', { name: 'Sign in as Ana' }).click();
  await page.getByText('You are Ana Costa.').waitFor();
  await openPanel(page);
  await panelOf(page).getByRole('button', { name: 'Talk to a person' }).click();
  const id = await waiting(agent);
  expect(agent.$conversations.get().find(one => one.id === id)?.identified).toEqual({
    id: 'ana',
    name: 'Ana Costa',
    email: 'ana@mail.example',
  });
  await page.getByRole('link', { name: 'Sign out' }).click();
  await page.getByText('You are not signed in.').waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(problems.filter(problem => !problem.includes('401'))).toEqual([]);
  await context.close();
});
