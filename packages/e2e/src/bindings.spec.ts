import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, until, waiting } from './agent.js';
import { buildPage, codeOf, pages } from './buildPage.js';
import { countSockets } from './countSockets.js';
import { openBrowser, openPage } from './openBrowser.js';
import { panelOf } from './panel.js';
import { serveFolder } from './serveFolder.js';
import { type RunningServer, startServer } from './startServer.js';

let server: RunningServer;
let site: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;
const stops: (() => unknown)[] = [];

beforeAll(async () => {
  site = await serveFolder(pages);
  [server, browser] = await Promise.all([startServer({ origins: [site.origin] }), openBrowser()]);
});
afterAll(async () => {
  for (const stop of stops) await stop();
  site?.server.close();
  await Promise.all([browser?.close(), server?.stop()]);
});

/** Builds a page and serves it as a site of its own; the address. */
async function serve(files: Readonly<Record<string, string>>): Promise<string> {
  const { path, remove } = await buildPage(files);
  stops.push(remove);
  return `${site.origin}/${path}`;
}

const html = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
const here = (code: string) =>
  code.replace(/server(: |=)['"]https:\/\/help\.example\.com['"]/, (_, is) => `server${is}"${server.origin}"`);

test('React: the chat of the documentation, in StrictMode, with one line before and after a reload', async () => {
  const [, chat = ''] = codeOf('frameworks.md', 'React', 'jsx');
  const environment = 'environment: { storage: webStorage(() => localStorage) } };';
  const address = await serve({
    'index.html': html(
      '<div id="app"></div><button id="end">End</button><script type="module" src="main.jsx"></script>',
    ),
    'Chat.jsx': `import { webStorage } from '@handrail/core';\n${here(chat).replace("site: 'shop' };", `site: 'demo', ${environment}`)}`,
    'main.jsx': `import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './Chat.jsx';

const root = createRoot(document.getElementById('app'));
root.render(<StrictMode><App /></StrictMode>);
document.getElementById('end').onclick = () => root.unmount();`,
  });
  const { page, problems, context } = await openPage(browser);
  const sockets = countSockets(page);
  const agent = await signIn(server.origin, server.signIn);
  stops.push(agent.destroy);
  await page.goto(address);

  await page.getByLabel('Message').fill('How do I reset my password?');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('li', { hasText: 'bot:' }).first().waitFor();
  expect(sockets()).toBe(0);
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await page.getByText('A person is on the way.').waitFor();
  const id = await waiting(agent);
  await agent.take(id);
  await page.getByText('You are talking to a person.').waitFor();
  await agent.reply(id, 'Here I am');
  await page.getByText('agent: Here I am').waitFor();
  expect(sockets()).toBe(1);

  const newSockets = countSockets(page);
  await page.reload();
  await page.getByText('You are talking to a person.').waitFor();
  await page.getByText('agent: Here I am').waitFor();
  await page.getByLabel('Message').fill('Thank you');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('li', { hasText: 'visitor: Thank you' }).waitFor();
  await until('one line', () => newSockets() === 1);
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await until('no line', () => newSockets() === 0);
  expect(await page.locator('li').count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

const [, vueChat = ''] = codeOf('frameworks.md', 'Vue', 'vue');
const [vueApp = ''] = codeOf('frameworks.md', 'Vue', 'js');
const [, svelteApp = '', svelteChat = ''] = codeOf('frameworks.md', 'Svelte', 'svelte');

test.each([
  ['Vue', { 'main.js': vueApp, 'Chat.vue': vueChat }],
  [
    'Svelte',
    {
      'main.js': `import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('app') });`,
      'App.svelte': svelteApp,
      'Chat.svelte': svelteChat,
    },
  ],
])('%s: the chat of the documentation, from the bot to a person', async (_, files: Record<string, string>) => {
  const filled = Object.entries(files).map(([name, code]) => [name, here(code).replace("'shop'", "'demo'")]);
  const address = await serve({
    'index.html': html('<div id="app"></div><script type="module" src="main.js"></script>'),
    ...Object.fromEntries(filled),
  });
  const { page, problems, context } = await openPage(browser);
  await page.goto(address);
  await page.getByLabel('Message').fill('How do I reset my password?');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('li', { hasText: 'bot:' }).first().waitFor();
  expect(await page.getByLabel('Message').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Talk to a person' }).isDisabled()).toBe(true);
  expect(problems).toEqual([]);
  await context.close();
});

test('custom element: the page of the documentation, an attribute that changes, and the end', async () => {
  const [code = ''] = codeOf('frameworks.md', 'Custom element', 'html');
  const address = await serve({ 'index.html': html(here(code).replace('"shop"', '"demo"')) });
  const { page, problems, context } = await openPage(browser);
  await page.goto(address);
  await page.getByRole('button', { name: 'Open help' }).click();
  await panelOf(page).getByRole('textbox', { name: 'Search for answers' }).pressSequentially('refund');
  await panelOf(page).getByRole('option').first().waitFor();

  const change = (name: string, value: string) =>
    page.evaluate(given => document.querySelector('handrail-widget')?.setAttribute(...given), [name, value] as const);
  await change('accent', '#aa0000');
  const launcher = page.locator('.launcher');
  const accent = () => page.locator('handrail-host').evaluate(host => host.style.getPropertyValue('--hr-accent'));
  await expect.poll(accent).toBe('#aa0000');
  // What is open stays open, with what was typed.
  await panelOf(page).getByRole('option').first().waitFor();
  expect(await page.locator('handrail-host').count()).toBe(1);
  await change('hidden', '');
  await launcher.waitFor({ state: 'hidden' });
  await page.evaluate(() => document.querySelector('handrail-widget')?.remove());
  await page.locator('handrail-host').waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
  await context.close();
});
