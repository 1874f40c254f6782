import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, waiting } from './agent.js';
import { buildPage, pages } from './buildPage.js';
import { countSockets } from './countSockets.js';
import { openBrowser, openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';
import { serveFolder } from './serveFolder.js';
import { type RunningServer, startServer } from './startServer.js';

let server: RunningServer;
let site: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;
const stops: (() => unknown)[] = [];

beforeAll(async () => {
  site = await serveFolder(pages);
  [server, browser] = await Promise.all([
    startServer({ origins: [site.origin], moreSites: ['second'] }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  for (const stop of stops) await stop();
  site?.server.close();
  await Promise.all([browser?.close(), server?.stop()]);
});

async function serve(files: Readonly<Record<string, string>>): Promise<string> {
  const { path, remove } = await buildPage(files);
  stops.push(remove);
  return `${site.origin}/${path}`;
}

const html = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
const keys = (page: Page, part: string) =>
  page.evaluate(name => Object.keys(localStorage).filter(key => key.includes(name)), part);

test('three widgets on one page: apart in launchers, words, storage, sockets and the end', async () => {
  const address = await serve({
    'index.html': html(
      '<main id="help" style="height:500px;max-width:480px"></main><script type="module" src="main.js"></script>',
    ),
    'main.js': `import { createWidget } from '@handrail/widget';
const server = '${server.origin}';
const at = (x) => ({ offset: { x, y: 24 } });
window.widgets = {
  demo: createWidget({ server, site: 'demo', config: { name: 'First', launcher: at(24) } }),
  second: createWidget({ server, site: 'second', config: { name: 'Second', launcher: { ...at(24), side: 'start' } } }),
  inline: createWidget({ knowledge: '${server.origin}/k/demo/', target: '#help', config: { name: 'Third' } }),
};`,
  });
  const { page, problems, context } = await openPage(browser);
  const sockets = countSockets(page);
  const agent = await signIn(server.origin, server.signIn);
  stops.push(agent.destroy);
  await page.goto(address);
  const launchers = page.getByRole('button', { name: 'Open help' });
  await expect.poll(() => launchers.count()).toBe(2);
  const third = page.getByRole('region', { name: 'Third' });
  await third.getByRole('heading', { name: 'Third' }).waitFor();

  await launchers.first().click();
  const first = page.getByRole('dialog', { name: 'First' });
  await first.getByRole('button', { name: /Talk to a person/ }).click();
  await first.getByText('In the queue').waitFor();
  await agent.take(await waiting(agent));
  await first.getByText('Mina Holm joined').waitFor();
  await page.evaluate(() =>
    (window as unknown as { widgets: Record<string, { open(place: string): void }> }).widgets.second?.open('chat'),
  );
  const second = page.getByRole('dialog', { name: 'Second' });
  await second.locator('textarea').fill('for the second');
  await first.locator('textarea').fill('for the first');
  expect(await second.locator('textarea').inputValue()).toBe('for the second');
  expect(await second.getByText('Mina Holm').count()).toBe(0);
  expect(sockets()).toBe(1);
  expect((await keys(page, ':second:')).join()).toBe('handrail:second:draft');
  expect((await keys(page, ':demo:')).length).toBeGreaterThan(1);
  expect(await keys(page, ':static:')).toEqual([]);

  await second.locator('textarea').press('Escape');
  await second.waitFor({ state: 'hidden' });
  expect(await first.isVisible()).toBe(true);
  await page.evaluate(() =>
    (window as unknown as { widgets: Record<string, { destroy(): void }> }).widgets.demo?.destroy(),
  );
  await first.waitFor({ state: 'detached' });
  await expect.poll(sockets).toBe(0);
  await page.getByRole('button', { name: 'Open help' }).click();
  expect(await second.locator('textarea').inputValue()).toBe('for the second');
  await third.getByRole('textbox').pressSequentially('ret');
  await third.getByRole('option').first().waitFor();
  expect(problems).toEqual([]);
  await context.close();
});

test('React Router: one widget, one socket, one draft, whichever route is shown', async () => {
  const address = await serve({
    'index.html': html('<div id="app"></div><script type="module" src="main.jsx"></script>'),
    'main.jsx': `import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createHashRouter, Link, Outlet } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { HandrailWidget } from '@handrail/react';

const config = { name: 'Northwind Bikes' };
const Layout = () => <><nav><Link to="/">Bikes</Link> <Link to="/cart">Cart</Link></nav><Outlet />
  <HandrailWidget server="${server.origin}" site="demo" config={config} /></>;
const router = createHashRouter([{ element: <Layout />, children: [
  { path: '/', element: <h1>All bikes</h1> },
  { path: '/cart', element: <h1>Your cart</h1> },
] }]);
createRoot(document.getElementById('app')).render(<StrictMode><RouterProvider router={router} /></StrictMode>);`,
  });
  const { page, problems, context } = await openPage(browser);
  const sockets = countSockets(page);
  await page.goto(address);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Ask a question' }).click();
  await say(page, 'I want to talk to a person');
  await panel.getByRole('textbox', { name: /mail/i }).or(panel.getByText('In the queue')).first().waitFor();
  await page.evaluate(() => {
    (window as { host?: unknown }).host = document.querySelector('handrail-host');
  });
  for (const [link, title] of [
    ['Cart', 'Your cart'],
    ['Bikes', 'All bikes'],
    ['Cart', 'Your cart'],
  ] as const) {
    await page.getByRole('link', { name: link }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await panelOf(page).isVisible()).toBe(true);
  }
  expect(
    await page.evaluate(
      () =>
        [...document.querySelectorAll('handrail-host')].length === 1 &&
        document.querySelector('handrail-host') === (window as { host?: unknown }).host,
    ),
  ).toBe(true);
  expect(sockets()).toBeLessThanOrEqual(1);
  expect(problems).toEqual([]);
  await context.close();
});
