import type { Agent } from '@handrail/core/agent';
import { type WebProxy, webProxy } from '@handrail/test-kit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until, waiting } from './agent.js';
import { openPage } from './openBrowser.js';
import { openPanel, panelOf, say } from './panel.js';

import { startWorld, type World } from './startWorld.js';

let world: World;
let proxy: WebProxy;
let site: string;
let browser: Browser;
let agent: Agent;

beforeAll(async () => {
  world = await startWorld({
    between: async server => {
      proxy = await webProxy(server);
      proxy.upgrades('refuse');
      return proxy;
    },
  });
  ({ site, browser, agent } = world);
});
afterAll(() => world?.stop());

test.each([
  ['an event stream', false, '/api/v1/stream'],
  ['a long poll where answers are held back', true, '/api/v1/poll'],
])('no WebSocket: customer and person talk over %s, also after a reload', async (_name, isHeld, path) => {
  proxy.holdBack(isHeld);
  const { page, problems, context } = await openPage(browser);
  await page.goto(site);
  let panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor({ timeout: 30_000 });
  const id = await waiting(agent);
  agent.open(id);
  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();
  await say(page, 'Is anybody there?');
  await until('the question', () => agent.$thread.get()?.events.some(event => event.kind === 'message'));
  await agent.reply(id, 'Yes, **here**.');
  await panel.locator('.theirs strong').getByText('here').waitFor();
  agent.markRead(id);
  await panel.getByText(/^Read /).waitFor();
  expect(proxy.requests).toContain(path);

  const sockets = () => proxy.requests.filter(one => one === '/api/v1/socket').length;
  const before = sockets();
  await page.reload();
  panel = panelOf(page);
  await panel.locator('.theirs strong').getByText('here').waitFor();
  await say(page, 'After the reload');
  await until('the next word', () =>
    agent.$thread.get()?.events.some(event => event.kind === 'message' && event.body.text === 'After the reload'),
  );
  await agent.close(id);
  await panel.getByRole('heading', { name: 'How was Mina Holm’s help?' }).waitFor();
  // What worked is remembered: no socket was tried again.
  expect(sockets()).toBe(before);
  expect(problems.filter(problem => !/WebSocket connection to .* failed/.test(problem))).toEqual([]);
  await context.close();
});
