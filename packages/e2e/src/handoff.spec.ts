import type { Agent } from '@handrail/core/agent';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, until, waiting } from './agent.js';
import { openPage } from './openBrowser.js';
import { openPanel, say } from './panel.js';
import type { RunningServer } from './startServer.js';
import { startWorld, type World } from './startWorld.js';

let world: World;
let site: string;
let browser: Browser;
let server: RunningServer;
let agent: Agent;

beforeAll(async () => {
  world = await startWorld();
  ({ server, site, browser, agent } = world);
});
afterAll(() => world?.stop());

test('from a search to a person who knows the story, to the score', async () => {
  const { page, problems, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('textbox', { name: 'Search for answers' }).pressSequentially('refund');
  await panel.getByRole('option').first().waitFor();
  await panel.getByRole('combobox').press('Enter');
  await panel.getByText('Did this help?').waitFor();
  await panel.getByRole('button', { name: 'Back' }).click();
  await panel.getByRole('button', { name: 'Ask this question' }).click();
  await panel.locator('.bot-turn').first().waitFor();
  await say(page, 'I want to talk to a person');
  await panel.getByText('In the queue').waitFor();
  await panel.getByText('You are next').waitFor();

  const id = await waiting(agent);
  agent.open(id);
  const started = await until('the story', () => agent.$thread.get()?.events.find(event => event.kind === 'started'));
  const story = started.kind === 'started' ? started.body.story : null;
  expect(story?.page.title).toBe('E-bike Volt');
  expect(story?.searches[0]).toMatchObject({ query: 'refund', opened: expect.any(String) });
  expect(story?.articles.length).toBe(1);
  expect(story?.transcript.map(turn => turn.text)).toContain('I want to talk to a person');
  expect(story?.locale).toBe('en');

  await agent.take(id);
  await panel.getByText('Mina Holm joined').waitFor();
  expect(await panel.getByRole('heading', { level: 1 }).innerText()).toBe('Mina Holm');
  expect(await panel.getByRole('button', { name: 'Talk to a person' }).count()).toBe(0);

  agent.setTyping(id, true);
  await panel.getByText('Mina Holm is typing').waitFor({ state: 'attached' });
  await agent.reply(id, 'Hello, **Mina** here. Which order is it?');
  await panel.locator('.theirs strong').getByText('Mina').waitFor();

  await say(page, 'Order NB-104233 <img src=x onerror=alert(1)>');
  await until('the answer', () =>
    agent.$thread.get()?.events.find(event => event.kind === 'message' && event.sender.kind === 'visitor'),
  );
  agent.markRead(id);
  await panel.getByText(/^Read /).waitFor();

  await agent.note(id, 'Internal: check the warehouse');
  await agent.close(id);
  await panel.getByRole('heading', { name: 'How was Mina Holm’s help?' }).waitFor();
  await panel.getByRole('radio', { name: 'Great' }).check();
  await panel.getByLabel(/Anything to add/).fill('Fast.');
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await panel.getByText('Thank you').waitFor();
  const scored = await until('the score', () => agent.$conversations.get().find(one => one.id === id)?.csat);
  expect(scored).toEqual({ score: 5, comment: 'Fast.' });
  expect(await panel.getByText('Internal').count()).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
});

test('two agents, one conversation: exactly one takes it', async () => {
  const other = await signIn(server.origin, await server.signInFor('jonas'));
  const { page, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByText('In the queue').waitFor();
  const id = await waiting(agent);
  await until('the other sees it', () => other.$conversations.get().find(one => one.id === id));
  const results = await Promise.allSettled([agent.take(id), other.take(id)]);
  expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1);
  const lost = results.find(result => result.status === 'rejected');
  expect(lost?.reason).toMatchObject({ code: 'owner_changed' });
  // Somebody who only loses the connection stays available for a while.
  other.setAvailable(false);
  other.destroy();
  await context.close();
});

test('stop waiting gives the conversation back to the bot', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Talk to a person/ }).click();
  await panel.getByRole('button', { name: 'Stop waiting' }).click();
  await panel.getByText('You stopped waiting').waitFor();
  await say(page, 'How do I reset my password?');
  await panel.getByText('Did this help?').waitFor();
  const id = agent.$conversations.get()[0]?.id ?? '';
  await until('the bot owns it', () => agent.$conversations.get().find(one => one.id === id)?.owner === 'bot');
  await context.close();
});

test('nobody there: the form is prefilled, survives a reload, and reaches the inbox', async () => {
  agent.setAvailable(false);
  await until('nobody is there', async () => {
    const answer = await fetch(`${server.origin}/api/v1/availability?site=demo`);
    return ((await answer.json()) as { state: string }).state === 'away';
  });
  const { page, problems, context } = await openPage(browser);
  await page.goto(site);
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: /Ask a question/ }).click();
  await say(page, 'My motor cuts out on every hill');
  await panel.locator('.bot-turn').first().waitFor();
  await say(page, 'talk to a human');
  await panel.getByRole('heading', { name: 'Leave a message' }).waitFor();
  expect(await panel.getByLabel('Message', { exact: true }).inputValue()).toContain('My motor cuts out');
  await panel.getByRole('button', { name: 'Send message' }).click();
  await panel.getByText('Please enter an address').waitFor();
  await panel.getByLabel('E-mail').fill('ana@example.com');
  await panel.getByLabel('Order number').fill('NB-104233');
  await panel.getByRole('button', { name: 'Send message' }).click();
  await panel.getByRole('heading', { name: 'We have your message' }).waitFor();
  const record = await until('the message', () =>
    agent.$conversations.get().find(one => one.email === 'ana@example.com' && one.owner === 'queue'),
  );
  expect(record).toMatchObject({ owner: 'queue', ownerReason: 'left_message' });
  expect(problems).toEqual([]);
  agent.setAvailable(true);
  await context.close();
});
