import type { Agent } from '@handrail/core/agent';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, until, waiting } from './agent.js';
import { addAxe, axe } from './axe.js';
import { openPage } from './openBrowser.js';
import { openPanel } from './panel.js';
import type { RunningServer } from './startServer.js';
import { startWorld, type World } from './startWorld.js';

/** Three seconds stand for the minutes of a real site. */
const SOON = 0.05;

let world: World;
let site: string;
let browser: Browser;
let server: RunningServer;
let agent: Agent;

beforeAll(async () => {
  world = await startWorld({
    handoff: { askAfter: SOON, askAgain: 0, agentGone: SOON, firstResponse: SOON, stillWithYou: 0, sameAgent: 5 },
  });
  ({ server, site, browser, agent } = world);
});
afterAll(() => world?.stop());

test('a long wait: asked, waited on, then a message instead; the question survives a restart and is not repeated', async () => {
  const { page, problems, context } = await openPage(browser, { bypassCSP: true });
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('You are next').waitFor();
  const id = await waiting(agent);
  const question = panel.getByText('It’s taking a while. Keep waiting, or leave a message?');
  await question.waitFor();
  await addAxe(page);
  expect(await axe(page, 'handrail-host')).toEqual([]);
  await panel.getByRole('button', { name: 'Keep waiting' }).click();
  await question.waitFor({ state: 'hidden' });
  await server.kill();
  await server.restart();
  agent.open(id);
  await until('the line', () => agent.$connection.get().state === 'online');
  const asked = () => agent.$thread.get()?.events.filter(event => event.kind === 'notice') ?? [];
  await until('the log', () => asked().length > 0);
  await panel.getByRole('button', { name: 'Leave a message instead' }).click();
  await panel.getByLabel('E-mail', { exact: true }).fill('ana@mail.example');
  await panel.getByLabel('Message', { exact: true }).fill('Please write to me.');
  await panel.getByRole('button', { name: 'Send message' }).click();
  const record = () => agent.$conversations.get().find(one => one.id === id);
  await until('the message', () => record()?.ownerReason === 'left_message');
  expect(asked()).toHaveLength(1);
  await agent.close(id);
  expect(problems.filter(text => !/WebSocket|ERR_CONNECTION/.test(text))).toEqual([]);
  await context.close();
});

test('an agent who is gone: the customer is told, keeps the place, and the inbox marks what is late and whose it was', async () => {
  const jonas = await signIn(server.origin, await server.signInFor('jonas'));
  const { page, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  const id = await waiting(agent);
  await jonas.take(id);
  await panel.getByText('Jonas Weber joined').waitFor();
  jonas.destroy();
  await panel.getByText('The person helping you had to leave. You keep your place in the queue.').waitFor();
  await panel.getByText('You are next').waitFor();
  const back = await signIn(server.origin, await server.signInFor('jonas'));
  await until('it is meant for him', () => agent.$desk.get().get(id)?.meantFor === 'jonas');

  const inbox = await openPage(browser, { bypassCSP: true });
  const code = await server.signInFor('mina');
  await inbox.page.goto(`${server.origin}/inbox/#sign-in=${code}`);
  await inbox.page.getByRole('button', { name: /Unassigned/ }).click();
  const row = inbox.page.locator(`[data-conversation="${id}"]`);
  await row.getByText('For Jonas Weber first').waitFor();
  await row.getByText(/Overdue|due now/).waitFor();
  await addAxe(inbox.page);
  expect(await axe(inbox.page, '.desk-main')).toEqual([]);
  back.destroy();
  await inbox.context.close();
  await context.close();
});
